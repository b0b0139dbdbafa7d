package io.github.iamsmart.spring.internal.signin.page;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.spring.internal.text.RequestMessages;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/**
 * Leads a browser on to iAM Smart by itself. Where a redirect would do, a page is needed after a form: a site whose
 * policy says {@code form-action 'self'} lets its forms end nowhere else, over however many redirects.
 */
public final class HandOverPage {

    private HandOverPage() {}

    /**
     * Answers with the page.
     *
     * @param response gets it
     * @param language of the page
     * @param target where it leads: absolute, or relative to the address at hand
     * @throws IOException if the response cannot be written
     */
    public static void send(HttpServletResponse response, Language language, String target) throws IOException {
        RequestMessages messages = RequestMessages.of(language);
        SmallPage.send(
                response,
                HttpServletResponse.SC_OK,
                language,
                Map.of(
                        "title", messages.text("hand-over.title"),
                        "message", messages.text("hand-over.hint"),
                        "retry", target,
                        "retryLabel", messages.text("hand-over.go"),
                        "refresh", target));
    }
}
