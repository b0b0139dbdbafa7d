package io.github.iamsmart.spring.internal.begin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.bulksigning.BulkDocument;
import io.github.iamsmart.bulksigning.BulkSigningRequest;
import io.github.iamsmart.formfilling.FormField;
import io.github.iamsmart.formfilling.FormFillingRequest;
import io.github.iamsmart.identity.AccessToken;
import io.github.iamsmart.identity.Hkic;
import io.github.iamsmart.identity.ProfileField;
import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.identity.TokenisedId;
import io.github.iamsmart.profile.ProfileRequest;
import io.github.iamsmart.reauth.ReauthenticationRequest;
import io.github.iamsmart.requests.OwnRequest;
import io.github.iamsmart.requests.RequestKind;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.requests.UserRequest;
import io.github.iamsmart.signing.DocumentDigest;
import io.github.iamsmart.signing.HashSigningRequest;
import io.github.iamsmart.signing.PdfSigningRequest;
import io.github.iamsmart.signing.SigningDetails;
import io.github.iamsmart.spring.requests.IamSmartRequests;
import io.github.iamsmart.spring.requests.RequestOutcomeEvent;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.View;

/** An application that begins requests of every flow in one call. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class BeginApplication {

    private static final Hkic SIGNER = Hkic.of("B000002", "2");
    private static final DocumentDigest DIGEST = DocumentDigest.of("a contract".getBytes(UTF_8));

    @Bean
    RequestKind<String> card() {
        return RequestKind.builder("card-check", String.class, json -> new String(json, UTF_8))
                .scopes(Scope.AUTH)
                .path("/api/v1/account/ccic/initiateRequest")
                .build();
    }

    @Bean
    Outcomes outcomes() {
        return new Outcomes();
    }

    /** How requests ended, by their reference. */
    static class Outcomes {

        private final Map<String, RequestOutcome<?>> byReference = new ConcurrentHashMap<>();

        @EventListener
        void hear(RequestOutcomeEvent<?> event) {
            byReference.put(event.outcome().request().reference().orElse("none"), event.outcome());
        }

        @Nullable
        RequestOutcome<?> of(String reference) {
            return byReference.get(reference);
        }
    }

    /** {@return what a user is asked, by the name of the flow} */
    static UserRequest request(String flow, RequestKind<?> card) {
        SigningDetails details = SigningDetails.builder()
                .department("Permits")
                .serviceName("Permits")
                .documentName("Contract")
                .signer(SIGNER)
                .build();
        return switch (flow) {
            case "profile" -> ProfileRequest.of(ProfileField.ENGLISH_NAME);
            case "form" ->
                FormFillingRequest.builder()
                        .formName("Application for a permit")
                        .profileFields(ProfileField.ENGLISH_NAME)
                        .formFields(FormField.EMAIL_ADDRESS)
                        .build();
            case "hash" -> new HashSigningRequest(DIGEST, details);
            case "pdf" -> new PdfSigningRequest(DIGEST, details);
            case "bulk" ->
                BulkSigningRequest.builder()
                        .serviceName("Permits")
                        .requestName("Contracts")
                        .signer(SIGNER)
                        .document(BulkDocument.hash("C-1", "Contract 1", DIGEST))
                        .document(BulkDocument.hash("C-2", "Contract 2", DIGEST))
                        .build();
            case "reauthentication" -> new ReauthenticationRequest();
            case "own" -> OwnRequest.of(card, Map.of("cardNumber", "C100"));
            default -> throw new IllegalArgumentException(flow);
        };
    }

    @Controller
    static class Pages {

        private final IamSmartRequests requests;
        private final RequestKind<?> card;

        Pages(IamSmartRequests requests, RequestKind<?> card) {
            this.requests = requests;
            this.card = card;
        }

        @RequestMapping("/begin/{flow}/{reference}")
        View begin(@PathVariable("flow") String flow, @PathVariable("reference") String reference) {
            return requests.begin(request(flow, card))
                    .reference(reference)
                    .thenGoTo("/done/" + reference)
                    .redirect();
        }

        @RequestMapping("/anonymous/{flow}/{reference}")
        View anonymous(@PathVariable("flow") String flow, @PathVariable("reference") String reference) {
            return requests.beginAnonymous(request(flow, card))
                    .reference(reference)
                    .thenGoTo("/done/" + reference)
                    .againAt("/again/" + reference)
                    .redirect();
        }

        /** As if the user had signed in long ago. */
        @GetMapping("/expire")
        @ResponseBody
        String expire(AccessToken token, HttpServletRequest request) {
            AccessToken expired = new AccessToken(
                    token.value(),
                    token.tokenisedId(),
                    token.accountType(),
                    token.scopes(),
                    Instant.EPOCH,
                    Instant.EPOCH.plusSeconds(1),
                    null);
            IamSmartSignIn before = IamSmartSignIn.from(request).orElseThrow();
            new IamSmartSignIn(expired, before.language(), before.sameDevice(), before.signedInAt())
                    .attachTo(request.getSession());
            return "expired";
        }

        @GetMapping("/tokenised-id")
        @ResponseBody
        String tokenisedId(TokenisedId user) {
            return user.value();
        }

        @GetMapping("/who")
        @ResponseBody
        String who(IamSmartSignIn signIn, AccessToken token, TokenisedId user) {
            return signIn.accessToken().equals(token) && token.tokenisedId().equals(user) ? "somebody" : "others";
        }

        @PostMapping("/who")
        @ResponseBody
        String posted(TokenisedId user) {
            return "somebody";
        }

        @GetMapping("/who/perhaps")
        @ResponseBody
        String perhaps(
                Optional<IamSmartSignIn> signIn,
                @Nullable AccessToken token,
                @RequestParam("any") String any,
                Optional<TokenisedId> user) {
            return any + signIn.isPresent() + (token != null) + user.isPresent();
        }
    }

    @RestController
    static class Rest {

        private final IamSmartRequests requests;

        Rest(IamSmartRequests requests) {
            this.requests = requests;
        }

        @PostMapping("/rest/begin")
        View begin() {
            return requests.begin(ProfileRequest.of(ProfileField.ENGLISH_NAME)).redirect();
        }
    }
}
