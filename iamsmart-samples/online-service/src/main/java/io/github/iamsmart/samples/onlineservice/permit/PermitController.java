package io.github.iamsmart.samples.onlineservice.permit;

import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.samples.onlineservice.permit.PendingRequest.Purpose;
import io.github.iamsmart.samples.onlineservice.services.ServiceEntry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The application of a visitor who has signed in. What a button posts to is the page that it stands on, so that the way
 * back from a sign-in that became necessary leads there.
 */
@Controller
final class PermitController {

    private final PermitSession session;
    private final PermitRequests requests;
    private final PermitDesk desk;
    private final Endings endings;

    PermitController(PermitSession session, PermitRequests requests, PermitDesk desk, Endings endings) {
        this.session = session;
        this.requests = requests;
        this.desk = desk;
        this.endings = endings;
    }

    @Bean
    @Order(20)
    static ServiceEntry permitService() {
        return new ServiceEntry("permit", AccessMode.SIGNED_IN.start());
    }

    @GetMapping("/services/permit")
    String start(HttpServletRequest request, Model model) {
        model.addAttribute("access", AccessMode.SIGNED_IN);
        model.addAttribute("begun", session.findOpen(request).isPresent());
        return "permit/start";
    }

    @PostMapping("/services/permit")
    String fill(
            @RequestParam(defaultValue = "iam-smart") String by,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        PermitApplication application = session.findOrOpen(request);
        if (by.equals("hand")) {
            return AccessMode.SIGNED_IN.redirectTo("/form");
        }
        try {
            return waitFor(requests.fill(application, request, response, locale).value());
        } catch (IamSmartException e) {
            return endings.show(e, Purpose.FILL, AccessMode.SIGNED_IN, locale, model);
        }
    }

    @PostMapping("/services/permit/review")
    String confirm(HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
        Optional<PermitApplication> application = session.findOpen(request);
        if (application.isEmpty()) {
            return AccessMode.SIGNED_IN.redirectToStart();
        }
        if (!desk.errors(application.get()).isEmpty()) {
            return AccessMode.SIGNED_IN.redirectTo("/form");
        }
        try {
            return waitFor(requests.confirm(application.get(), request, response, locale)
                    .value());
        } catch (IamSmartException e) {
            return endings.show(e, Purpose.CONFIRM, AccessMode.SIGNED_IN, locale, model);
        }
    }

    private static String waitFor(String businessId) {
        return AccessMode.SIGNED_IN.redirectTo("/waiting/" + businessId);
    }
}
