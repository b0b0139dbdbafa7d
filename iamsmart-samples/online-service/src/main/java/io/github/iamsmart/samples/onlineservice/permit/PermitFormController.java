package io.github.iamsmart.samples.onlineservice.permit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The form, what it says before it is submitted, and the receipt: the same for every applicant. */
@Controller
@RequestMapping({"/services/permit", "/permit"})
final class PermitFormController {

    private final PermitSession session;
    private final PermitDesk desk;
    private final FormViews views;

    PermitFormController(PermitSession session, PermitDesk desk, FormViews views) {
        this.session = session;
        this.desk = desk;
        this.views = views;
    }

    @GetMapping("/form")
    String form(HttpServletRequest request, Locale locale, Model model) {
        return session.findOpen(request)
                .map(application -> form(application, Map.of(), request, locale, model))
                .orElseGet(() -> elsewhere(request));
    }

    @PostMapping("/form")
    String correct(
            @RequestParam Map<String, String> parameters, HttpServletRequest request, Locale locale, Model model) {
        Optional<PermitApplication> application = session.findOpen(request);
        if (application.isEmpty()) {
            return elsewhere(request);
        }
        Map<Field, String> errors = desk.correct(application.get().id(), typed(parameters));
        return errors.isEmpty()
                ? AccessMode.of(request).redirectTo("/review")
                : form(session.find(request).orElseThrow(), errors, request, locale, model);
    }

    @GetMapping("/review")
    String review(HttpServletRequest request, Locale locale, Model model) {
        Optional<PermitApplication> application = session.findOpen(request);
        if (application.isEmpty()) {
            return elsewhere(request);
        }
        if (!desk.errors(application.get()).isEmpty()) {
            return AccessMode.of(request).redirectTo("/form");
        }
        show(application.get(), Map.of(), request, locale, model);
        return "permit/review";
    }

    @GetMapping("/receipt")
    String receipt(HttpServletRequest request, Locale locale, Model model) {
        Optional<Receipt> receipt = session.find(request).flatMap(PermitApplication::receipt);
        if (receipt.isEmpty()) {
            return AccessMode.of(request).redirectToStart();
        }
        model.addAttribute("receipt", receipt.get());
        model.addAttribute("submittedAt", FormViews.inHongKong(receipt.get().submittedAt()));
        model.addAttribute("access", AccessMode.of(request));
        return "permit/receipt";
    }

    private String form(
            PermitApplication application,
            Map<Field, String> errors,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        show(application, errors, request, locale, model);
        return "permit/form";
    }

    private void show(
            PermitApplication application,
            Map<Field, String> errors,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        model.addAttribute("access", AccessMode.of(request));
        model.addAttribute("parts", views.parts(application.form(), errors, locale));
        model.addAttribute("stalls", views.stalls(locale));
        model.addAttribute("proof", application.form().proof().orElse(null));
        model.addAttribute("errors", errors.size());
    }

    /** After an hour, or when the application is submitted already. */
    private String elsewhere(HttpServletRequest request) {
        AccessMode access = AccessMode.of(request);
        return session.find(request).isPresent() ? access.redirectTo("/receipt") : access.redirectToStart();
    }

    private static Map<Field, String> typed(Map<String, String> parameters) {
        Map<Field, String> typed = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            Optional.ofNullable(parameters.get(field.key())).ifPresent(text -> typed.put(field, text));
        }
        return typed;
    }
}
