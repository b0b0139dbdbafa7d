package io.github.iamsmart.samples.documentation.guide;

import static org.springframework.http.HttpStatus.UNAUTHORIZED;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.formfilling.FormField;
import io.github.iamsmart.formfilling.FormFillingRequest;
import io.github.iamsmart.identity.ProfileField;
import io.github.iamsmart.requests.InitiatedRequest;
import io.github.iamsmart.spring.requests.IamSmartRequests;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

// tag::controller[]
@RestController
class FormController {

    private final IamSmartClient client;
    private final IamSmartRequests requests;

    FormController(IamSmartClient client, IamSmartRequests requests) {
        this.client = client;
        this.requests = requests;
    }

    @PostMapping("/permits/17/fill")
    Map<String, String> fill(HttpServletRequest request, HttpServletResponse response) {
        IamSmartSignIn signIn = IamSmartSignIn.from(request)
                .orElseThrow(() -> new ResponseStatusException(UNAUTHORIZED)); // then GET /iamsmart/login
        FormFillingRequest form = FormFillingRequest.builder()
                .profileFields(ProfileField.ENGLISH_NAME)
                .formFields(FormField.EMAIL_ADDRESS)
                .formName("Application for a stall permit")
                .build();
        InitiatedRequest sent = client.formFilling()
                .initiate(
                        signIn.accessToken(),
                        form,
                        requests.options(request, response)
                                .reference("permit-17")
                                .build());
        return Map.of(
                "ask", requests.statePath(request, sent.businessId()), // and the same with /events
                "tell", sent.instruction(signIn.language().locale()));
    }
}
// end::controller[]
