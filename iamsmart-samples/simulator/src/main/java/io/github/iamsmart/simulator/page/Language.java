package io.github.iamsmart.simulator.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages of the pages. */
public enum Language {
    EN_US("en-US", "English"),
    ZH_HK("zh-HK", "繁體"),
    ZH_CN("zh-CN", "简体");

    /** Where nobody says which [D]. */
    public static final Language DEFAULT = ZH_HK;

    private final String tag;
    private final String ownName;

    Language(String tag, String ownName) {
        this.tag = tag;
        this.ownName = ownName;
    }

    /** As in the {@code lang} parameter. */
    public String tag() {
        return tag;
    }

    public String ownName() {
        return ownName;
    }

    public static Optional<Language> of(String tag) {
        return Arrays.stream(values()).filter(one -> one.tag.equals(tag)).findFirst();
    }

    /** What a browser asks for with Accept-Language. */
    public static Language accepted(String header) {
        List<Locale.LanguageRange> ranges;
        try {
            ranges = Locale.LanguageRange.parse(header.replace('_', '-'));
        } catch (IllegalArgumentException e) {
            return EN_US;
        }
        return ranges.stream()
                .filter(range -> range.getWeight() > 0)
                .map(range -> range.getRange().toLowerCase(Locale.ROOT))
                .flatMap(range -> closest(range).stream())
                .findFirst()
                .orElse(EN_US);
    }

    private static Optional<Language> closest(String range) {
        List<String> subtags = List.of(range.split("-", -1));
        String language = subtags.get(0);
        if (language.equals("en")) {
            return Optional.of(EN_US);
        }
        if (!language.equals("zh") && !language.equals("yue") && !language.equals("cmn")) {
            return Optional.empty();
        }
        boolean simplified = subtags.contains("hans")
                || (!subtags.contains("hant") && (subtags.contains("cn") || subtags.contains("sg")));
        return Optional.of(simplified ? ZH_CN : ZH_HK);
    }
}
