package io.github.iamsmart.spring.internal.begin;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.error.GatewayException;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.spring.internal.signin.page.ProblemStatus;
import io.github.iamsmart.spring.internal.signin.page.SmallPage;
import io.github.iamsmart.spring.internal.text.RequestMessages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.View;

/**
 * A page that says why a request was not sent or not completed, with a link to where it begins again. It contains
 * nothing of the request, loads nothing, and runs nothing.
 *
 * @param status the HTTP status
 * @param language of the page
 * @param message a sentence for the user
 * @param code of the gateway; empty if it gave none
 * @param again where it begins again: a path from the root of this host on
 */
record ProblemView(int status, Language language, String message, String code, String again) implements View {

    private static final Logger log = LoggerFactory.getLogger(ProblemView.class);

    /** {@return a page with a sentence of this library, by its key} */
    static ProblemView of(int status, Language language, String key, String again) {
        return new ProblemView(status, language, RequestMessages.of(language).text(key), "", again);
    }

    /** {@return a page with what an exception tells the user} The log gets what it tells developers. */
    static ProblemView of(IamSmartException exception, Language language, String again) {
        log.warn("A request failed. {}", exception.getMessage());
        log.debug("Where it failed", exception);
        String code =
                exception instanceof GatewayException refusal ? refusal.code().toString() : "";
        return new ProblemView(
                ProblemStatus.of(exception), language, exception.userMessage(language.locale()), code, again);
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        RequestMessages messages = RequestMessages.of(language);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        SmallPage.send(
                response,
                status,
                language,
                Map.of(
                        "title",
                        messages.text("title"),
                        "message",
                        message,
                        "retry",
                        again,
                        "retryLabel",
                        messages.text("retry"),
                        "code",
                        code.isEmpty() ? "" : messages.text("code") + " " + code));
    }
}
