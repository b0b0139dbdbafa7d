package io.github.iamsmart.internal.text;

import java.util.Locale;

/** The languages of the SDK's messages for users. */
public enum UserLanguage {
    ENGLISH(""),
    TRADITIONAL_CHINESE("_zh_HK"),
    SIMPLIFIED_CHINESE("_zh_CN");

    private final String fileSuffix;

    UserLanguage(String fileSuffix) {
        this.fileSuffix = fileSuffix;
    }

    /**
     * {@return the language that suits a user with this locale best} An explicit script decides ({@code zh-Hant-CN} is
     * Traditional, {@code zh-Hans-HK} Simplified); otherwise Hong Kong, Macao and Taiwan use Traditional Chinese, the
     * Mainland, Singapore and Malaysia Simplified. Elsewhere, Cantonese, Hakka and Southern Min are Traditional, every
     * other Chinese is Simplified, and everything else is English. The JVM's default locale is never used.
     */
    public static UserLanguage closestTo(Locale locale) {
        UserLanguage usual = switch (locale.getLanguage()) {
            case "yue", "hak", "nan" -> TRADITIONAL_CHINESE;
            case "zh", "cmn", "wuu", "gan", "hsn" -> SIMPLIFIED_CHINESE;
            default -> ENGLISH;
        };
        return usual == ENGLISH ? ENGLISH : written(locale, usual);
    }

    private static UserLanguage written(Locale locale, UserLanguage usual) {
        return switch (locale.getScript()) {
            case "Hant" -> TRADITIONAL_CHINESE;
            case "Hans" -> SIMPLIFIED_CHINESE;
            default ->
                switch (locale.getCountry()) {
                    case "HK", "MO", "TW" -> TRADITIONAL_CHINESE;
                    case "CN", "SG", "MY" -> SIMPLIFIED_CHINESE;
                    default -> usual;
                };
        };
    }

    String fileSuffix() {
        return fileSuffix;
    }
}
