package io.github.iamsmart.spring.internal.signin.page;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.spring.internal.page.Captions;
import io.github.iamsmart.spring.internal.page.SmallPage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/**
 * Leads a browser on to iAM Smart by itself. Where a redirect would do, a page is needed after a form: a site whose
 * policy says {@code form-action 'self'} lets its forms end nowhere else, over however many redirects.
 */
public final class HandOverPage {

    private final SmallPage page;
    private final Captions captions;

    /**
     * Creates it.
     *
     * @param page what it looks like
     * @param captions its words
     */
    public HandOverPage(SmallPage page, Captions captions) {
        this.page = page;
        this.captions = captions;
    }

    /**
     * Answers with the page.
     *
     * @param request the request at hand
     * @param response gets it
     * @param language of the page
     * @param target where it leads: absolute, or relative to the address at hand
     * @throws IOException if the response cannot be written
     */
    public void send(HttpServletRequest request, HttpServletResponse response, Language language, String target)
            throws IOException {
        page.send(
                request,
                response,
                HttpServletResponse.SC_OK,
                language,
                Map.of(
                        "title", captions.text("hand-over.title", language),
                        "message", captions.text("hand-over.message", language),
                        "retry", target,
                        "retryLabel", captions.text("hand-over.go", language),
                        "refresh", target));
    }
}
