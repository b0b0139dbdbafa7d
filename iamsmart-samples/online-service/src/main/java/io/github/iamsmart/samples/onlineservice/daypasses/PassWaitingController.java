package io.github.iamsmart.samples.onlineservice.daypasses;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.bulksigning.BulkSigningApi;
import io.github.iamsmart.bulksigning.BulkSigningResult;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.requests.RequestOutcome;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The page that waits for the phone and then for the signatures, and from which the request can be withdrawn. */
@Controller
@RequestMapping(PassController.BASE + "/waiting/{businessId}")
final class PassWaitingController {

    private final IamSmartClient client;
    private final PassSession session;
    private final PassRequests requests;
    private final WaitingViews views;

    PassWaitingController(IamSmartClient client, PassSession session, PassRequests requests, WaitingViews views) {
        this.client = client;
        this.session = session;
        this.requests = requests;
        this.views = views;
    }

    @GetMapping
    String waiting(
            @PathVariable String businessId,
            @RequestParam(defaultValue = "") String withdrawal,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        Season season = find(request);
        Optional<PassRequest> pending = pending(season, businessId);
        if (pending.isEmpty()) {
            // Replaced by another request, or never taken by the gateway.
            return PassController.redirectTo("");
        }
        try {
            Optional<RequestOutcome<BulkSigningResult>> outcome =
                    client.requests().outcome(pending.get().businessId(), BulkSigningApi.KIND);
            if (outcome.isPresent()) {
                return next(season, outcome.get(), locale, model);
            }
            model.addAttribute("withdrawal", withdrawal);
            return show(pending.get(), request, locale, model);
        } catch (IamSmartException e) {
            return PassEndings.show(e, locale, model);
        }
    }

    @PostMapping("/withdrawal")
    String withdraw(@PathVariable String businessId, HttpServletRequest request) {
        Season season = find(request);
        Optional<PassRequest> pending = pending(season, businessId);
        if (pending.isEmpty()) {
            return PassController.redirectTo("");
        }
        String page = PassController.redirectTo("/waiting/" + businessId);
        try {
            return switch (requests.withdraw(pending.get().businessId(), season.holder())) {
                case DONE -> PassController.redirectTo("?withdrawn");
                case TOO_EARLY -> page + "?withdrawal=early";
                case TOO_LATE -> page + "?withdrawal=late";
            };
        } catch (IamSmartException e) {
            return page + "?withdrawal=failed";
        }
    }

    /** To every other browser the page does not exist. */
    private Season find(HttpServletRequest request) {
        return session.find(request).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Optional<PassRequest> pending(Season season, String businessId) {
        return season.request()
                .filter(latest -> latest.businessId().value().equals(businessId))
                .filter(latest -> latest.sent().isPresent());
    }

    /** Whether a signature has come at all decides what is told of a request that ran out of time. */
    private static String next(Season season, RequestOutcome<BulkSigningResult> outcome, Locale locale, Model model) {
        boolean mayHaveSignatures =
                outcome instanceof RequestOutcome.Completed || outcome instanceof RequestOutcome.TimedOut;
        if (!mayHaveSignatures) {
            return PassEndings.show(outcome, locale, model);
        }
        if (season.request().flatMap(PassRequest::end).isEmpty()) {
            model.addAttribute("checking", true); // the page loads itself again
            return "daypasses/checking";
        }
        boolean nothingCame =
                season.asked().stream().allMatch(pass -> pass.report().isEmpty());
        return nothingCame && outcome instanceof RequestOutcome.TimedOut
                ? PassEndings.show(outcome, locale, model)
                : PassController.redirectTo("/report");
    }

    private String show(PassRequest pending, HttpServletRequest request, Locale locale, Model model) {
        URI page = ServletUriComponentsBuilder.fromRequestUri(request).build().toUri();
        model.addAttribute("waiting", views.of(pending.sent().orElseThrow(), page, locale));
        model.addAttribute("progress", client.requests().progress(pending.businessId()));
        model.addAttribute("count", pending.numbers().size());
        model.addAttribute("businessId", pending.businessId());
        return "daypasses/waiting";
    }
}
