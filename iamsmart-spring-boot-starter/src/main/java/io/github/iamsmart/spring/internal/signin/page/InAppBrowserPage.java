package io.github.iamsmart.spring.internal.signin.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.device.InAppBrowser;
import io.github.iamsmart.device.Language;
import io.github.iamsmart.spring.internal.page.Captions;
import io.github.iamsmart.spring.internal.page.SmallPage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Asks a user whose browser is inside another app, such as WeChat, to open the page in the phone's own browser. The
 * address of this page begins the sign-in there; a link goes on here all the same.
 */
public final class InAppBrowserPage {

    /** Goes on in the browser inside the app. */
    private static final String ANYWAY = "anyway";

    private final SmallPage page;
    private final Captions captions;

    /**
     * Creates it.
     *
     * @param page what it looks like
     * @param captions its words
     */
    public InAppBrowserPage(SmallPage page, Captions captions) {
        this.page = page;
        this.captions = captions;
    }

    /**
     * Shows the page if it is needed.
     *
     * @param request begins a sign-in
     * @param response gets the page
     * @param language of the page
     * @param returnTo where to go after the sign-in, a path within the application; {@code null} for the usual page
     * @return whether the page was shown, so that no sign-in begins
     * @throws IOException if the response cannot be written
     */
    public boolean shown(
            HttpServletRequest request, HttpServletResponse response, Language language, @Nullable String returnTo)
            throws IOException {
        boolean inside = InAppBrowser.fromUserAgent(request.getHeader(HttpHeaders.USER_AGENT))
                .isPresent();
        if (!inside || request.getParameter(ANYWAY) != null) {
            return false;
        }
        page.send(
                request,
                response,
                HttpServletResponse.SC_OK,
                language,
                Map.of(
                        "title", captions.text("in-app.title", language),
                        "message", captions.text("in-app.message", language),
                        "retry", link(language, returnTo),
                        "retryLabel", captions.text("in-app.anyway", language)));
        return true;
    }

    /** Relative to the address at hand, so that it needs no public URL. */
    private static String link(Language language, @Nullable String returnTo) {
        String back = returnTo == null ? "" : "&returnTo=" + URLEncoder.encode(returnTo, UTF_8);
        return "?" + ANYWAY + "=true&lang=" + language.wireValue() + back;
    }
}
