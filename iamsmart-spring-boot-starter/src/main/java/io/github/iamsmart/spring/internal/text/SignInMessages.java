package io.github.iamsmart.spring.internal.text;

import io.github.iamsmart.device.Language;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of sign-in in one language. */
public final class SignInMessages {

    private static final String BUNDLE = SignInMessages.class.getPackageName() + ".sign-in-messages";

    private final ResourceBundle bundle;

    private SignInMessages(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /**
     * {@return the sentences in a language}
     *
     * @param language the user's language
     */
    public static SignInMessages of(Language language) {
        // The bundle without a name is the English one. Every language has its file, so that the JVM's plays no part.
        Locale locale = language == Language.EN_US ? Locale.ROOT : language.locale();
        return new SignInMessages(ResourceBundle.getBundle(BUNDLE, locale, SignInMessages.class.getClassLoader()));
    }

    /**
     * {@return what to tell the user of a sign-in that ended without one}
     *
     * @param reason a constant of {@code SignInFailure.Reason}
     */
    public String reason(Enum<?> reason) {
        return text("reason." + reason.name());
    }

    /**
     * {@return a sentence}
     *
     * @param key its key in the message files
     */
    public String text(String key) {
        return bundle.getString(key);
    }
}
