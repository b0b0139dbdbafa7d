package io.github.iamsmart.device;

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
     * {@return the language that suits a user with this locale best: Traditional Chinese for {@code zh-Hant},
     * {@code zh-HK}, {@code zh-MO}, {@code zh-TW} and Cantonese ({@code yue}), Simplified Chinese for {@code zh-Hans},
     * {@code yue-Hans} and every other {@code zh}, English for everything else} The JVM's default locale is not used.
     *
     * @param locale the user's locale
     */
    public static Language closestTo(Locale locale) {
        return switch (UserLanguage.closestTo(locale)) {
            case TRADITIONAL_CHINESE -> ZH_HK;
            case SIMPLIFIED_CHINESE -> ZH_CN;
            case ENGLISH -> EN_US;
        };
    }

    /**
     * {@return the language of a {@code lang} parameter, empty for any other text}
     *
     * @param wireValue for example {@code zh-HK}, in any case
     */
    public static Optional<Language> of(String wireValue) {
        return Arrays.stream(values())
                .filter(language -> language.wireValue.equalsIgnoreCase(wireValue))
                .findFirst();
    }

    /** {@return the value of the {@code lang} parameter: {@code en-US}, {@code zh-HK} or {@code zh-CN}} */
    public String wireValue() {
        return wireValue;
    }

    /** {@return the locale, with language and country, for {@code userMessage} and for message bundles} */
    public Locale locale() {
        return Locale.forLanguageTag(wireValue);
    }
}
