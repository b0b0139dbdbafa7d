package io.github.iamsmart.spring.test.permits;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.bulksigning.BulkDocument;
import io.github.iamsmart.bulksigning.BulkSigningRequest;
import io.github.iamsmart.bulksigning.BulkSigningResult;
import io.github.iamsmart.device.Language;
import io.github.iamsmart.formfilling.FormField;
import io.github.iamsmart.formfilling.FormFillingRequest;
import io.github.iamsmart.formfilling.FormFillingResult;
import io.github.iamsmart.identity.AccessToken;
import io.github.iamsmart.identity.EnglishName;
import io.github.iamsmart.identity.ProfileField;
import io.github.iamsmart.identity.TokenisedId;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.signing.DocumentDigest;
import io.github.iamsmart.spring.requests.IamSmartRequests;
import io.github.iamsmart.spring.requests.RequestOutcomeEvent;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.View;

@RestController
public class PermitController {

    private final IamSmartRequests requests;
    private final IamSmartClient client;
    public final List<RequestOutcome<FormFillingResult>> outcomes = new CopyOnWriteArrayList<>();
    public final List<RequestOutcome<BulkSigningResult>> batches = new CopyOnWriteArrayList<>();

    PermitController(IamSmartRequests requests, IamSmartClient client) {
        this.requests = requests;
        this.client = client;
    }

    @GetMapping("/")
    String home(Optional<IamSmartSignIn> user) {
        return user.map(signIn -> signIn.tokenisedId().value() + " " + signIn.accountType() + " "
                        + signIn.language().wireValue() + " " + signIn.sameDevice() + " " + signIn.scopes())
                .orElse("nobody");
    }

    @GetMapping("/vault")
    String vault(TokenisedId user) {
        return "The vault of " + user.value();
    }

    @PostMapping("/permits")
    View fill(TokenisedId user) {
        FormFillingRequest form = FormFillingRequest.builder()
                .profileFields(ProfileField.ENGLISH_NAME)
                .formName("Stall permit")
                .build();
        return requests.begin(form).reference("permit-17").thenGoTo("/permits").redirect();
    }

    @PostMapping("/enquiries")
    View enquire() {
        FormFillingRequest form = FormFillingRequest.builder()
                .formFields(FormField.EMAIL_ADDRESS)
                .formName("Enquiry")
                .build();
        return requests.beginAnonymous(form).thenGoTo("/permits").redirect();
    }

    @PostMapping("/batches")
    View sign(TokenisedId user) {
        BulkSigningRequest.Builder request = BulkSigningRequest.builder()
                .serviceName("Market")
                .requestName("Day passes")
                .signaturesInACallback(10);
        for (int day = 1; day <= 30; day++) {
            DocumentDigest pass = DocumentDigest.of(("Day pass " + day).getBytes(UTF_8));
            request.document(BulkDocument.hash("pass-" + day, "Day pass " + day, pass));
        }
        return requests.begin(request.build()).redirect();
    }

    @EventListener
    void signed(RequestOutcomeEvent<BulkSigningResult> event) {
        batches.add(event.outcome());
    }

    @PostMapping("/by-client")
    void byClient(AccessToken token, HttpServletRequest request, HttpServletResponse response) {
        FormFillingRequest form = FormFillingRequest.builder()
                .profileFields(ProfileField.ENGLISH_NAME)
                .formName("Stall permit")
                .build();
        client.initiate(
                form,
                token,
                requests.options(request, response).language(Language.EN_US).build());
    }

    @EventListener
    void ended(RequestOutcomeEvent<FormFillingResult> event) {
        outcomes.add(event.outcome());
    }

    @GetMapping("/permits")
    String show() {
        return outcomes.stream()
                .flatMap(outcome -> outcome instanceof RequestOutcome.Completed<FormFillingResult> completed
                        ? completed.result().profile().englishName().stream()
                        : Optional.<EnglishName>empty().stream())
                .map(name -> "Permit for " + name.value())
                .findFirst()
                .orElse("No permit");
    }
}
