package io.github.iamsmart.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.identity.TokenisedId;
import io.github.iamsmart.requests.store.MemoryRequestStore;
import io.github.iamsmart.requests.store.RequestStore;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.spring.IamSmartClientCustomizer;
import io.github.iamsmart.spring.IamSmartClientRegistry;
import io.github.iamsmart.spring.internal.registry.ServedClient;
import io.github.iamsmart.spring.internal.registry.ServedClientRegistry;
import io.github.iamsmart.spring.internal.requests.RequestDelivery;
import io.github.iamsmart.spring.requests.IamSmartRequests;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

class NamedClientsTest {

    private final WebApplicationContextRunner runner =
            Runners.web().withUserConfiguration(Mvc.class).withPropertyValues("iamsmart.simulator.port=0");

    private final WebApplicationContextRunner two =
            runner.withPropertyValues("iamsmart.clients.shop=", "iamsmart.clients.tax=");

    @Configuration(proxyBeanMethods = false)
    @EnableWebMvc
    static class Mvc {}

    private static <T> T bean(ApplicationContext context, Class<T> type, String client) {
        return BeanFactoryAnnotationUtils.qualifiedBeanOfType(context.getAutowireCapableBeanFactory(), type, client);
    }

    @Test
    void theSimulatorRegistersEachClientThatHasANameAlone() {
        two.withPropertyValues("spring.application.name=Harbour").run(context -> {
            IamSmartClient shop = bean(context, IamSmartClient.class, "shop");
            IamSmartClient tax = bean(context, IamSmartClient.class, "tax");
            assertThat(shop.clientId()).isNotEqualTo(tax.clientId());
            assertThat(context.getBean(IamSmartSimulator.class).registrations())
                    .extracting(registration -> registration.nameIn("en"))
                    .containsExactlyInAnyOrder("Harbour: shop", "Harbour: tax");
            assertThat(bean(context, IamSmartRequests.class, "shop"))
                    .isNotSameAs(bean(context, IamSmartRequests.class, "tax"));
            IamSmartClientRegistry registry = context.getBean(IamSmartClientRegistry.class);
            assertThat(registry.names()).containsExactly("shop", "tax");
            assertThat(registry.client("tax")).isSameAs(tax);
        });
    }

    /** Else anybody could sign in to a client of the real gateway. */
    @Test
    void aSimulatorElsewhereTakesNoNamedClientsPlace() {
        runner.withPropertyValues(
                        "iamsmart.environment=simulator",
                        "iamsmart.base-url=http://127.0.0.1:1",
                        "iamsmart.clients.tax.environment=production",
                        "iamsmart.clients.tax.client-id=tax-client",
                        "iamsmart.clients.tax.client-secret=" + Runners.SECRET,
                        "iamsmart.clients.tax.kek.location=/no-such-file.pem",
                        "iamsmart.clients.tax.public-url=https://tax.example.gov.hk")
                .run(context ->
                        assertThat(context).getFailure().hasStackTraceContaining("iamsmart.clients.tax.kek.location"));
    }

    @Test
    void aSingleNamedClientNeedsNoQualifier() {
        runner.withPropertyValues("iamsmart.clients.shop=").run(context -> {
            assertThat(context.getBean(IamSmartClient.class)).isSameAs(bean(context, IamSmartClient.class, "shop"));
            assertThat(context).hasSingleBean(IamSmartRequests.class);
        });
    }

    @Test
    void anInjectionWithoutQualifierNamesTheBeansThatThereAre() {
        two.withBean(NeedsAClient.class)
                .run(context -> assertThat(context.getStartupFailure())
                        .hasRootCauseInstanceOf(NoUniqueBeanDefinitionException.class)
                        .rootCause()
                        .hasMessageContainingAll("iamSmartClient.shop", "iamSmartClient.tax"));
    }

    record NeedsAClient(IamSmartClient client) {}

