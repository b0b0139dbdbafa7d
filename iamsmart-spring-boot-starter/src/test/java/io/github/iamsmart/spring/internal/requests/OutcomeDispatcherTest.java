package io.github.iamsmart.spring.internal.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.formfilling.FormFillingApi;
import io.github.iamsmart.formfilling.FormFillingResult;
import io.github.iamsmart.reauth.ReauthenticationApi;
import io.github.iamsmart.reauth.ReauthenticationResult;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestInfo;
import io.github.iamsmart.requests.RequestKind;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.requests.RequestOutcome.Completed;
import io.github.iamsmart.requests.RequestOutcome.Declined;
import io.github.iamsmart.signing.HashSigningResult;
import io.github.iamsmart.signing.PdfSigningResult;
import io.github.iamsmart.signing.SigningApi;
import io.github.iamsmart.spring.requests.IamSmartRequestHandler;
import io.github.iamsmart.spring.requests.RequestOutcomeEvent;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.event.EventListener;

class OutcomeDispatcherTest {

    private static final List<RequestKind<?>> KINDS = List.of(FormFillingApi.KIND, ReauthenticationApi.KIND);

    private final List<String> heard = new ArrayList<>();

    private static RequestInfo info(RequestKind<?> kind) {
        return new RequestInfo(BusinessId.random(), kind.name(), Optional.empty(), Instant.EPOCH);
    }

    private static RequestOutcome<ReauthenticationResult> reauthenticated() {
        return new Completed<>(info(ReauthenticationApi.KIND), new ReauthenticationResult(true));
    }

    private static <T> IamSmartRequestHandler<T> handler(RequestKind<T> kind, ThrowingConsumer<T> work) {
        return new IamSmartRequestHandler<>() {
            @Override
            public RequestKind<T> kind() {
                return kind;
            }

            @Override
            public void handle(RequestOutcome<T> outcome) throws Exception {
                work.accept(outcome);
            }
        };
    }

    private interface ThrowingConsumer<T> {
        void accept(RequestOutcome<T> outcome) throws Exception;
    }

    @Test
    void handlersHearOfTheirOwnKind() throws Exception {
        var dispatcher = new OutcomeDispatcher(
                "default",
                KINDS,
                List.of(
                        handler(FormFillingApi.KIND, outcome -> heard.add("form")),
                        handler(ReauthenticationApi.KIND, outcome -> heard.add("first")),
                        handler(ReauthenticationApi.KIND, outcome -> heard.add("second"))),
                event -> heard.add("event"));

        dispatcher.handle(reauthenticated());

        assertThat(heard).containsExactly("first", "second", "event");
    }

    @Test
    void listenersHearOfTheirTypeOfResult() throws Exception {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(Listeners.class, () -> new Listeners(heard));
            context.refresh();
            var dispatcher = new OutcomeDispatcher("default", KINDS, List.of(), context);

            dispatcher.handle(reauthenticated());
            dispatcher.handle(
                    new Declined<FormFillingResult>(info(FormFillingApi.KIND), ErrorCode.FORM_FILLING_REJECTED));
        }

        assertThat(heard).containsExactly("reauthentication true", "form filling D60001");
    }

    static class Listeners {
        private final List<String> heard;

        Listeners(List<String> heard) {
            this.heard = heard;
        }

        @EventListener
        void onReauthentication(RequestOutcomeEvent<ReauthenticationResult> event) {
            if (event.outcome() instanceof Completed<ReauthenticationResult> completed) {
                heard.add("reauthentication " + completed.result().passed());
            }
        }

        @EventListener
        void onFormFilling(RequestOutcomeEvent<FormFillingResult> event) {
            if (event.outcome() instanceof Declined<FormFillingResult> declined) {
                heard.add("form filling " + declined.code());
            }
        }
    }

    @Test
    void listenersHearOfSignaturesOfEveryKind() throws Exception {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(SignatureListeners.class, () -> new SignatureListeners(heard));
            context.refresh();
            var kinds = List.<RequestKind<?>>of(
                    SigningApi.HASH_KIND,
                    SigningApi.ANONYMOUS_HASH_KIND,
                    SigningApi.PDF_KIND,
                    SigningApi.ANONYMOUS_PDF_KIND);
            var dispatcher = new OutcomeDispatcher("default", kinds, List.of(), context);
            var hash = new HashSigningResult(null, null, new byte[1], new byte[0]);
            var pdf = new PdfSigningResult(null, new byte[2]);

            dispatcher.handle(new Completed<>(info(SigningApi.HASH_KIND), hash));
            dispatcher.handle(new Completed<>(info(SigningApi.ANONYMOUS_HASH_KIND), hash));
            dispatcher.handle(new Completed<>(info(SigningApi.PDF_KIND), pdf));
            dispatcher.handle(new Completed<>(info(SigningApi.ANONYMOUS_PDF_KIND), pdf));
        }

        assertThat(heard)
                .containsExactly(
                        "hash-signing 1", "anonymous-hash-signing 1", "pdf-signing 2", "anonymous-pdf-signing 2");
    }

    static class SignatureListeners {
        private final List<String> heard;

        SignatureListeners(List<String> heard) {
            this.heard = heard;
        }

        @EventListener
        void onHash(RequestOutcomeEvent<HashSigningResult> event) {
            if (event.outcome() instanceof Completed<HashSigningResult> completed) {
                heard.add(event.kind().name() + " " + completed.result().signature().length);
            }
        }

        @EventListener
        void onPdf(RequestOutcomeEvent<PdfSigningResult> event) {
            if (event.outcome() instanceof Completed<PdfSigningResult> completed) {
                heard.add(event.kind().name() + " " + completed.result().pdfSignature().length);
            }
        }
    }

    @Test
    void whatAHandlerOrAListenerThrowsIsPassedOn() {
        var withHandler = new OutcomeDispatcher(
                "default",
                KINDS,
                List.of(handler(ReauthenticationApi.KIND, outcome -> {
                    throw new IOException("the database is away");
                })),
                event -> heard.add("event"));
        var withListener = new OutcomeDispatcher("default", KINDS, List.of(), event -> {
            throw new IllegalArgumentException();
        });

        assertThatThrownBy(() -> withHandler.handle(reauthenticated())).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> withListener.handle(reauthenticated())).isInstanceOf(IllegalArgumentException.class);
        assertThat(heard).isEmpty();
    }

    @Test
    void anErrorOfTheApplicationGoesToTheDelivery() {
        var dispatcher = new OutcomeDispatcher(
                "default",
                KINDS,
                List.of(handler(ReauthenticationApi.KIND, outcome -> {
                    throw new NoClassDefFoundError("com/example/Missing");
                })),
                event -> {});

        assertThatThrownBy(() -> dispatcher.handle(reauthenticated())).isInstanceOf(NoClassDefFoundError.class);
    }

    @Test
    void anEventShowsNoResult() {
        var event = new RequestOutcomeEvent<>(ReauthenticationApi.KIND, reauthenticated());

        assertThat(event.toString()).doesNotContain("passed").contains("re-authentication");
    }
}
