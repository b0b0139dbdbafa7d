package io.github.iamsmart.samples.browser;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.bulksigning.BulkDocument;
import io.github.iamsmart.bulksigning.BulkSigningRequest;
import io.github.iamsmart.device.Language;
import io.github.iamsmart.formfilling.FormField;
import io.github.iamsmart.formfilling.FormFillingRequest;
import io.github.iamsmart.identity.ProfileField;
import io.github.iamsmart.profile.ProfileRequest;
import io.github.iamsmart.reauth.ReauthenticationRequest;
import io.github.iamsmart.requests.AnonymousRequest;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.InitiatedRequest;
import io.github.iamsmart.requests.UserRequest;
import io.github.iamsmart.signin.AuthorizationRequest;
import io.github.iamsmart.signing.DocumentDigest;
import io.github.iamsmart.signing.HashSigningRequest;
import io.github.iamsmart.signing.PdfSigningRequest;
import io.github.iamsmart.signing.SigningDetails;
import io.github.iamsmart.spring.internal.requests.PageContext;
import io.github.iamsmart.spring.internal.requests.RequestBrowser;
import io.github.iamsmart.spring.internal.requests.RequestPaths;
import io.github.iamsmart.spring.internal.web.BrowserLanguage;
import io.github.iamsmart.spring.requests.IamSmartRequests;
import io.github.iamsmart.spring.requests.RequestOutcomeEvent;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.view.RedirectView;

/** An application without a page of its own: whoever waits sees those of the starter. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@RestController
class PagesApplication {

    private static final String PAGE =
            "<!DOCTYPE html><html lang=en><title>%1$s</title><link rel=icon href=data:,><h1>%1$s</h1></html>";

    private final IamSmartClient client;
    private final IamSmartRequests requests;
    private volatile CountDownLatch handling = new CountDownLatch(0);

    PagesApplication(IamSmartClient client, IamSmartRequests requests) {
        this.client = client;
        this.requests = requests;
    }

    /** From now on results are not taken, until {@link #takeResults}. */
    void holdResults() {
        handling = new CountDownLatch(1);
    }

    void takeResults() {
        handling.countDown();
    }

    @EventListener
    void take(RequestOutcomeEvent<?> event) throws InterruptedException {
        handling.await();
    }

    @GetMapping(
            path = {"/", "/start", "/done"},
            produces = MediaType.TEXT_HTML_VALUE)
    String page(HttpServletRequest request) {
        return PAGE.formatted(request.getRequestURI());
    }

    @GetMapping("/begin/{flow}")
    RedirectView begin(@PathVariable("flow") String flow, HttpServletRequest request, HttpServletResponse response) {
        IamSmartSignIn signIn = IamSmartSignIn.from(request).orElseThrow();
        InitiatedRequest sent = client.initiate(
                request(flow),
                signIn.accessToken(),
                requests.options(request, response)
                        .owner(RequestBrowser.owner(signIn.tokenisedId()))
                        .build());
        PageContext context = new PageContext(
                "/done",
                "/start",
                sent.authByQr(),
                sent.appLink(),
                Optional.empty(),
                sent.identificationCode(),
                signIn.language());
        return waiting(sent.businessId(), context);
    }

    @GetMapping("/begin-anonymous/{flow}")
    RedirectView beginAnonymous(
            @PathVariable("flow") String flow, HttpServletRequest request, HttpServletResponse response) {
        AnonymousRequest sent = client.initiateAnonymous(
                request(flow),
                requests.anonymousOptions(request, response, "/iamsmart/callback/anonymous")
                        .build());
        boolean sameDevice = sent.source().isMobile();
        PageContext context = new PageContext(
                "/done",
                "/start",
                !sameDevice,
                Optional.of(sent.appLink()).filter(link -> sameDevice),
                Optional.of(client.signIn().authorizationUri(AuthorizationRequest.of(sent))),
                sent.identificationCode(),
                BrowserLanguage.of(request, Language.EN_US));
        return waiting(sent.businessId(), context);
    }

    private RedirectView waiting(BusinessId id, PageContext context) {
        client.requests().keepContext(id, context.json());
        return new RedirectView("/iamsmart" + RequestPaths.page(id), true);
    }

    private static UserRequest request(String flow) {
        DocumentDigest digest = DocumentDigest.of(new byte[] {1, 2, 3});
        SigningDetails details =
                SigningDetails.builder().documentName("Permit 17").build();
        return switch (flow) {
            case "profile" -> ProfileRequest.of(ProfileField.ENGLISH_NAME);
            case "form-filling" ->
                FormFillingRequest.builder()
                        .profileFields(ProfileField.ENGLISH_NAME)
                        .formFields(FormField.EMAIL_ADDRESS)
                        .formName("Application for a stall permit")
                        .build();
            case "hash-signing" -> new HashSigningRequest(digest, details);
            case "pdf-signing" -> new PdfSigningRequest(digest, details);
            case "re-authentication" -> new ReauthenticationRequest();
            case "bulk-signing" -> bulk(digest);
            default -> throw new IllegalArgumentException(flow);
        };
    }

    private static UserRequest bulk(DocumentDigest digest) {
        BulkSigningRequest.Builder batch = BulkSigningRequest.builder()
                .serviceName("Beach permits")
                .requestName("Permits of June")
                .signaturesInACallback(10);
        for (int day = 1; day <= 30; day++) {
            batch.document(BulkDocument.hash("june-" + day, "Permit of June " + day, digest));
        }
        return batch.build();
    }
}
