package io.github.iamsmart.samples.onlineservice.permit;

import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.error.GatewayException;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.reauth.ReauthenticationResult;
import io.github.iamsmart.samples.onlineservice.permit.PendingRequest.Purpose;
import io.github.iamsmart.samples.onlineservice.signin.SignInAgain;
import io.github.iamsmart.tracking.RequestOutcome;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
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
    String show(RequestOutcome<?> outcome, Purpose purpose, Counter counter, Locale locale, Model model) {
        String sentence =
                outcome.userMessage(locale).orElseGet(() -> messages.getMessage("permit.notPassed", null, locale));
        boolean declined = outcome instanceof RequestOutcome.Declined;
        return show(sentence, outcome.errorCode().orElse(null), declined, purpose, counter, model);
    }

    /** A request that could not be sent, or an answer that could not be had. */
    String show(IamSmartException trouble, Purpose purpose, Counter counter, Locale locale, Model model) {
        ErrorCode code = trouble instanceof GatewayException refused ? refused.code() : null;
        String returnTo = purpose == Purpose.CONFIRM ? "/services/permit/review" : counter.start();
        return SignInAgain.redirect(code, returnTo)
                .filter(redirect -> counter == Counter.SIGNED_IN)
                .orElseGet(() -> show(trouble.userMessage(locale), code, false, purpose, counter, model));
    }

    /** A return from iAM Smart that does not belong to this browser, or not to its request. */
    String showStranger(Locale locale, Model model) {
        String sentence = messages.getMessage("permit.stranger", null, locale);
        return show(sentence, null, true, Purpose.FILL, Counter.ANONYMOUS, model);
    }

    static boolean passed(RequestOutcome<ReauthenticationResult> outcome) {
        return outcome instanceof RequestOutcome.Completed<ReauthenticationResult> completed
                && completed.result().passed();
    }

    private static String show(
            String sentence,
            @Nullable ErrorCode code,
            boolean declined,
            Purpose purpose,
            Counter counter,
            Model model) {
        model.addAttribute("sentence", sentence);
        model.addAttribute("code", code == null ? null : code.value());
        model.addAttribute("declined", declined);
        model.addAttribute("confirming", purpose == Purpose.CONFIRM);
        model.addAttribute("counter", counter);
        return VIEW;
    }
}
