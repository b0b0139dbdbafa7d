package io.github.iamsmart.samples.onlineservice.permit;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.formfilling.FormFillingApi;
import io.github.iamsmart.formfilling.FormFillingResult;
import io.github.iamsmart.reauth.ReauthenticationApi;
import io.github.iamsmart.reauth.ReauthenticationResult;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.samples.onlineservice.permit.PendingRequest.Purpose;
import io.github.iamsmart.samples.onlineservice.waiting.WaitingViews;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The page that waits for the phone. It loads itself again when the request has ended, and then leads on, or tells why
 * there is nothing to go on with.
 */
@Controller
final class PermitWaitingController {

    private final IamSmartClient client;
    private final PermitSession session;
    private final PermitDesk desk;
    private final WaitingViews views;
    private final Endings endings;

    PermitWaitingController(
            IamSmartClient client, PermitSession session, PermitDesk desk, WaitingViews views, Endings endings) {
        this.client = client;
        this.session = session;
        this.desk = desk;
        this.views = views;
        this.endings = endings;
    }

    @GetMapping("/services/permit/waiting/{businessId}")
    String waiting(@PathVariable String businessId, HttpServletRequest request, Locale locale, Model model) {
        // To every other browser the page does not exist.
        PermitApplication application =
                session.find(request).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Optional<PendingRequest> found = application.request(businessId);
        if (found.flatMap(PendingRequest::sent).isEmpty()) {
            // Replaced by another request, or never taken by the gateway.
            return AccessMode.SIGNED_IN.redirectToStart();
        }
        PendingRequest pending = found.get();
        try {
            return answer(pending, locale, model).orElseGet(() -> {
                model.addAttribute("waiting", views.of(pending.sent().orElseThrow(), address(request), locale));
                model.addAttribute("confirming", pending.purpose() == Purpose.CONFIRM);
                return "permit/waiting";
            });
        } catch (IamSmartException e) {
            return endings.show(e, pending.purpose(), AccessMode.SIGNED_IN, locale, model);
        }
    }

    private static URI address(HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromRequestUri(request).build().toUri();
    }

    private Optional<String> answer(PendingRequest pending, Locale locale, Model model) {
        return pending.purpose() == Purpose.FILL
                ? filled(pending.businessId(), locale, model)
                : confirmed(pending.businessId(), locale, model);
    }

    private Optional<String> filled(BusinessId businessId, Locale locale, Model model) {
        Optional<RequestOutcome<FormFillingResult>> outcome =
                client.requests().outcome(businessId, FormFillingApi.KIND);
        // The event may not have been heard yet: what is stored is taken here, too.
        outcome.ifPresent(desk::filled);
        return outcome.map(ended -> ended instanceof RequestOutcome.Completed
                ? AccessMode.SIGNED_IN.redirectTo("/form")
                : endings.show(ended, Purpose.FILL, AccessMode.SIGNED_IN, locale, model));
    }

    private Optional<String> confirmed(BusinessId businessId, Locale locale, Model model) {
        Optional<RequestOutcome<ReauthenticationResult>> outcome =
                client.requests().outcome(businessId, ReauthenticationApi.KIND);
        outcome.ifPresent(desk::confirmed);
        return outcome.map(ended -> Endings.passed(ended)
                ? AccessMode.SIGNED_IN.redirectTo("/receipt")
                : endings.show(ended, Purpose.CONFIRM, AccessMode.SIGNED_IN, locale, model));
    }
}
