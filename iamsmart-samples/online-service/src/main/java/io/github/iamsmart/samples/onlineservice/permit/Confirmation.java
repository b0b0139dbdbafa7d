package io.github.iamsmart.samples.onlineservice.permit;

import io.github.iamsmart.reauth.ReauthenticationRequest;
import io.github.iamsmart.reauth.ReauthenticationResult;
import io.github.iamsmart.spring.requests.IamSmartRequests;
import io.github.iamsmart.spring.requests.RequestOutcomeEvent;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Submits the application: who has signed in proves once more who they are. */
@Controller
final class Confirmation {

    private final IamSmartRequests requests;
    private final Permits permits;
    private final FormRules rules;

    Confirmation(IamSmartRequests requests, Permits permits, FormRules rules) {
        this.requests = requests;
        this.permits = permits;
        this.rules = rules;
    }

    // tag::confirm[]
    @PostMapping("/services/permit/review")
    View confirm(HttpServletRequest request) {
        Optional<Permit> complete = permits.findOpen(request)
                .filter(permit -> rules.check(permit.form()).isEmpty());
        if (complete.isEmpty()) {
            return new RedirectView("/services/permit/form", true);
        }
        Permit permit = permits.update(complete.get(), Permit::nextRequest);
        return requests.begin(new ReauthenticationRequest())
                .reference(permit.reference())
                .thenGoTo("/services/permit/receipt")
                .againAt("/services/permit/review")
                .redirect();
    }

    @EventListener
    void confirmed(RequestOutcomeEvent<ReauthenticationResult> event) {
        event.outcome()
                .ifCompleted((sent, proof) -> permits.waitingFor(sent).ifPresent(permit -> {
                    if (proof.passed()) {
                        permits.submit(permit, true);
                    } else { // another face than that of the account
                        permits.update(permit, Permit::refusedConfirmation);
                    }
                }));
    }
    // end::confirm[]

    /** Nobody has signed in, so there is nobody to prove to be. */
    @PostMapping("/permit/review")
    String submit(HttpServletRequest request) {
        permits.findOpen(request).ifPresent(permit -> permits.submit(permit, false));
        return "redirect:/permit/receipt";
    }
}
