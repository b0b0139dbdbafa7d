package io.github.iamsmart.spring.internal.page;

import io.github.iamsmart.spring.internal.web.EndpointSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Serves the style and the script of the starter's pages: {@code GET /iamsmart/pages/iamsmart.css} and
 * {@code …/waiting.js}. Under the address that our pages use, a browser keeps them for a year; under another one it
 * asks each time whether they have changed.
 *
 * <p>Not final, so that aspects of the application can wrap it.
 */
@Controller
public class PageFileController {

    private static final Duration YEAR = Duration.ofDays(365);

    /** Creates the endpoints. */
    public PageFileController() {}

    /**
     * Answers with the style.
     *
     * @param request from a browser
     * @return CSS
     */
    @GetMapping(EndpointSettings.PATH_PREFIX + "/pages/iamsmart.css")
    public ResponseEntity<byte[]> style(HttpServletRequest request) {
        return send(PageFile.STYLE, request);
    }

    /**
     * Answers with the script of a waiting page.
     *
     * @param request from a browser
     * @return JavaScript
     */
    @GetMapping(EndpointSettings.PATH_PREFIX + "/pages/waiting.js")
    public ResponseEntity<byte[]> script(HttpServletRequest request) {
        return send(PageFile.SCRIPT, request);
    }

    private static ResponseEntity<byte[]> send(PageFile file, HttpServletRequest request) {
        boolean named = file.version().equals(request.getParameter(PageFile.VERSION));
        return ResponseEntity.ok()
                .cacheControl(named ? CacheControl.maxAge(YEAR).cachePublic().immutable() : CacheControl.noCache())
                .eTag('"' + file.version() + '"')
                .header(HttpHeaders.CONTENT_TYPE, file.contentType())
                .header("X-Content-Type-Options", "nosniff")
                .body(file.bytes());
    }
}
