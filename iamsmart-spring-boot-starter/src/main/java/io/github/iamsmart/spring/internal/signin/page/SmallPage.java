package io.github.iamsmart.spring.internal.signin.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.spring.internal.web.Digests;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.HtmlUtils;

/** A page with a title, a sentence and a link, which loads nothing and runs nothing. */
public final class SmallPage {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\w+)}}");
    private static final String STYLE = resource("page.css");
    private static final String TEMPLATE = resource("page.html");

    /** The style is part of the page, and the only one that the policy lets in. */
    private static final String POLICY = "default-src 'none'; style-src 'sha256-" + Digests.base64(STYLE)
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private SmallPage() {}

    /**
     * Answers with the page.
     *
     * @param response gets it
     * @param status the HTTP status
     * @param language of the page
     * @param values {@code title}, {@code message}, {@code retry} and {@code retryLabel} of the link, {@code code}, and
     *     {@code refresh}, a URL to which the page goes on by itself; all are escaped
     * @throws IOException if the response cannot be written
     */
    public static void send(HttpServletResponse response, int status, Language language, Map<String, String> values)
            throws IOException {
        byte[] page = page(language, values).getBytes(UTF_8);
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.wireValue());
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }

    private static String page(Language language, Map<String, String> values) {
        Matcher placeholder = PLACEHOLDER.matcher(TEMPLATE);
        // The style stays as it is, for its digest's sake; everything else is escaped.
        return placeholder.replaceAll(match -> Matcher.quoteReplacement(
                switch (match.group(1)) {
                    case "style" -> STYLE;
                    case "lang" -> language.wireValue();
                    case "refresh" -> refresh(values.getOrDefault("refresh", ""));
                    case "testId" -> values.containsKey("refresh") ? "continue" : "try-again";
                    default -> HtmlUtils.htmlEscape(values.getOrDefault(match.group(1), ""), "UTF-8");
                }));
    }

    private static String refresh(String url) {
        return url.isEmpty()
                ? ""
                : "<meta http-equiv=\"refresh\" content=\"0;url=" + HtmlUtils.htmlEscape(url, "UTF-8") + "\">\n";
    }

    private static String resource(String name) {
        try (InputStream stream = SmallPage.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("The jar lacks " + name + ".");
            }
            return new String(stream.readAllBytes(), UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
