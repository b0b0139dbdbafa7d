package io.github.iamsmart.spring.internal.text;

import io.github.iamsmart.device.Language;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences about requests that begin and come back, in one language. */
public final class RequestMessages {

    private static final String BUNDLE = RequestMessages.class.getPackageName() + ".request-messages";

    private final ResourceBundle bundle;

    private RequestMessages(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /**
     * {@return the sentences in a language}
     *
     * @param language the user's language
     */
    public static RequestMessages of(Language language) {
        // The bundle without a name is the English one. Every language has its file, so that the JVM's plays no part.
        Locale locale = language == Language.EN_US ? Locale.ROOT : language.locale();
        return new RequestMessages(ResourceBundle.getBundle(BUNDLE, locale, RequestMessages.class.getClassLoader()));
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
