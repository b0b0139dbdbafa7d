package io.github.iamsmart.spring.signin;

import io.github.iamsmart.request.Language;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of the sign-in pages in one language. */
final class SignInMessages {

    private static final String BUNDLE = SignInMessages.class.getPackageName() + ".messages";

    private final ResourceBundle bundle;

    private SignInMessages(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    static SignInMessages of(Language language) {
        // The bundle without a name is the English one. Every language has its file, so that the JVM's plays no part.
        Locale locale = language == Language.EN_US ? Locale.ROOT : language.locale();
        return new SignInMessages(ResourceBundle.getBundle(BUNDLE, locale, SignInMessages.class.getClassLoader()));
    }

    String sentence(SignInFailure.Reason reason) {
        return text("reason." + reason.name());
    }

    String text(String key) {
        return bundle.getString(key);
    }
}
