package io.github.iamsmart.spring.internal.web;

import io.github.iamsmart.device.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Finds the language to speak with a browser: its {@code lang} parameter, else its {@code Accept-Language}. */
public final class BrowserLanguage {

    private BrowserLanguage() {}

    /**
     * {@return the language of a browser}
     *
     * @param request what the browser sent
     * @param otherwise the language where it asks for none of iAM Smart's
     */
    public static Language of(HttpServletRequest request, Language otherwise) {
        return asked(request).or(() -> header(request)).orElse(otherwise);
    }

    /**
     * {@return the language that the page asks for by its {@code lang} parameter; empty if there is no such parameter
     * or no such language}
     *
     * @param request what the browser sent
     */
    public static Optional<Language> asked(HttpServletRequest request) {
        return parameter(request.getParameter("lang"));
    }

    /** Accepts what the gateway accepts, any other tag of these languages, and the words of Hong Kong's own sites. */
    private static Optional<Language> parameter(@Nullable String lang) {
        if (lang == null || lang.isBlank()) {
            return Optional.empty();
        }
        return switch (lang.toLowerCase(Locale.ROOT)) {
            case "tc" -> Optional.of(Language.ZH_HK);
            case "sc" -> Optional.of(Language.ZH_CN);
            default -> closest(Locale.forLanguageTag(lang.replace('_', '-')));
        };
    }

    private static Optional<Language> header(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return Optional.empty();
        }
        return Collections.list(request.getLocales()).stream()
                .flatMap(locale -> closest(locale).stream())
                .findFirst();
    }

    private static Optional<Language> closest(Locale locale) {
        boolean known =
                locale.getLanguage().equals("en") || locale.getLanguage().equals("zh");
        return known ? Optional.of(Language.closestTo(locale)) : Optional.empty();
    }
}
