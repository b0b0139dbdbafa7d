package io.github.iamsmart.spring.internal.callback;

import io.github.iamsmart.callback.CallbackApi;
import io.github.iamsmart.callback.CallbackHeaders;
import io.github.iamsmart.callback.CallbackResult;
import io.github.iamsmart.spring.internal.callback.BodyReader.RefusedBodyException;
import io.github.iamsmart.spring.internal.web.EndpointSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.HttpRequestHandler;

/**
 * Takes the callbacks of one client: {@code POST /iamsmart/callback/default/results}.
 *
 * <p>The answer is HTTP 200 without a body, byte for byte the same whether the callback is genuine, forged or garbage,
 * so that nobody learns how far a forged one came. There are others, which do not reveal that either: 413 for a body
 * that is too long, which is refused before it is read whole; 408 for one that comes too slowly, and 503 while too many
 * come slowly; 405 for another method; and 503 for a genuine callback that could not be stored, or one that could not
 * be judged because the gateway's key was not to be had, so that iAM Smart may send it again.
 *
 * <p>It is reached as a servlet of its own, not by way of Spring MVC, which would take a multipart body apart before
 * anybody sees its bytes. It looks at no session and makes none. Thread-safe.
 */
public final class CallbackEndpoint implements HttpRequestHandler {

    private static final Logger log = LoggerFactory.getLogger(CallbackEndpoint.class);

    private final CallbackApi callbacks;
    private final BodyReader bodies;
    private final Consumer<CallbackResult.Accepted> accepted;

    /**
     * Creates the endpoint.
     *
     * @param callbacks checks and stores what comes
     * @param mostBytes how long a body may be
     * @param readTimeout how long the reading of a body may take
     * @param mostReads how many bodies that come slowly are read at a time
     * @param accepted called on the thread of the request when a genuine callback has been stored; must be quick
     */
    public CallbackEndpoint(
            CallbackApi callbacks,
            int mostBytes,
            Duration readTimeout,
            int mostReads,
            Consumer<CallbackResult.Accepted> accepted) {
        this(callbacks, new BodyReader(mostBytes, readTimeout, mostReads, System::nanoTime), accepted);
    }

    CallbackEndpoint(CallbackApi callbacks, BodyReader bodies, Consumer<CallbackResult.Accepted> accepted) {
        this.callbacks = callbacks;
        this.bodies = bodies;
        this.accepted = accepted;
    }

    /**
     * {@return where the callbacks of a client go: a path within the application}
     *
     * @param endpoints where the endpoints of the client are
     */
    public static String path(EndpointSettings endpoints) {
        return endpoints.pathPrefix() + endpoints.resultsPath();
    }

    /**
     * {@return where the callbacks of a client go: the absolute URL that is registered with iAM Smart}
     *
     * @param application where the application is
     * @param endpoints where the endpoints of the client are
     */
    public static URI url(URI application, EndpointSettings endpoints) {
        return URI.create(application + path(endpoints));
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!HttpMethod.POST.matches(request.getMethod())) {
            response.setHeader(HttpHeaders.ALLOW, "POST");
            answer(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        try {
            byte[] body = bodies.read(request);
            answer(response, receive(CallbackHeaders.from(request::getHeader), body));
        } catch (RefusedBodyException e) {
            log.warn(e.getMessage());
            answer(response, e.status());
            // Without an exception the server may wait for the rest of the body, on this thread.
            throw e;
        } catch (IOException e) {
            log.debug("A callback broke off", e);
            answer(response, HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private static void answer(HttpServletResponse response, int status) throws IOException {
        // Not sendError: the application's error page would answer instead.
        response.setStatus(status);
        response.setContentLength(0);
        response.flushBuffer();
    }

    private int receive(CallbackHeaders headers, byte[] body) {
        try {
            if (callbacks.accept(headers, body) instanceof CallbackResult.Accepted stored) {
                accepted.accept(stored);
            }
            return HttpServletResponse.SC_OK;
        } catch (RuntimeException e) {
            // Its message may quote what could not be stored.
            log.error(
                    "A callback could not be judged or not be stored, and was answered with 503: {}",
                    e.getClass().getName());
            return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        }
    }
}
