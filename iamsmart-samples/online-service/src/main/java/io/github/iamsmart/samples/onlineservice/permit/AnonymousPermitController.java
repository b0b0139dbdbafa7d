package io.github.iamsmart.samples.onlineservice.permit;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.formfilling.FormFillingApi;
import io.github.iamsmart.formfilling.FormFillingResult;
import io.github.iamsmart.requests.AnonymousRequest;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.samples.onlineservice.permit.PendingRequest.Purpose;
import io.github.iamsmart.signin.AuthorizationRequest;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The application of a visitor who has not signed in. */
@Controller
final class AnonymousPermitController {

    private final IamSmartClient client;
    private final PermitSession session;
    private final PermitRequests requests;
    private final PermitDesk desk;
    private final Endings endings;

    AnonymousPermitController(
            IamSmartClient client, PermitSession session, PermitRequests requests, PermitDesk desk, Endings endings) {
        this.client = client;
        this.session = session;
        this.requests = requests;
        this.desk = desk;
        this.endings = endings;
    }

    @GetMapping("/permit/new")
    String start(HttpServletRequest request, Model model) {
        if (IamSmartSignIn.from(request).isPresent()) {
            return AccessMode.SIGNED_IN.redirectToStart();
        }
        model.addAttribute("access", AccessMode.ANONYMOUS);
        model.addAttribute("begun", session.findOpen(request).isPresent());
        return "permit/start";
    }

    @PostMapping("/permit/new")
    String fill(
            @RequestParam(defaultValue = "iam-smart") String by,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        if (IamSmartSignIn.from(request).isPresent()) {
            return AccessMode.SIGNED_IN.redirectToStart();
        }
        PermitApplication application = session.findOrOpen(request);
        if (by.equals("hand")) {
            return AccessMode.ANONYMOUS.redirectTo("/form");
        }
        try {
            requests.fillAnonymously(application, request, response, locale);
            return AccessMode.ANONYMOUS.redirectTo("/continue");
        } catch (IamSmartException e) {
            return endings.show(e, Purpose.FILL, AccessMode.ANONYMOUS, locale, model);
        }
    }

    /**
     * A page that leads on to the gateway. Not a redirect: the policy of this site keeps its forms from ending anywhere
     * else.
     */
    @GetMapping("/permit/continue")
    String handOver(HttpServletRequest request, Model model) {
        Optional<AnonymousRequest> begun = begun(request);
        if (begun.isEmpty()) {
            return AccessMode.ANONYMOUS.redirectToStart();
        }
        model.addAttribute("forward", client.signIn().authorizationUri(AuthorizationRequest.of(begun.get())));
        return "permit/continue";
    }

    // tag::return[]
    @GetMapping(PermitRequests.RETURN)
    String back(HttpServletRequest request, Locale locale, Model model) {
        Optional<AnonymousRequest> begun = begun(request);
        if (begun.isEmpty()) {
            return endings.showOtherBrowser(locale, model);
        }
        try {
            String query = Objects.requireNonNullElse(request.getQueryString(), "");
            // The business id and the state are those of this browser's session, not those of the redirect.
            RequestOutcome<FormFillingResult> outcome = client.formFilling()
                    .completeAnonymous(
                            client.signIn().parseRedirect(query),
                            begun.get().businessId(),
                            begun.get().state());
            desk.filled(outcome);
            return AccessMode.ANONYMOUS.redirectTo("/answer");
        } catch (ProtocolException e) {
            return endings.showOtherBrowser(locale, model);
        } catch (IamSmartException e) {
            return endings.show(e, Purpose.FILL, AccessMode.ANONYMOUS, locale, model);
        }
    }
    // end::return[]

    /** Without the code in its address, which must not stay in the history. */
    @GetMapping("/permit/answer")
    String answer(HttpServletRequest request, Locale locale, Model model) {
        try {
            return begun(request)
                    .flatMap(one -> client.requests().outcome(one.businessId(), FormFillingApi.ANONYMOUS_KIND))
                    .map(outcome -> outcome instanceof RequestOutcome.Completed
                            ? AccessMode.ANONYMOUS.redirectTo("/form")
                            : endings.show(outcome, Purpose.FILL, AccessMode.ANONYMOUS, locale, model))
                    .orElseGet(AccessMode.ANONYMOUS::redirectToStart);
        } catch (IamSmartException e) {
            return endings.show(e, Purpose.FILL, AccessMode.ANONYMOUS, locale, model);
        }
    }

    @PostMapping("/permit/review")
    String submit(HttpServletRequest request) {
        session.findOpen(request).ifPresent(application -> desk.submit(application.id()));
        boolean submitted =
                session.find(request).filter(PermitApplication::isSubmitted).isPresent();
        return AccessMode.ANONYMOUS.redirectTo(submitted ? "/receipt" : "/form");
    }

    private Optional<AnonymousRequest> begun(HttpServletRequest request) {
        return session.find(request).flatMap(PermitApplication::request).flatMap(PendingRequest::anonymous);
    }
}
