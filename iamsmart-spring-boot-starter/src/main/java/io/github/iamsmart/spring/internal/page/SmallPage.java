package io.github.iamsmart.spring.internal.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.device.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;

/**
 * A page with a title, a sentence and a link. It runs nothing, and loads nothing but the style of an application that
 * has one of its own: what has gone wrong may be anything. Thread-safe.
 */
public final class SmallPage {

    private static final HtmlTemplate TEMPLATE = HtmlTemplate.load("small.html");

    /** The style is part of the page: a template escapes, and this must stay as its digest has it. */
    private static final String STYLE_PLACE = "<style></style>";

    private static final String POLICY =
            "default-src 'none'; %s; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final PageStyle style;

    /**
     * Creates it.
     *
     * @param style of the page
     */
    public SmallPage(PageStyle style) {
        this.style = style;
    }

    /**
     * Answers with the page.
     *
     * @param request the request at hand
     * @param response gets the page
     * @param status the HTTP status
     * @param language of the page
     * @param values {@code title}, {@code message}, {@code retry} and {@code retryLabel} of the link, {@code code}, and
     *     {@code refresh}, a URL to which the page goes on by itself; all are escaped, and each may be left out
     * @throws IOException if the response cannot be written
     */
    public void send(
            HttpServletRequest request,
            HttpServletResponse response,
            int status,
            Language language,
            Map<String, String> values)
            throws IOException {
        byte[] page = page(request, language, values).getBytes(UTF_8);
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.wireValue());
        response.setHeader(
                "Content-Security-Policy",
                POLICY.formatted(style.isOurs() ? PageStyle.inlinePolicy() : style.policy()));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }

    private String page(HttpServletRequest request, Language language, Map<String, String> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("lang", language.wireValue());
        all.put("testId", values.containsKey("refresh") ? "continue" : "try-again");
        if (!style.isOurs()) {
            all.put("sheet", style.href(request));
            return TEMPLATE.render(all);
        }
        all.put("inline", true);
        return TEMPLATE.render(all).replace(STYLE_PLACE, "<style>" + PageFile.STYLE.text() + "</style>");
    }
}
