package io.github.iamsmart.spring.internal.begin;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.error.GatewayException;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.spring.internal.page.Captions;
import io.github.iamsmart.spring.internal.page.SmallPage;
import io.github.iamsmart.spring.internal.signin.page.ProblemStatus;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;

/**
 * Pages that say why a request was not sent or not completed, with a link to where it begins again. They contain
 * nothing of the request, and run nothing. Thread-safe.
 */
public final class ProblemPages {

    private static final Logger log = LoggerFactory.getLogger(ProblemPages.class);

    private final SmallPage page;
    private final Captions captions;

    /**
     * Creates them.
     *
     * @param page what they look like
     * @param captions their words
     */
    public ProblemPages(SmallPage page, Captions captions) {
        this.page = page;
        this.captions = captions;
    }

    /** {@return a page with a sentence of this library, by its key} */
    View of(int status, Language language, String key, String again) {
        return view(status, language, captions.text("request." + key, language), "", again);
    }

    /** {@return a page with what an exception tells the user} The log gets what it tells developers. */
    View of(IamSmartException exception, Language language, String again) {
        log.warn("A request failed. {}", exception.getMessage());
        log.debug("Where it failed", exception);
        String reference = exception instanceof GatewayException refusal
                ? captions.text("request.reference", language, refusal.code())
                : "";
        return view(ProblemStatus.of(exception), language, exception.userMessage(language.locale()), reference, again);
    }

    /** {@return a page for a request that was sent and cannot be shown: begun again, it would be sent twice} */
    View unavailable(Language language, String next) {
        return view(
                HttpStatus.SERVICE_UNAVAILABLE.value(),
                language,
                Map.of(
                        "title", captions.text("unavailable.title", language),
                        "message", captions.text("unavailable.message", language),
                        "retry", next,
                        "retryLabel", captions.text("hand-over.next", language)));
    }

    private View view(int status, Language language, String message, String reference, String again) {
        return view(
                status,
                language,
                Map.of(
                        "title", captions.text("request.title", language),
                        "message", message,
                        "retry", again,
                        "retryLabel", captions.text("request.retry", language),
                        "code", reference));
    }

    private View view(int status, Language language, Map<String, String> values) {
        return (model, request, response) -> {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            page.send(request, response, status, language, values);
        };
    }
}
