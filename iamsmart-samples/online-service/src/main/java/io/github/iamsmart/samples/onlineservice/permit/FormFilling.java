package io.github.iamsmart.samples.onlineservice.permit;

import io.github.iamsmart.formfilling.FormField;
import io.github.iamsmart.formfilling.FormFillingRequest;
import io.github.iamsmart.formfilling.FormFillingResult;
import io.github.iamsmart.identity.ProfileField;
import io.github.iamsmart.spring.requests.IamSmartRequests;
import io.github.iamsmart.spring.requests.RequestOutcomeEvent;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** Fills the form of the permit with data from iAM Smart, of a visitor who has signed in or of anybody. */
@Controller
final class FormFilling {

    private final IamSmartRequests requests;
    private final Permits permits;
    private final MessageSource messages;

    FormFilling(IamSmartRequests requests, Permits permits, MessageSource messages) {
        this.requests = requests;
        this.permits = permits;
        this.messages = messages;
    }

    @GetMapping({"/services/permit", "/permit/new"})
    String start(HttpServletRequest request, Model model) {
        AccessMode access = AccessMode.of(request);
        if (access == AccessMode.ANONYMOUS && IamSmartSignIn.from(request).isPresent()) {
            return "redirect:" + AccessMode.SIGNED_IN.start();
        }
        model.addAttribute("access", access);
        model.addAttribute("begun", permits.findOpen(request).isPresent());
        return "permit/start";
    }

    @PostMapping(
            path = {"/services/permit", "/permit/new"},
            params = "by=hand")
    String byHand(HttpServletRequest request) {
        permits.findOrOpen(request);
        return "redirect:" + AccessMode.of(request).base() + "/form";
    }

    // tag::fill[]
    @PostMapping({"/services/permit", "/permit/new"})
    View fill(HttpServletRequest request, Locale locale) {
        AccessMode access = AccessMode.of(request);
        Permit permit = permits.update(permits.findOrOpen(request), Permit::nextRequest);
        return (access.signedIn() ? requests.begin(form(locale)) : requests.beginAnonymous(form(locale)))
                .reference(permit.reference()) // the outcome brings it back
                .thenGoTo(access.base() + "/form")
                .againAt(access.start())
                .redirect();
    }

    @EventListener
    void filled(RequestOutcomeEvent<FormFillingResult> event) { // even if the applicant has closed the page
        event.outcome()
                .ifCompleted((sent, result) -> permits.waitingFor(sent)
                        .filter(permit -> !permit.isSubmitted())
                        .ifPresent(permit -> permits.update(
                                permit, one -> one.with(one.form().filled(result)))));
    }
    // end::fill[]

    private FormFillingRequest form(Locale locale) {
        return FormFillingRequest.builder()
                .formName(messages.getMessage("permit.heading", null, locale)) // the app shows it
                .formNumber("KSM-1")
                .formDescription(messages.getMessage("permit.description", null, locale))
                .profileFields(
                        ProfileField.ENGLISH_NAME,
                        ProfileField.CHINESE_NAME,
                        ProfileField.CHINESE_NAME_VERIFIED,
                        ProfileField.ID_NUMBER,
                        ProfileField.BIRTH_DATE)
                .formFields(
                        FormField.MOBILE_TELEPHONE,
                        FormField.EMAIL_ADDRESS,
                        FormField.RESIDENTIAL_ADDRESS,
                        FormField.POSTAL_ADDRESS,
                        FormField.ADDRESS_DOCUMENT,
                        FormField.ADDRESS_DOCUMENT_FILE)
                .build();
    }
}
