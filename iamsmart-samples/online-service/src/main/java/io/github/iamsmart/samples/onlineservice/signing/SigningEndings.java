package io.github.iamsmart.samples.onlineservice.signing;

import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.samples.onlineservice.signin.SignInAgain;
import io.github.iamsmart.samples.onlineservice.waiting.Ending;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Tells the visitor why a paper was not signed, and how to go on. */
@Component
final class SigningEndings {

    private final MessageSource messages;

    SigningEndings(MessageSource messages) {
        this.messages = messages;
    }

    /** An outcome without a signature. */
    String show(RequestOutcome<?> outcome, Place place, Locale locale, Model model) {
        return show(Ending.of(outcome, locale), place, model);
    }

    /** A request that could not be sent, or an answer that could not be had. */
    String show(IamSmartException trouble, Place place, Locale locale, Model model) {
        Ending ending = Ending.of(trouble, locale);
        return SignInAgain.redirect(ending.code(), place.base())
                .filter(redirect -> place.signedIn())
                .orElseGet(() -> show(ending, place, model));
    }

    /** A return from iAM Smart that does not belong to this browser, or not to its request. */
    String showOtherBrowser(Place place, Locale locale, Model model) {
        return show(new Ending(messages.getMessage("permit.other-browser", null, locale), null, true), place, model);
    }

    private static String show(Ending ending, Place place, Model model) {
        model.addAttribute("ending", ending);
        model.addAttribute("place", place);
        return "signing/ended";
    }
}
