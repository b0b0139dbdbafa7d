package io.github.iamsmart.spring.internal.page;

import io.github.iamsmart.spring.internal.web.AsciiUrl;
import io.github.iamsmart.spring.internal.web.Digests;
import io.github.iamsmart.spring.internal.web.EndpointSettings;
import io.github.iamsmart.spring.internal.web.LocalPath;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;

/** The style sheet of pages: ours, or the application's in its place; and what a security policy says of it. */
public final class PageStyle {

    private static final String SELF = "'self'";

    private final EndpointSettings endpoints;
    private final Optional<String> own;

    /**
     * Creates it.
     *
     * @param endpoints where the endpoints are
     * @param settings what the application has in place of ours
     */
    public PageStyle(EndpointSettings endpoints, PageSettings settings) {
        this.endpoints = endpoints;
        this.own = settings.style();
    }

    /** {@return whether the sheet is ours} */
    boolean isOurs() {
        return own.isEmpty();
    }

    /**
     * {@return the address of the sheet, for a page to load}
     *
     * @param request for the page
     */
    public String href(HttpServletRequest request) {
        String root = endpoints.application().path(request);
        return own.map(sheet -> LocalPath.isSafe(sheet) ? root + AsciiUrl.of(sheet) : AsciiUrl.of(sheet))
                .orElseGet(() -> root + endpoints.pathPrefix() + PageFile.STYLE.path());
    }

    /** {@return the directives that let a page load the sheet, and the fonts of an application's own} */
    public String policy() {
        return own.map(PageStyle::source)
                .map(source -> "style-src " + source + "; font-src " + source)
                .orElse("style-src " + SELF);
    }

    /** {@return the directives that let a page have our sheet within it} */
    static String inlinePolicy() {
        return "style-src 'sha256-" + Digests.base64(PageFile.STYLE.text()) + "'";
    }

    private static String source(String sheet) {
        if (LocalPath.isSafe(sheet)) {
            return SELF;
        }
        URI url = URI.create(AsciiUrl.of(sheet));
        return url.getScheme() + "://" + url.getRawAuthority();
    }
}