    @Test
    void aClientInheritsWhatItDoesNotSay() {
        two.withPropertyValues(
                        "iamsmart.call-timeout=11s",
                        "iamsmart.language=zh-HK",
                        "iamsmart.sign-in.success-url=/home",
                        "iamsmart.sign-in.state-lifetime=7m",
                        "iamsmart.paths.get-token=/one",
                        "iamsmart.paths.get-key=/two",
                        "iamsmart.clients.tax.language=zh-CN",
                        "iamsmart.clients.tax.sign-in.success-url=/tax",
                        "iamsmart.clients.tax.paths.get-key=/three")
                .run(context -> {
                    var shop = served(context, "shop").configured().properties();
                    var tax = served(context, "tax").configured().properties();
                    assertThat(shop.callTimeout()).hasSeconds(11);
                    assertThat(tax.callTimeout()).hasSeconds(11);
                    assertThat(shop.language().wireValue()).isEqualTo("zh-HK");
                    assertThat(tax.language().wireValue()).isEqualTo("zh-CN");
                    assertThat(shop.signIn().successUrl()).isEqualTo("/home");
                    assertThat(tax.signIn().successUrl()).isEqualTo("/tax");
                    assertThat(tax.signIn().stateLifetime()).hasMinutes(7);
                    assertThat(shop.paths()).containsEntry("get-token", "/one").containsEntry("get-key", "/two");
                    assertThat(tax.paths()).containsEntry("get-token", "/one").containsEntry("get-key", "/three");
                    assertThat(served(context, "tax").endpoints().pathPrefix()).isEqualTo("/iamsmart/tax");
                });
    }

