package io.github.iamsmart.samples.onlineservice.signing;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.device.Language;
import io.github.iamsmart.identity.AccessToken;
import io.github.iamsmart.identity.Hkic;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.signing.HashSigningRequest;
import io.github.iamsmart.signing.PdfSigningRequest;
import io.github.iamsmart.signing.SigningApi;
import io.github.iamsmart.signing.SigningDetails;
import io.github.iamsmart.spring.requests.IamSmartRequests;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Asks for signatures. Each request is noted with its paper before it is sent. */
@Component
final class SigningRequests {

    private final SigningApi signing;
    private final IamSmartRequests requests;
    private final SigningDesk desk;
    private final MessageSource messages;

    SigningRequests(IamSmartClient client, IamSmartRequests requests, SigningDesk desk, MessageSource messages) {
        this.signing = client.signing();
        this.requests = requests;
        this.desk = desk;
        this.messages = messages;
    }

    // tag::sign[]
    /** Asks a signed-in user for a signature, and accepts nobody else's if it is known whose it has to be. */
    BusinessId sign(
            SigningCase one,
            Optional<Hkic> signer,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        AccessToken token = IamSmartSignIn.from(request).orElseThrow().accessToken();
        SigningDetails details = details(one, signer, locale);
        RequestOptions options = prepared(requests.options(request, response), one, locale);
        desk.verifier();
        desk.begin(
                one.id(),
                options.businessId(),
                signing.identificationCode(token, one.paper().digest()));
        desk.sent(
                one.id(),
                switch (one.place().subject()) {
                    case APPLICATION -> signing.initiatePdf(token, pdf(one, details), options);
                    case TERMS -> signing.initiateHash(token, hash(one, details), options);
                });
        return options.businessId();
    }
    // end::sign[]

    /** Begins a request for the signature of somebody who has not signed in; the gateway's page goes on with it. */
    void signAnonymously(
            SigningCase one, Hkic signer, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        SigningDetails details = details(one, Optional.of(signer), locale);
        RequestOptions options = prepared(
                requests.anonymousOptions(request, response, one.place().base() + "/return"), one, locale);
        desk.verifier();
        desk.begin(
                one.id(),
                options.businessId(),
                signing.anonymousIdentificationCode(details, one.paper().digest()));
        desk.sent(
                one.id(),
                switch (one.place().subject()) {
                    case APPLICATION -> signing.initiateAnonymousPdf(pdf(one, details), options);
                    case TERMS -> signing.initiateAnonymousHash(hash(one, details), options);
                });
    }

    /** The outcome brings the reference back: it tells which paper it belongs to. */
    private static RequestOptions prepared(RequestOptions.Builder options, SigningCase one, Locale locale) {
        return options.language(Language.closestTo(locale)).reference(one.id()).build();
    }

    private SigningDetails details(SigningCase one, Optional<Hkic> signer, Locale locale) {
        String document = text("sign." + one.place().subject().key() + ".name", locale);
        SigningDetails.Builder details = SigningDetails.builder()
                .department(text("site.name", locale))
                .serviceName(text("site.desk", locale))
                .documentName(
                        one.place().subject() == Subject.TERMS
                                ? document
                                : document + " " + one.paper().edition());
        signer.ifPresent(details::signer);
        return details.build();
    }

    private static PdfSigningRequest pdf(SigningCase one, SigningDetails details) {
        return new PdfSigningRequest(one.paper().digest(), details);
    }

    private static HashSigningRequest hash(SigningCase one, SigningDetails details) {
        return new HashSigningRequest(one.paper().digest(), details);
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
