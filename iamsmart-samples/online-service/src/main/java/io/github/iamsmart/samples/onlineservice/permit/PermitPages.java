package io.github.iamsmart.samples.onlineservice.permit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.temporal.ChronoUnit;
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
final class PermitPages {

    private final Permits permits;
    private final FormRules rules;
    private final FormViews views;

    PermitPages(Permits permits, FormRules rules, FormViews views) {
        this.permits = permits;
        this.rules = rules;
        this.views = views;
    }

    @GetMapping("/form")
    String form(HttpServletRequest request, Locale locale, Model model) {
        return permits.findOpen(request)
                .map(permit -> show("permit/form", permit, Map.of(), request, locale, model))
                .orElseGet(() -> elsewhere(request));
    }

    /** Keeps what is typed, also where the visitor only wants to read on in another language. */
    @PostMapping("/form")
    String correct(
            @RequestParam Map<String, String> parameters, HttpServletRequest request, Locale locale, Model model) {
        Optional<Permit> open = permits.findOpen(request);
        if (open.isEmpty()) {
            return elsewhere(request);
        }
        Permit permit = permits.update(open.get(), one -> one.with(one.form().corrected(typed(parameters))));
        if (parameters.containsKey("lang")) {
            return "redirect:" + AccessMode.of(request).base() + "/form";
        }
        Map<Field, String> errors = rules.check(permit.form());
        return errors.isEmpty()
                ? "redirect:" + AccessMode.of(request).base() + "/review"
                : show("permit/form", permit, errors, request, locale, model);
    }

    @GetMapping("/review")
    String review(HttpServletRequest request, Locale locale, Model model) {
        Optional<Permit> permit = permits.findOpen(request);
        if (permit.filter(one -> rules.check(one.form()).isEmpty()).isEmpty()) {
            return permit.isPresent() ? "redirect:" + AccessMode.of(request).base() + "/form" : elsewhere(request);
        }
        model.addAttribute("refused", permit.get().refused());
        return show("permit/review", permit.get(), Map.of(), request, locale, model);
    }

    @GetMapping("/receipt")
    String receipt(HttpServletRequest request, Model model) {
        Optional<Receipt> receipt = permits.find(request).flatMap(Permit::receipt);
        if (receipt.isEmpty()) {
            return "redirect:" + AccessMode.of(request).base() + "/review";
        }
        model.addAttribute("receipt", receipt.get());
        model.addAttribute(
                "submittedAt", FormViews.inHongKong(receipt.get().submittedAt().truncatedTo(ChronoUnit.SECONDS)));
        model.addAttribute("access", AccessMode.of(request));
        return "permit/receipt";
    }

    private String show(
            String view,
            Permit permit,
            Map<Field, String> errors,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        model.addAttribute("access", AccessMode.of(request));
        model.addAttribute("parts", views.parts(permit.form(), errors, locale));
        model.addAttribute("stalls", views.stalls(locale));
        model.addAttribute("proof", permit.form().proof().orElse(null));
        model.addAttribute("errors", errors.size());
        return view;
    }

    /** After an hour, or when the application is submitted already. */
    private String elsewhere(HttpServletRequest request) {
        AccessMode access = AccessMode.of(request);
        return "redirect:" + (permits.find(request).isPresent() ? access.base() + "/receipt" : access.start());
    }

    private static Map<Field, String> typed(Map<String, String> parameters) {
        Map<Field, String> typed = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            Optional.ofNullable(parameters.get(field.key())).ifPresent(text -> typed.put(field, text));
        }
        return typed;
    }
}
