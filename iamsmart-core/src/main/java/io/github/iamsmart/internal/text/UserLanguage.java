package io.github.iamsmart.internal.text;

import java.util.Locale;

/** The languages in which the SDK speaks to end users. */
public enum UserLanguage {
    ENGLISH(""),
    TRADITIONAL_CHINESE("_zh_HK"),
    SIMPLIFIED_CHINESE("_zh_CN");

    private final String fileSuffix;

    UserLanguage(String fileSuffix) {
        this.fileSuffix = fileSuffix;
    }

    /**
     * The language that a reader of {@code locale} reads best. A script that is named decides ({@code zh-Hant-CN} is
     * Traditional, {@code zh-Hans-HK} Simplified); else Hong Kong, Macao and Taiwan read Traditional Chinese; all other
     * Chinese is Simplified, and everything else is English. The default locale of the JVM is never asked.
     */
    public static UserLanguage closestTo(Locale locale) {
        if (!locale.getLanguage().equals("zh")) {
            return ENGLISH;
        }
        return switch (locale.getScript()) {
            case "Hant" -> TRADITIONAL_CHINESE;
            case "Hans" -> SIMPLIFIED_CHINESE;
            default ->
                switch (locale.getCountry()) {
                    case "HK", "MO", "TW" -> TRADITIONAL_CHINESE;
                    default -> SIMPLIFIED_CHINESE;
                };
        };
    }

    String fileSuffix() {
        return fileSuffix;
    }
}
