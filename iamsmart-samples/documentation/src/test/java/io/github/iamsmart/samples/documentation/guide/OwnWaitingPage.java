package io.github.iamsmart.samples.documentation.guide;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.formfilling.FormFillingRequest;
import io.github.iamsmart.identity.ProfileField;
import io.github.iamsmart.requests.InitiatedRequest;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.spring.requests.IamSmartRequests;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

// tag::controller[]
@RestController
class OwnWaitingPage {

    record Waiting(String statePath, String instruction, Optional<URI> appLink) {}

    private final IamSmartClient client;
    private final IamSmartRequests requests;

    OwnWaitingPage(IamSmartClient client, IamSmartRequests requests) {
        this.client = client;
        this.requests = requests;
    }

    @PostMapping("/permits/17/fill")
    Waiting fill(IamSmartSignIn signIn, HttpServletRequest request, HttpServletResponse response) {
        FormFillingRequest form = FormFillingRequest.builder()
                .profileFields(ProfileField.ENGLISH_NAME)
                .formName("Application for a stall permit")
                .build();
        RequestOptions options =
                requests.options(request, response).reference("permit-17").build();
        InitiatedRequest sent = client.formFilling().initiate(signIn.accessToken(), form, options);
        return new Waiting(
                requests.statePath(request, sent.businessId()), // ask here how far it is; or /events
                sent.instruction(signIn.language().locale()),
                sent.appLink());
    }
}
// end::controller[]
