package io.github.iamsmart.spring.requests;

import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.request.BusinessId;
import io.github.iamsmart.spring.browser.ApplicationUrl;
import io.github.iamsmart.spring.signin.SignInSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
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
 * What a page asks while its user has the phone in hand: {@code GET /iamsmart/requests/{businessId}}, and
 * {@code …/events} to be told instead of asking.
 *
 * <p>The answer is JSON: {@code businessId}, {@code kind}, {@code status} ({@code pending}, {@code completed},
 * {@code declined}, {@code failed} or {@code timed-out}), {@code expiresAt} (ISO 8601), for a bulk signing from its
 * first signatures on {@code progress} with the numbers of callbacks {@code received} and {@code announced}, and where
 * it ended without a result {@code message}, a sentence for the user in his language, and {@code code}, if the gateway
 * gave one. No personal data. {@code completed} says that the result is stored; the application reads it with
 * {@code client.requests().outcome(…)}, whether or not its handler has had it yet.
 *
 * <p>A page closes its {@code EventSource} when the status is no longer {@code pending}: the server ends the stream
 * then, and the browser would open it again.
 *
 * <p>Only the browser that began a request may look. To every other one it does not exist: 404, as for an unknown one.
 *
 * <p>The link that opens the app is not here: it holds the ticket, which no store keeps. An application whose page may
 * be loaded again keeps the link in the session.
 *
 * <p>Not final, so that aspects of the application can wrap it.
 */
@Controller
public class WaitingController {

    private static final String STATE = "/requests/";
    private static final String EVENTS = "/events";
    private static final String BUSINESS_ID = "{businessId}";
    private static final String RETRY_AFTER_SECONDS = "5";

    private final RequestWatch watch;
    private final WaitingStreams streams;
    private final RequestBrowser browser;

    /**
     * Creates the endpoint.
     *
     * @param watch knows the requests
     * @param streams tells browsers of changes
     * @param settings how the application speaks with browsers
     */
    public WaitingController(RequestWatch watch, WaitingStreams streams, SignInSettings settings) {
        this.watch = watch;
        this.streams = streams;
        this.browser = new RequestBrowser(new ApplicationUrl(settings.publicUrl()), settings.language());
    }

    /** Returns the path of a request below the prefix. */
    static String path(BusinessId businessId) {
        return STATE + businessId;
    }

    /**
     * Tells how far a request is.
     *
     * @param businessId its name
     * @param request from the browser that began it
     * @return JSON, or 404
     */
    @GetMapping(SignInSettings.PATH_PREFIX + STATE + BUSINESS_ID)
    public ResponseEntity<byte[]> state(@PathVariable("businessId") String businessId, HttpServletRequest request) {
        Locale locale = browser.language(request).locale();
        return find(businessId, request)
                .map(sight -> uncached(HttpStatus.OK)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(WaitingState.of(sight, locale).bytes()))
                .orElseGet(() -> uncached(HttpStatus.NOT_FOUND).build());
    }

    /**
     * Tells how far a request is, at once and whenever that changes, until it has ended.
     *
     * @param businessId its name
     * @param request from the browser that began it
     * @return server-sent events whose data is the JSON; 404; or 503 if too many browsers listen
     */
    @GetMapping(SignInSettings.PATH_PREFIX + STATE + BUSINESS_ID + EVENTS)
    public ResponseEntity<SseEmitter> events(
            @PathVariable("businessId") String businessId, HttpServletRequest request) {
        if (!HttpMethod.GET.matches(request.getMethod())) {
            return uncached(HttpStatus.METHOD_NOT_ALLOWED)
                    .header(HttpHeaders.ALLOW, "GET")
                    .build();
        }
        Optional<RequestWatch.Sight> sight = find(businessId, request);
        if (sight.isEmpty()) {
            return uncached(HttpStatus.NOT_FOUND).build();
        }
        String owner = browser.owner(request).orElseThrow();
        return streams.open(sight.get(), owner, browser.language(request).locale())
                .map(emitter -> uncached(HttpStatus.OK)
                        .header("X-Accel-Buffering", "no")
                        .body(emitter))
                .orElseGet(() -> uncached(HttpStatus.SERVICE_UNAVAILABLE)
                        .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                        .build());
    }

    private Optional<RequestWatch.Sight> find(String businessId, HttpServletRequest request) {
        try {
            BusinessId id = new BusinessId(businessId);
            return browser.owner(request).flatMap(owner -> watch.look(id, owner));
        } catch (ConfigurationException e) {
            return Optional.empty();
        }
    }

    private static ResponseEntity.BodyBuilder uncached(HttpStatus status) {
        return ResponseEntity.status(status).cacheControl(CacheControl.noStore());
    }
}
