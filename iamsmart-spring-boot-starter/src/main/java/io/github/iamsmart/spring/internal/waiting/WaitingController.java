package io.github.iamsmart.spring.internal.waiting;

import io.github.iamsmart.requests.Requests;
import io.github.iamsmart.spring.internal.requests.OwnedRequests;
import io.github.iamsmart.spring.internal.requests.OwnedRequests.Owned;
import io.github.iamsmart.spring.internal.requests.RequestBrowser;
import io.github.iamsmart.spring.internal.requests.RequestPaths;
import io.github.iamsmart.spring.internal.requests.StoreFailure;
import io.github.iamsmart.spring.internal.web.EndpointSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Answers a page that waits for its user to answer on the phone: {@code GET /iamsmart/requests/{businessId}}, and
 * {@code …/events} for a stream of changes.
 *
 * <p>The answer is JSON: {@code businessId}, {@code kind}, {@code status} ({@code pending}, {@code processing},
 * {@code completed}, {@code declined}, {@code failed} or {@code timed-out}), {@code expiresAt} (ISO 8601), where the
 * answer comes in parts {@code progress} with how many are {@code received} and {@code announced}, and where it ended
 * without a result {@code message}, a sentence in the user's language, and {@code code}, if the gateway gave one. No
 * personal data. {@code processing} says that the user approved, and the result is being fetched or has come;
 * {@code completed}, that the handlers and listeners of the application have taken it, so that a page which is led on
 * finds what they made of it. {@code failed} without a code says that they gave up.
 *
 * <p>The events of the stream are called {@code state}, and their data is the JSON. A page closes its
 * {@code EventSource} when the status is neither {@code pending} nor {@code processing}: the server ends the stream
 * then, and the browser would open it again.
 *
 * <p>Only the browser that began a request may look, and one with which its user has signed in. To every other one it
 * does not exist: 404, as for an unknown one.
 *
 * <p>The link that opens the app is not here: it holds the ticket. The page of the starter finds it in what the store
 * keeps sealed; an application with a page of its own keeps it with {@code client.requests().keepContext(…)}, or in the
 * session.
 *
 * <p>Not final, so that aspects of the application can wrap it.
 */
@Controller
public class WaitingController {

    private static final Logger log = LoggerFactory.getLogger(WaitingController.class);

    /** Said, since the converters of an application write another charset unless told otherwise. */
    private static final MediaType EVENTS = new MediaType(MediaType.TEXT_EVENT_STREAM, StandardCharsets.UTF_8);

    private static final String RETRY_AFTER_SECONDS = "5";

    private final OwnedRequests requests;
    private final WaitingStreamRegistry streams;
    private final RequestBrowser browser;

    /**
     * Creates the endpoint.
     *
     * @param requests knows the requests
     * @param streams sends changes to browsers
     * @param endpoints where the endpoints are
     */
    public WaitingController(Requests requests, WaitingStreamRegistry streams, EndpointSettings endpoints) {
        this.browser = new RequestBrowser(endpoints);
        this.requests = new OwnedRequests(requests, browser);
        this.streams = streams;
    }

    /**
     * Answers how far a request is.
     *
     * @param businessId its name
     * @param request from the browser that began it
     * @return JSON; 404; or 503 if the store cannot be asked
     */
    @GetMapping(EndpointSettings.PATH_PREFIX + RequestPaths.STATE)
    public ResponseEntity<byte[]> state(
            @PathVariable(RequestPaths.BUSINESS_ID) String businessId, HttpServletRequest request) {
        try {
            return requests.find(businessId, request)
                    .map(owned -> uncached(HttpStatus.OK)
                            .contentType(MediaType.APPLICATION_JSON)
                            .body(WaitingState.of(owned.view(), localeOfState(owned, request))
                                    .bytes()))
                    .orElseGet(() -> uncached(HttpStatus.NOT_FOUND).build());
        } catch (RuntimeException e) {
            return unavailable(e);
        }
    }

    /**
     * Opens a stream of how far a request is: at once and whenever that changes, until it has ended.
     *
     * @param businessId its name
     * @param request from the browser that began it
     * @return server-sent events whose data is the JSON; 404; or 503 if too many browsers listen or the store cannot be
     *     asked
     */
    @GetMapping(EndpointSettings.PATH_PREFIX + RequestPaths.EVENTS)
    public ResponseEntity<SseEmitter> events(
            @PathVariable(RequestPaths.BUSINESS_ID) String businessId, HttpServletRequest request) {
        if (!HttpMethod.GET.matches(request.getMethod())) {
            return uncached(HttpStatus.METHOD_NOT_ALLOWED)
                    .header(HttpHeaders.ALLOW, "GET")
                    .build();
        }
        try {
            Optional<Owned> found = requests.find(businessId, request);
            return found.isEmpty() ? uncached(HttpStatus.NOT_FOUND).build() : open(found.get(), request);
        } catch (RuntimeException e) {
            return unavailable(e);
        }
    }

    private ResponseEntity<SseEmitter> open(Owned owned, HttpServletRequest request) {
        return streams.open(owned.view(), owned.owner(), locale(owned, request))
                .map(emitter -> uncached(HttpStatus.OK)
                        .contentType(EVENTS)
                        .header("X-Accel-Buffering", "no")
                        .body(emitter))
                .orElseGet(WaitingController::unavailable);
    }

    /** That of its page, which a store keeps sealed: it is opened only where there is something to say. */
    private Locale localeOfState(Owned owned, HttpServletRequest request) {
        return owned.view().phase().isFinal()
                ? locale(owned, request)
                : browser.language(request).locale();
    }

    private Locale locale(Owned owned, HttpServletRequest request) {
        return requests.context(owned)
                .map(context -> browser.language(request, context))
                .orElseGet(() -> browser.language(request))
                .locale();
    }

    private static <T> ResponseEntity<T> unavailable(RuntimeException failure) {
        log.warn("How far a request is could not be read. {}", StoreFailure.text(failure));
        return unavailable();
    }

    private static <T> ResponseEntity<T> unavailable() {
        return uncached(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }

    private static ResponseEntity.BodyBuilder uncached(HttpStatus status) {
        return ResponseEntity.status(status).cacheControl(CacheControl.noStore());
    }
}
