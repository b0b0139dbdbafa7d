package io.github.iamsmart.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.device.Language;
import io.github.iamsmart.requests.store.AnswerPartStore;
import io.github.iamsmart.requests.store.MemoryAnswerPartStore;
import io.github.iamsmart.requests.store.MemoryRequestStore;
import io.github.iamsmart.requests.store.RequestStore;
import io.github.iamsmart.spring.internal.callback.CallbackEndpoint;
import io.github.iamsmart.spring.internal.page.Captions;
import io.github.iamsmart.spring.internal.page.PageFileController;
import io.github.iamsmart.spring.internal.requests.RequestDelivery;
import io.github.iamsmart.spring.internal.waiting.WaitingController;
import io.github.iamsmart.spring.internal.waiting.WaitingPageController;
import io.github.iamsmart.spring.requests.IamSmartRequests;
import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.context.support.StaticMessageSource;

class IamSmartCallbackAutoConfigurationTest {

    private static final String HEALTH = "iamsmartHealthIndicator";

    private final WebApplicationContextRunner runner = Runners.web()
            .withPropertyValues(Runners.client())
            .withPropertyValues("iamsmart.public-url=https://permits.example.gov.hk");

    private static Collection<String> callbackPaths(ApplicationContext context) {
        return ((ServletRegistrationBean<?>) context.getBean("iamSmartCallbackServlet")).getUrlMappings();
    }

    @Test
    void bringsTheEndpointsTheDeliveryAndHealth() {
        runner.run(context -> {
            assertThat(context)
                    .hasSingleBean(CallbackEndpoint.class)
                    .hasSingleBean(IamSmartRequests.class)
                    .hasSingleBean(WaitingController.class)
                    .hasBean(HEALTH);
            assertThat(context.getBean(RequestStore.class)).isInstanceOf(MemoryRequestStore.class);
            assertThat(context.getBean(RequestDelivery.class).isRunning()).isTrue();
            assertThat(callbackPaths(context)).containsExactly("/iamsmart/callback/default/results");
        });
    }

    @Test
    void putsTheCallbackBelowThePathOfTheOtherEndpoints() {
        runner.withPropertyValues("iamsmart.path-prefix=/eid")
                .run(context -> assertThat(callbackPaths(context)).containsExactly("/eid/callback/default/results"));
    }

    @Test
    void keepsRequestsInTheStoreOfTheApplication() {
        MemoryRequestStore store = new MemoryRequestStore(10, 1_000);
        runner.withBean(RequestStore.class, () -> store)
                .run(context -> assertThat(context.getBean(RequestStore.class)).isSameAs(store));
    }

    @Test
    void keepsAnswersInPartsInTheStoreOfTheApplication() {
        runner.run(context ->
                assertThat(context.getBean(AnswerPartStore.class)).isInstanceOf(MemoryAnswerPartStore.class));
        MemoryAnswerPartStore store = new MemoryAnswerPartStore();
        runner.withBean(AnswerPartStore.class, () -> store)
                .run(context ->
                        assertThat(context.getBean(AnswerPartStore.class)).isSameAs(store));
    }

    @Test
    void deliversWithoutTheWeb() {
        Runners.plain().withPropertyValues(Runners.client()).run(context -> {
            assertThat(context).hasSingleBean(RequestDelivery.class).doesNotHaveBean(CallbackEndpoint.class);
            assertThat(context.getBean(RequestDelivery.class).isRunning()).isTrue();
        });
    }

    @Test
    void showsPagesInTheWordsOfTheApplication() {
        StaticMessageSource messages = new StaticMessageSource();
        messages.addMessage("iamsmart.page.waiting.again", Language.EN_US.locale(), "Back to the form");
        runner.run(context -> {
            assertThat(context).hasSingleBean(WaitingPageController.class).hasSingleBean(PageFileController.class);
            assertThat(again(context)).isEqualTo("Begin again");
        });
        runner.withBean("messageSource", MessageSource.class, () -> messages)
                .run(context -> assertThat(again(context)).isEqualTo("Back to the form"));
    }

    private static String again(ApplicationContext context) {
        return context.getBean(Captions.class).text("waiting.again", Language.EN_US);
    }

    @Test
    void showsNoHealthWhereItIsNotWanted() {
        runner.withPropertyValues("management.health.iamsmart.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(HEALTH));
        runner.withPropertyValues("management.health.defaults.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(HEALTH));
        runner.withPropertyValues("management.health.defaults.enabled=false", "management.health.iamsmart.enabled=true")
                .run(context -> assertThat(context).hasBean(HEALTH));
    }

    @Test
    void startsWithoutTheActuator() {
        runner.withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate"))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(IamSmartClient.class)
                        .doesNotHaveBean(HEALTH));
    }

    @ParameterizedTest
    @CsvSource({
        "iamsmart.callback.max-size, 0B",
        "iamsmart.callback.max-size, 2GB",
        "iamsmart.requests.sweep-interval, 0s",
        "iamsmart.requests.max-attempts, 0",
        "iamsmart.requests.first-pause, -1s",
        "iamsmart.requests.longest-pause, 0s",
        "iamsmart.pages.style, own.css",
        "iamsmart.pages.style, http://static.example.gov.hk/own.css",
        "iamsmart.pages.style, https://user@static.example.gov.hk/own.css",
        "iamsmart.pages.style, //static.example.gov.hk/own.css",
        "iamsmart.requests.retention, 0s",
        "iamsmart.requests.retention, 59s",
        "iamsmart.requests.dead-retention, 0s",
        "iamsmart.requests.capacity, 0",
        "iamsmart.requests.part-capacity, 0B",
        "iamsmart.requests.max-streams, 0",
        "iamsmart.app-links.pdf-signing, no//name"
    })
    void saysWhichPropertyCannotBeUsed(String property, String value) {
        runner.withPropertyValues(property + "=" + value)
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .satisfiesAnyOf(
                                failure -> assertThat(failure).hasMessageContaining(property),
                                failure -> assertThat(context.getStartupFailure())
                                        .hasStackTraceContaining(property + " is '" + value)));
    }
}
