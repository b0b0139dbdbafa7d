package io.github.iamsmart.spring.internal.page;

import io.github.iamsmart.device.Language;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.springframework.context.MessageSource;
import org.springframework.context.support.StaticMessageSource;

/**
 * The words of the starter's pages. A text that the application has under the same key in its {@link MessageSource}
 * goes before ours. Thread-safe.
 */
public final class Captions {

    private static final String BUNDLE = Captions.class.getPackageName() + ".captions";

    /** What the keys begin with in the application's messages, where others live too. */
    private static final String PREFIX = "iamsmart.page.";

    private final MessageSource application;

    /**
     * Creates them.
     *
     * @param application the messages of the application
     */
    public Captions(MessageSource application) {
        this.application = application;
    }

    /** {@return our words alone} */
    public static Captions ours() {
        return new Captions(new StaticMessageSource());
    }

    /**
     * {@return a text}
     *
     * @param key its key, without {@code iamsmart.page.}
     * @param language the user's language
     * @param arguments what takes the places of {@code {0}}, {@code {1}} and so on
     */
    public String text(String key, Language language, Object... arguments) {
        return fill(own(key, language).orElseGet(() -> bundle(language).getString(PREFIX + key)), arguments);
    }

    /**
     * {@return a text of the application; empty if it has none under this key}
     *
     * @param key its key, without {@code iamsmart.page.}
     * @param language the user's language
     */
    public Optional<String> own(String key, Language language) {
        // Without arguments, so that the apostrophes of a text mean themselves as they do in ours.
        String text = application.getMessage(PREFIX + key, null, null, language.locale());
        // An application may have its message source answer with the key where it has no text.
        return Optional.ofNullable(text).filter(found -> !found.equals(PREFIX + key));
    }

    private static String fill(String text, Object... arguments) {
        String filled = text;
        for (int i = 0; i < arguments.length; i++) {
            filled = filled.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return filled;
    }

    private static ResourceBundle bundle(Language language) {
        // The bundle without a name is the English one. Every language has its file, so that the JVM's plays no part.
        Locale locale = language == Language.EN_US ? Locale.ROOT : language.locale();
        return ResourceBundle.getBundle(BUNDLE, locale, Captions.class.getClassLoader());
    }
}
