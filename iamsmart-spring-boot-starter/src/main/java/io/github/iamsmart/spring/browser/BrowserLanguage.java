package io.github.iamsmart.spring.signin;

import io.github.iamsmart.request.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Finds the language to speak with a browser: its {@code lang} parameter, else its {@code Accept-Language}. */
final class BrowserLanguage {

    private BrowserLanguage() {}

    static Language of(HttpServletRequest request, Language otherwise) {
        return parameter(request.getParameter("lang")).or(() -> header(request)).orElse(otherwise);
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
