package io.github.iamsmart.samples.onlineservice.site;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The visitor's choice if there is one, else the language of their sign-in, else the browser's languages; always one of
 * the three that iAM Smart speaks.
 */
final class SiteLocaleResolver implements LocaleResolver {

    static final String COOKIE = "language";
    private static final Duration REMEMBERED = Duration.ofDays(365);

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        // A choice made in this very request is newer than the cookie that the browser sent with it.
        if (request.getAttribute(COOKIE) instanceof Language chosen) {
            return chosen.locale();
        }
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
                .map(Cookie::getValue)
                .flatMap(Language::of)
                // Whoever comes from the app reads on in the language of the app.
                .or(() -> IamSmartSignIn.from(request).map(IamSmartSignIn::language))
                .orElseGet(() -> Language.closestTo(request.getLocale()))
                .locale();
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        if (locale == null || response == null) {
            return;
        }
        Language language = Language.closestTo(locale);
        request.setAttribute(COOKIE, language);
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, language.wireValue())
                        .path(request.getContextPath() + "/")
                        .maxAge(REMEMBERED)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .build()
                        .toString());
    }
}
