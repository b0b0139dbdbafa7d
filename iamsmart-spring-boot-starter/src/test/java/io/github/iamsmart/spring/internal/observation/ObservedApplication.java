package io.github.iamsmart.spring.internal.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import brave.handler.MutableSpan;
import brave.handler.SpanHandler;
import brave.propagation.TraceContext;
import io.github.iamsmart.identity.ProfileField;
import io.github.iamsmart.profile.ProfileRequest;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.simulator.SimulatedRequest;
import io.github.iamsmart.spring.internal.begin.WebBrowser;
import io.github.iamsmart.spring.internal.begin.WebBrowser.Page;
import io.github.iamsmart.spring.requests.IamSmartRequests;
import io.github.iamsmart.spring.requests.RequestOutcomeEvent;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.MDC;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/** An application with metrics and traces, whose users are asked for their name. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class ObservedApplication {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    @Bean
    Spans spans() {
        return new Spans();
    }

    @Bean
    Handlers handlers() {
        return new Handlers();
    }

    /** The spans that have ended. */
    static final class Spans extends SpanHandler {
        private final List<MutableSpan> ended = new CopyOnWriteArrayList<>();

        @Override
        public boolean end(TraceContext context, MutableSpan span, Cause cause) {
            ended.add(new MutableSpan(span));
            return true;
        }

        List<MutableSpan> named(String name) {
            return ended.stream().filter(span -> name.equals(span.name())).toList();
        }

        MutableSpan the(String name) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(named(name))
                            .as(
                                    "%s of %s",
                                    name, ended.stream().map(MutableSpan::name).toList())
                            .isNotEmpty());
            return named(name).get(0);
        }

        List<MutableSpan> all() {
            return ended;
        }
    }

    /** Takes outcomes, and fails the first time for those whose reference says so. */
    static class Handlers {
        private final Map<String, RequestOutcome<?>> byReference = new ConcurrentHashMap<>();
        private final Map<String, String> traceIds = new ConcurrentHashMap<>();
        private final List<String> failed = new CopyOnWriteArrayList<>();

        @EventListener
        void hear(RequestOutcomeEvent<?> event) {
            String reference = event.outcome().request().reference().orElse("none");
            if (reference.startsWith("fails") && !failed.contains(reference)) {
                failed.add(reference);
                throw new IllegalStateException("canary of Chan Tai Man");
            }
            traceIds.put(reference, String.valueOf(MDC.get("traceId")));
            byReference.put(reference, event.outcome());
        }

        void await(String reference) {
            org.awaitility.Awaitility.await()
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(byReference).containsKey(reference));
        }

        String traceIdInLogs(String reference) {
            return traceIds.getOrDefault(reference, "none");
        }
    }

    @Controller
    static class Pages {

        private final IamSmartRequests requests;

        Pages(IamSmartRequests requests) {
            this.requests = requests;
        }

        @RequestMapping("/begin/profile/{reference}")
        View begin(@PathVariable("reference") String reference) {
            return requests.begin(ProfileRequest.of(ProfileField.ENGLISH_NAME))
                    .reference(reference)
                    .thenGoTo("/done")
                    .redirect();
        }
    }

    /** An application that runs, with a browser whose user has signed in. */
    record Running(ConfigurableApplicationContext context, WebBrowser browser) implements AutoCloseable {

        static Running start(String... properties) {
            ConfigurableApplicationContext context = new SpringApplicationBuilder(ObservedApplication.class)
                    .properties(
                            "server.port=0",
                            "iamsmart.simulator.port=0",
                            "iamsmart.requests.sweep-interval=100ms",
                            "iamsmart.requests.first-pause=100ms",
                            "management.tracing.sampling.probability=1.0",
                            "management.endpoints.web.exposure.include=*",
                            "spring.main.banner-mode=off")
                    .properties(properties)
                    .run();
            URI application =
                    URI.create("http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port"));
            WebBrowser browser = new WebBrowser(application, WebBrowser.DESKTOP);
            browser.signIn(
                    context.getBean(IamSmartSimulator.class), URI.create(application + "/iamsmart/login"), "plus");
            return new Running(context, browser);
        }

        IamSmartSimulator simulator() {
            return context.getBean(IamSmartSimulator.class);
        }

        Spans spans() {
            return context.getBean(Spans.class);
        }

        Handlers handlers() {
            return context.getBean(Handlers.class);
        }

        SimulatedRequest begin(String reference) {
            Page page = browser.post("/begin/profile/" + reference);
            assertThat(page.status()).isEqualTo(303);
            String businessId = page.location().getPath().split("/", -1)[3];
            return simulator().findByBusinessId(businessId).orElseThrow();
        }

        /** Lets the user approve, and waits until the application has the outcome. */
        SimulatedRequest complete(String reference) {
            SimulatedRequest asked = begin(reference);
            simulator().approve(asked.ticketId(), "plus");
            handlers().await(reference);
            return asked;
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
