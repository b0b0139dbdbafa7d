package io.github.iamsmart.samples.quickstart;

import io.github.iamsmart.formfilling.FormFillingRequest;
import io.github.iamsmart.formfilling.FormFillingResult;
import io.github.iamsmart.identity.ProfileField;
import io.github.iamsmart.identity.TokenisedId;
import io.github.iamsmart.spring.requests.IamSmartRequests;
import io.github.iamsmart.spring.requests.RequestOutcomeEvent;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.View;
import org.springframework.web.util.HtmlUtils;

// tag::form-filling[]
@RestController
class FormFilling {

    record Permit(TokenisedId applicant, Optional<FormFillingResult> form) {}

    private final Map<String, Permit> permits = new ConcurrentHashMap<>(); // yours: a database
    private final IamSmartRequests requests;

    FormFilling(IamSmartRequests requests) {
        this.requests = requests;
    }

    @PostMapping("/permits")
    View fill(TokenisedId user) {
        String id = UUID.randomUUID().toString();
        permits.put(id, new Permit(user, Optional.empty()));
        FormFillingRequest form = FormFillingRequest.builder()
                .profileFields(ProfileField.ENGLISH_NAME) // formFields(…): what the user typed into the app
                .formName("Application for a stall permit") // the app shows it
                .build();
        return requests.begin(form).reference(id).thenGoTo("/permits/" + id).redirect();
    }

    @EventListener
    void filled(RequestOutcomeEvent<FormFillingResult> event) { // once or more often
        event.outcome().ifCompleted((sent, form) -> {
            String id = sent.reference().orElseThrow();
            permits.computeIfPresent(id, (key, permit) -> new Permit(permit.applicant(), Optional.of(form)));
        });
    }

    @GetMapping("/permits/{id}")
    String show(@PathVariable("id") String id, TokenisedId user) {
        return Optional.ofNullable(permits.get(id))
                .filter(permit -> permit.applicant().equals(user))
                .flatMap(Permit::form)
                .flatMap(form -> form.profile().englishName())
                .map(name -> "Permit for " + HtmlUtils.htmlEscape(name.value()))
                .orElse("<form method=post action=/permits><button>Fill with iAM Smart</button></form>");
    }
}
// end::form-filling[]
