package io.github.iamsmart.spring.internal.web;

import io.github.iamsmart.device.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
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
            default -> closest(Locale.forLanguageTag(lang.strip().replace('_', '-')));
        };
    }

    private static Optional<Language> header(HttpServletRequest request) {
        return Collections.list(request.getHeaders(HttpHeaders.ACCEPT_LANGUAGE)).stream()
                .flatMap(header -> Arrays.stream(header.split(",", -1)))
                .map(Accepted::of)
                .filter(accepted -> accepted.weight() > 0)
                .sorted(Comparator.comparingDouble(Accepted::weight).reversed()) // the order is kept among equals
                .flatMap(accepted -> closest(accepted.locale()).stream())
                .findFirst();
    }

    /** The containers read the header each in their own way; some take what is not accepted, or drop {@code zh_HK}. */
    private record Accepted(Locale locale, double weight) {

        static Accepted of(String element) {
            int parameters = element.indexOf(';');
            String tag = parameters < 0 ? element : element.substring(0, parameters);
            return new Accepted(
                    Locale.forLanguageTag(tag.strip().replace('_', '-')),
                    parameters < 0 ? 1 : quality(element.substring(parameters + 1)));
        }

        private static double quality(String parameter) {
            String text = parameter.replace(" ", "").toLowerCase(Locale.ROOT);
            if (!text.startsWith("q=")) {
                return 1;
            }
            try {
                return Double.parseDouble(text.substring(2));
            } catch (NumberFormatException e) {
                return 0;
            }
        }
    }

    private static Optional<Language> closest(Locale locale) {
        Language closest = Language.closestTo(locale);
        boolean known = closest != Language.EN_US || locale.getLanguage().equals("en");
        return known ? Optional.of(closest) : Optional.empty();
    }
}
