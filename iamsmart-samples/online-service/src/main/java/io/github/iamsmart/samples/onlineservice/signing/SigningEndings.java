package io.github.iamsmart.samples.onlineservice.signing;

import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.error.GatewayException;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.samples.onlineservice.signin.SignInAgain;
import io.github.iamsmart.tracking.RequestOutcome;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Tells the visitor why a paper was not signed, and how to go on. */
@Component
final class SigningEndings {

    private static final String VIEW = "signing/ended";

    private final MessageSource messages;

    SigningEndings(MessageSource messages) {
        this.messages = messages;
    }

    /** An outcome without a signature. */
    String show(RequestOutcome<?> outcome, Place place, Locale locale, Model model) {
        boolean declined = outcome instanceof RequestOutcome.Declined;
        return show(
                outcome.userMessage(locale).orElseThrow(), outcome.errorCode().orElse(null), declined, place, model);
    }

    /** A request that could not be sent, or an answer that could not be had. */
    String show(IamSmartException trouble, Place place, Locale locale, Model model) {
        ErrorCode code = trouble instanceof GatewayException refused ? refused.code() : null;
        return SignInAgain.redirect(code, place.base())
                .filter(redirect -> place.signedIn())
                .orElseGet(() -> show(trouble.userMessage(locale), code, false, place, model));
    }

    /** A return from iAM Smart that does not belong to this browser, or not to its request. */
    String showStranger(Place place, Locale locale, Model model) {
        return show(messages.getMessage("permit.stranger", null, locale), null, true, place, model);
    }

    private static String show(String sentence, @Nullable ErrorCode code, boolean declined, Place place, Model model) {
        model.addAttribute("sentence", sentence);
        model.addAttribute("code", code == null ? null : code.value());
        model.addAttribute("declined", declined);
        model.addAttribute("plusNeeded", ErrorCode.SIGNING_NOT_PERMITTED.equals(code));
        model.addAttribute("otherSigner", ErrorCode.SIGNING_HKIC_MISMATCH.equals(code));
        model.addAttribute("place", place);
        return VIEW;
    }
}
