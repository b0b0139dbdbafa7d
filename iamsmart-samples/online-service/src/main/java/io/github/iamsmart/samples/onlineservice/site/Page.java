package io.github.iamsmart.samples.onlineservice.site;

import io.github.iamsmart.device.Language;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the frame around every page needs.
 *
 * @param language of this page
 * @param address that the language switch comes back to: path and query, without context path and language
 * @param phone the simulated phone, or null when the real gateway is in use
 */
public record Page(
        Language language, String address, @Nullable URI phone) {

    /** The path of this page, for what is shown about it. */
    public String path() {
        return address.split("\\?", 2)[0];
    }

    /** The languages in the order of the switch. */
    public List<Language> languages() {
        return List.of(Language.EN_US, Language.ZH_HK, Language.ZH_CN);
    }

    /** The value of the {@code lang} attribute of this page's HTML. */
    public String htmlLanguage() {
        return htmlLanguage(language);
    }

    /** The value of a {@code lang} attribute: the script matters to fonts and screen readers. */
    public String htmlLanguage(Language other) {
        return switch (other) {
            case EN_US -> "en";
            case ZH_HK -> "zh-Hant-HK";
            case ZH_CN -> "zh-Hans-CN";
        };
    }

    /** The public site about iAM Smart, which the page must link to where a request starts. */
    public URI moreInfo() {
        String folder = switch (language) {
            case EN_US -> "en";
            case ZH_HK -> "tc";
            case ZH_CN -> "sc";
        };
        return URI.create("https://www.iamsmart.gov.hk/%s/".formatted(folder));
    }

    /** Where the simulated phone shows the services that it can open, or null when the real gateway is in use. */
    public @Nullable URI catalogue() {
        return phone == null ? null : phone.resolve("/phone/catalogue?lang=" + language.wireValue());
    }

    /** The locale of dates and numbers. */
    public Locale locale() {
        return language.locale();
    }
}
