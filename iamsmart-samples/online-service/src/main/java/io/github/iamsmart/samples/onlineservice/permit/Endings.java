package io.github.iamsmart.samples.onlineservice.permit;

import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.reauth.ReauthenticationResult;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.samples.onlineservice.permit.PendingRequest.Purpose;
import io.github.iamsmart.samples.onlineservice.signin.SignInAgain;
import io.github.iamsmart.samples.onlineservice.waiting.Ending;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Tells the applicant how a request ended that brought nothing, and how to go on. */
@Component
final class Endings {

    static final String VIEW = "permit/ended";

    private final MessageSource messages;

    Endings(MessageSource messages) {
        this.messages = messages;
    }

    /** An outcome without a result, and a re-authentication that was not passed. */
    String show(RequestOutcome<?> outcome, Purpose purpose, AccessMode access, Locale locale, Model model) {
        Ending ending = outcome instanceof RequestOutcome.Completed
                ? new Ending(messages.getMessage("permit.notPassed", null, locale), null, false)
                : Ending.of(outcome, locale);
        return show(ending, purpose, access, model);
    }

    /** A request that could not be sent, or an answer that could not be had. */
    String show(IamSmartException trouble, Purpose purpose, AccessMode access, Locale locale, Model model) {
        Ending ending = Ending.of(trouble, locale);
        String returnTo = purpose == Purpose.CONFIRM ? "/services/permit/review" : access.start();
        return SignInAgain.redirect(ending.code(), returnTo)
                .filter(redirect -> access == AccessMode.SIGNED_IN)
                .orElseGet(() -> show(ending, purpose, access, model));
    }

    /** A return from iAM Smart that does not belong to this browser, or not to its request. */
    String showOtherBrowser(Locale locale, Model model) {
        Ending ending = new Ending(messages.getMessage("permit.other-browser", null, locale), null, true);
        return show(ending, Purpose.FILL, AccessMode.ANONYMOUS, model);
    }

    static boolean passed(RequestOutcome<ReauthenticationResult> outcome) {
        return outcome instanceof RequestOutcome.Completed<ReauthenticationResult> completed
                && completed.result().passed();
    }

    private static String show(Ending ending, Purpose purpose, AccessMode access, Model model) {
        model.addAttribute("ending", ending);
        model.addAttribute("confirming", purpose == Purpose.CONFIRM);
        model.addAttribute("access", access);
        return VIEW;
    }
}
