package io.github.iamsmart.samples.quickstart;

import io.github.iamsmart.formfilling.FormField;
import io.github.iamsmart.formfilling.FormFillingRequest;
import io.github.iamsmart.formfilling.FormFillingResult;
import io.github.iamsmart.spring.requests.IamSmartRequests;
import io.github.iamsmart.spring.requests.RequestOutcomeEvent;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.SessionAttribute;
import org.springframework.web.servlet.View;
import org.springframework.web.util.HtmlUtils;

// tag::anonymous-form-filling[]
@RestController
class AnonymousFormFilling {

    private final Map<String, Optional<FormFillingResult>> enquiries = new ConcurrentHashMap<>(); // yours: a database
    private final IamSmartRequests requests;

    AnonymousFormFilling(IamSmartRequests requests) {
        this.requests = requests;
    }

    @PostMapping("/enquiry")
    View fill(HttpSession session) {
        String id = UUID.randomUUID().toString();
        enquiries.put(id, Optional.empty());
        session.setAttribute("enquiry", id); // this browser alone sees the result
        FormFillingRequest form = FormFillingRequest.builder()
                .formFields(FormField.EMAIL_ADDRESS)
                .formName("Enquiry about a stall") // the app shows it
                .build();
        return requests.beginAnonymous(form).reference(id).thenGoTo("/enquiry").redirect();
    }

    @EventListener
    void filled(RequestOutcomeEvent<FormFillingResult> event) { // once or more often
        event.outcome().ifCompleted((sent, form) -> {
            String id = sent.reference().orElseThrow();
            enquiries.computeIfPresent(id, (key, none) -> Optional.of(form));
        });
    }

    @GetMapping("/enquiry")
    String show(@SessionAttribute(name = "enquiry", required = false) Optional<String> id) {
        return id.map(enquiries::get)
                .flatMap(enquiry -> enquiry)
                .flatMap(form -> form.formData().emailAddress())
                .map(email -> "We answer to " + HtmlUtils.htmlEscape(email.value()))
                .orElse("<form method=post><button>Continue with iAM Smart</button></form>");
    }
}
// end::anonymous-form-filling[]
