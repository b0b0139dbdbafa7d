package io.github.iamsmart.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.requests.store.MemoryRequestStore;
import io.github.iamsmart.requests.store.RequestStore;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.spring.internal.check.SelfCheckEndpoint;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.web.servlet.DispatcherServlet;

/** The actuator's endpoint of the self-check. */
@Timeout(60)
class SelfCheckEndpointTest {

    private static final String EXPOSED = "management.endpoints.web.exposure.include=iamsmart";

    private static WebApplicationContextRunner application() {
        return Runners.web()
                .withConfiguration(AutoConfigurations.of(
                        IamSmartRegistryAutoConfiguration.class, IamSmartSelfCheckAutoConfiguration.class));
    }

    @Test
    void isThereOnlyWhereTheActuatorShowsIt() {
        application().run(context -> assertThat(context).doesNotHaveBean(SelfCheckEndpoint.class));
        application()
                .withPropertyValues(EXPOSED)
                .run(context -> assertThat(context).hasSingleBean(SelfCheckEndpoint.class));
    }

    @Test
    void checksNothingWhileTheApplicationStarts() {
        application()
                .withPropertyValues(EXPOSED)
                .run(context -> assertThat(
                                context.getBean(IamSmartSimulator.class).calls())
                        .isEmpty());
    }

    @Test
    void checksWithoutAWebApplicationToo() {
        Runners.plain()
                .withConfiguration(AutoConfigurations.of(
                        IamSmartRegistryAutoConfiguration.class, IamSmartSelfCheckAutoConfiguration.class))
                .withClassLoader(new FilteredClassLoader(DispatcherServlet.class))
                .withPropertyValues(EXPOSED)
                .run(context -> assertThat(
                                status(context.getBean(SelfCheckEndpoint.class).all(), "gateway-key"))
                        .isEqualTo("PASS"));
    }

    @Test
    void checksEachClientAndOneByItsName() {
        application().withPropertyValues(EXPOSED).run(context -> {
            SelfCheckEndpoint endpoint = context.getBean(SelfCheckEndpoint.class);

            assertThat(status(endpoint.all(), "kek-registered")).isEqualTo("PASS");
            assertThat(status(endpoint.all(), "environment")).isEqualTo("WARNING");
            assertThat(endpoint.all()).containsEntry("status", "WARNING");
            assertThat(status(endpoint.one("default"), "clock")).isEqualTo("PASS");
            assertThat(endpoint.one("nobody")).isNull();
        });
    }

    @Test
    void manyWhoAskAtOnceMakeOneCheck() {
        Held held = new Held();
        application()
                .withPropertyValues(EXPOSED)
                .withBean(RequestStore.class, held::store)
                .run(context -> {
                    SelfCheckEndpoint endpoint = context.getBean(SelfCheckEndpoint.class);
                    var first = CompletableFuture.supplyAsync(endpoint::all);
                    assertThat(held.arrived.await(30, TimeUnit.SECONDS)).isTrue();
                    Thread second = new Thread(endpoint::all);
                    second.start();
                    while (second.getState() != Thread.State.WAITING) {
                        Thread.onSpinWait();
                    }
                    held.released.countDown();

                    assertThat(first.get(30, TimeUnit.SECONDS)).isNotEmpty();
                    second.join(30_000);
                    assertThat(context.getBean(IamSmartSimulator.class).calls()).hasSize(1);
                });
    }

    /** A store in which the first entry waits. */
    private static final class Held {

        private final CountDownLatch arrived = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);
        private final MemoryRequestStore memory = new MemoryRequestStore();

        RequestStore store() {
            return (RequestStore) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {RequestStore.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("create")) {
                            arrived.countDown();
                            released.await();
                        }
                        return method.invoke(memory, arguments);
                    });
        }
    }

    @SuppressWarnings("unchecked")
    private static String status(Map<String, Object> shown, String id) {
        Map<String, Map<String, Object>> clients = (Map<String, Map<String, Object>>) shown.get("clients");
        List<Map<String, String>> checks =
                (List<Map<String, String>>) clients.get("default").get("checks");
        return checks.stream()
                .filter(check -> check.get("id").equals(id))
                .map(check -> check.get("status"))
                .findFirst()
                .orElse("none");
    }
}