    private static ServedClient served(ApplicationContext context, String name) {
        return context.getBean(ServedClientRegistry.class).all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theClientCalledDefaultKeepsTheUrlsOfAnApplicationThatHadOne() {
        runner.withPropertyValues("iamsmart.clients.default=", "iamsmart.clients.tax=")
                .run(context -> {
                    assertThat(served(context, "default").endpoints().pathPrefix())
                            .isEqualTo("/iamsmart");
                    assertThat(served(context, "default").endpoints().resultsPath())
                            .isEqualTo("/callback/default/results");
                    assertThat(served(context, "tax").endpoints().resultsPath()).isEqualTo("/callback/results");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "iamsmart.client-id=a,iamsmart.client-id",
        "iamsmart.client-secret=a,iamsmart.client-secret",
        "iamsmart.kek.location=file:a,iamsmart.kek",
        "iamsmart.previous-kek.password=a,iamsmart.previous-kek",
        "iamsmart.clients.Taxi=,'Taxi'",
        "iamsmart.clients.tax_office.client-id=a,'tax_office'",
        "iamsmart.clients.tax.path-prefix=/iamsmart/shop,iamsmart.clients.tax.path-prefix",
        "iamsmart.clients.tax.path-prefix=/iamsmart/shop/requests,iamsmart.clients.tax.path-prefix",
        "iamsmart.clients.tax.call-timeout=1,iamsmart.clients.tax.call-timeout",
        "iamsmart.clients.tax.call-timeout=soon,iamsmart.clients.tax.call-timeout",
        "iamsmart.clients.tax.client-id=a,iamsmart.clients.shop.client-secret",
        "iamsmart.clients.tax.sign-in.path-prefix=/a,iamsmart.clients.tax.sign-in.path-prefix"
    })
    void stopsTheStartWithTheNameOfTheProperty(String property, String named) {
        two.withPropertyValues(property)
                .run(context ->
                        assertThat(context.getStartupFailure()).isNotNull().hasStackTraceContaining(named));
    }

    @Test
    void aClientOfTheGatewayHasOneName() {
        two.withPropertyValues(
                        "iamsmart.environment=ite",
                        "iamsmart.public-url=https://permits.example.gov.hk",
                        "iamsmart.clients.shop.client-id=same",
                        "iamsmart.clients.shop.client-secret=secret-a",
                        "iamsmart.clients.shop.kek.location=" + io.github.iamsmart.spring.TestKeys.inline(),
                        "iamsmart.clients.tax.client-id=same",
                        "iamsmart.clients.tax.client-secret=secret-b",
                        "iamsmart.clients.tax.kek.location=" + io.github.iamsmart.spring.TestKeys.inline())
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("iamsmart.clients.tax.client-id is that of iamsmart.clients.shop"));
    }

    @Test
    void aStoreOfTheApplicationIsOfOneClient() {
        two.withBean("store", RequestStore.class, () -> new MemoryRequestStore())
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .isInstanceOf(ConfigurationException.class)
                        .hasMessageContainingAll("'store'", "RequestStore", "@Qualifier(\"shop\")"));
        two.withBean("tax", RequestStore.class, () -> new MemoryRequestStore())
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void customizersChangeAllClientsOrTheOneThatTheyName() {
        two.withUserConfiguration(Customizers.class)
                .run(context -> assertThat(context.getBean(Customizers.class).calls)
                        .containsExactlyInAnyOrder("all shop", "all tax", "own tax"));
    }

    @Configuration(proxyBeanMethods = false)
    static class Customizers {
        final List<String> calls = new CopyOnWriteArrayList<>();

        @Bean
        IamSmartClientCustomizer all() {
            return new Recorder("all", calls);
        }

        @Bean
        @Qualifier("tax")
        IamSmartClientCustomizer own() {
            return new Recorder("own", calls);
        }
    }

    record Recorder(String name, List<String> calls) implements IamSmartClientCustomizer {
        @Override
        public void customize(io.github.iamsmart.IamSmartClientBuilder builder) {
            throw new AssertionError("the other one is called");
        }

        @Override
        public void customize(String client, io.github.iamsmart.IamSmartClientBuilder builder) {
            calls.add(name + " " + client);
        }
    }

    @Test
    void anArgumentThatDoesNotNameItsClientStopsTheStart() {
        two.withBean(Unqualified.class)
                .run(context -> assertThat(context.getStartupFailure())
                        .hasMessageContainingAll("TokenisedId", "Unqualified.page", "shop, tax"));
        two.withBean(OfNobody.class)
                .run(context -> assertThat(context.getStartupFailure()).hasMessageContaining("@Qualifier(\"nobody\")"));
    }

    @RestController
    static class Unqualified {
        @GetMapping("/page")
        String page(TokenisedId user) {
            return user.value();
        }
    }

    @RestController
    static class OfNobody {
        @GetMapping("/page")
        String page(@Qualifier("nobody") TokenisedId user) {
            return user.value();
        }
    }

    /** Four that deliver, one for progress and one for pages that wait, a timer for each; two of the HTTP client. */
    private static final int MOST_THREADS = 11;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100})
    void theHundredthClientCostsNoThread(int clients) {
        String[] names = IntStream.range(0, clients)
                .mapToObj(number -> "iamsmart.clients.client-" + number + "=")
                .toArray(String[]::new);
        Set<Thread> before = threads();
        runner.withPropertyValues(names).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(since(before)).as("after the start").hasSizeBetween(3, MOST_THREADS);
            IamSmartClientRegistry registry = context.getBean(IamSmartClientRegistry.class);
            assertThat(registry.names()).hasSize(clients);
            for (String name : registry.names()) {
                registry.client(name).revokeCek();
            }
            context.getBean(NamedDeliveryMap.class).deliveries().forEach(RequestDelivery::wake);
            assertThat(context.getBean(IamSmartSimulator.class).log())
                    .filteredOn(entry -> entry.path().endsWith("/revokeKey"))
                    .hasSize(clients);
            assertThat(since(before)).as("after use").hasSizeBetween(3, MOST_THREADS);
        });
    }

    private static Set<Thread> since(Set<Thread> before) {
        Set<Thread> now = threads();
        now.removeAll(before);
        return now;
    }

    /** Those that are this SDK's, and those of the HTTP client. */
    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().matches("(iamsmart-|OkHttp|Okio).*"))
                .filter(thread -> !thread.getName().startsWith("iamsmart-simulator"))
                .collect(Collectors.toCollection(HashSet::new));
    }
}
