package io.github.iamsmart.samples.onlineservice.daypasses;

import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.samples.onlineservice.signin.SignInAgain;
import io.github.iamsmart.samples.onlineservice.waiting.Ending;
import java.util.Locale;
import org.springframework.ui.Model;

/** Tells the stallholder why no pass was signed, and how to go on. */
final class PassEndings {

    private PassEndings() {}

    /** An outcome without a signature. */
    static String show(RequestOutcome<?> outcome, Locale locale, Model model) {
        return show(Ending.of(outcome, locale), model);
    }

    /** A request that could not be sent, or an answer that could not be had. */
    static String show(IamSmartException trouble, Locale locale, Model model) {
        Ending ending = Ending.of(trouble, locale);
        return SignInAgain.redirect(ending.code(), PassController.BASE).orElseGet(() -> show(ending, model));
    }

    private static String show(Ending ending, Model model) {
        model.addAttribute("ending", ending);
        return "daypasses/ended";
    }
}
