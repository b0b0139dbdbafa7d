package io.github.iamsmart.spring.autoconfigure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.requests.RequestKind;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.spring.requests.IamSmartRequestHandler;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Kinds of requests that an application declares as beans. */
class OwnKindTest {

    private final ApplicationContextRunner runner =
            Runners.plain().withPropertyValues(Runners.client()).withUserConfiguration(Kinds.class);

    @Test
    void theClientKnowsThem() {
        runner.run(context -> assertThat(
                        context.getBean(IamSmartClient.class).requests().kinds())
                .contains(context.getBean("card", RequestKind.class), context.getBean("pass", RequestKind.class)));
    }

    @Test
    void theirPathsAndScreensAreConfigured() {
        runner.withPropertyValues(
                        "iamsmart.paths.card-check=/api/v1/card/initiateRequest", "iamsmart.app-links.card-check=card")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void aNameThatNoneOfThemHasIsRefused() {
        runner.withPropertyValues("iamsmart.paths.card-chek=/api/v1/card/initiateRequest")
                .run(context -> assertThat(context.getStartupFailure())
                        .hasStackTraceContaining("iamsmart.paths.card-chek: ")
                        .hasStackTraceContaining("did you mean 'card-check'?"));
    }

    @Test
    void aNameWithNothingInCommonIsAFlowThatTheClientWasNotGiven() {
        runner.withPropertyValues("iamsmart.paths.consular-card=/api/v1/card/initiateRequest")
                .run(context -> assertThat(context.getStartupFailure())
                        .hasStackTraceContaining("iamsmart.paths.consular-card: ")
                        .hasStackTraceContaining("give the client its RequestKind"));
    }

    @Test
    void aNameThatDiffersFromOursByHyphensIsRefused() {
        runner.withBean(
                        "unlike",
                        RequestKind.class,
                        () -> RequestKind.builder("pdfsigning", String.class, json -> "")
                                .build())
                .run(context -> assertThat(context.getStartupFailure())
                        .hasStackTraceContaining("'pdfsigning', hyphens aside. Give it another name."));
    }

    /** It would never be called. */
    @Test
    void aHandlerOfAKindThatTheClientDoesNotKnowIsRefused() {
        RequestKind<String> unknown =
                RequestKind.builder("unknown", String.class, json -> "").build();

        runner.withBean("handler", IamSmartRequestHandler.class, () -> new HandlerOf(unknown))
                .run(context -> assertThat(context.getStartupFailure())
                        .hasStackTraceContaining(
                                "handles requests of the kind unknown, which the client does not know: declare"));
    }

    private record HandlerOf(RequestKind<String> kind) implements IamSmartRequestHandler<String> {

        @Override
        public void handle(RequestOutcome<String> outcome) {}
    }

    @Test
    void twoOfOneNameAreRefused() {
        runner.withBean(
                        "another",
                        RequestKind.class,
                        () -> RequestKind.builder("card-check", String.class, json -> "")
                                .build())
                .run(context -> assertThat(context.getStartupFailure())
                        .hasStackTraceContaining("Two kinds of requests are called card-check"));
    }

    @Configuration(proxyBeanMethods = false)
    static class Kinds {

        @Bean
        RequestKind<String> card() {
            return RequestKind.builder("card-check", String.class, json -> new String(json, UTF_8))
                    .build();
        }

        @Bean
        RequestKind<Integer> pass() {
            return RequestKind.builder("pass-check", Integer.class, json -> json.length)
                    .path("/api/v1/pass/initiateRequest")
                    .build();
        }
    }
}
