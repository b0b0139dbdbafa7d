package io.github.iamsmart.request;

import io.github.iamsmart.internal.text.UserLanguage;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages in which iAM Smart shows its pages [D]. */
public enum Language {
    /** English. */
    EN_US("en-US"),
    /** Traditional Chinese of Hong Kong. */
    ZH_HK("zh-HK"),
    /** Simplified Chinese. */
    ZH_CN("zh-CN");

    private final String wireValue;

    Language(String wireValue) {
        this.wireValue = wireValue;
    }

    /**
     * Returns the language that a reader of a locale reads best: Traditional Chinese for {@code zh-Hant},
     * {@code zh-HK}, {@code zh-MO} and {@code zh-TW}, Simplified Chinese for all other {@code zh}, English for
     * everything else. The default locale of the JVM plays no part.
     *
     * @param locale the user's locale
     * @return the closest language
     */
    public static Language closestTo(Locale locale) {
        return switch (UserLanguage.closestTo(locale)) {
            case TRADITIONAL_CHINESE -> ZH_HK;
            case SIMPLIFIED_CHINESE -> ZH_CN;
            case ENGLISH -> EN_US;
        };
    }

    /**
     * Returns the language of a {@code lang} parameter.
     *
     * @param wireValue for example {@code zh-HK}, in any case
     * @return the language, empty for any other text
     */
    public static Optional<Language> of(String wireValue) {
        return Arrays.stream(values())
                .filter(language -> language.wireValue.equalsIgnoreCase(wireValue))
                .findFirst();
    }

    /**
     * Returns the text of the {@code lang} parameter.
     *
     * @return {@code en-US}, {@code zh-HK} or {@code zh-CN}
     */
    public String wireValue() {
        return wireValue;
    }

    /**
     * Returns the locale for {@code userMessage} and for message bundles.
     *
     * @return the locale with language and country
     */
    public Locale locale() {
        return Locale.forLanguageTag(wireValue);
    }
}
