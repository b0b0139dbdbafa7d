package io.github.iamsmart.spring.internal.callback;

import io.github.iamsmart.callback.CallbackApi;
import io.github.iamsmart.callback.CallbackHeaders;
import io.github.iamsmart.callback.CallbackResult;
import io.github.iamsmart.spring.internal.web.EndpointSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
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
 * so that nobody learns how far a forged one came. There are three others, which do not reveal that either: 413 for a
 * body that is too long, which is refused before it is read whole; 405 for another method; and 503 when a callback
 * proved genuine and could not be stored, so that iAM Smart may send it again.
 *
 * <p>It is reached as a servlet of its own, not by way of Spring MVC, which would take a multipart body apart before
 * anybody sees its bytes. It looks at no session and makes none. Thread-safe.
 */
public final class CallbackEndpoint implements HttpRequestHandler {

    private static final Logger log = LoggerFactory.getLogger(CallbackEndpoint.class);

    private final CallbackApi callbacks;
    private final int mostBytes;
    private final Consumer<CallbackResult.Accepted> accepted;

    /**
     * Creates the endpoint.
     *
     * @param callbacks checks and stores what comes
     * @param mostBytes how long a body may be
     * @param accepted called on the thread of the request when a genuine callback has been stored; must be quick
     */
    public CallbackEndpoint(CallbackApi callbacks, int mostBytes, Consumer<CallbackResult.Accepted> accepted) {
        this.callbacks = callbacks;
        this.mostBytes = mostBytes;
        this.accepted = accepted;
    }

    /**
     * {@return where the callbacks of a client go: a path within the application}
     *
     * @param endpoints where the endpoints of the client are
     */
    public static String path(EndpointSettings endpoints) {
        return endpoints.pathPrefix() + "/callback/" + endpoints.clientName() + "/results";
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
        if (HttpMethod.POST.matches(request.getMethod())) {
            answer(response, receive(request));
        } else {
            response.setHeader(HttpHeaders.ALLOW, "POST");
            answer(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }

    private static void answer(HttpServletResponse response, int status) throws IOException {
        // Not sendError: the application's error page would answer instead.
        response.setStatus(status);
        response.setContentLength(0);
        response.flushBuffer();
    }

    private int receive(HttpServletRequest request) {
        Optional<byte[]> body;
        try {
            body = BoundedBody.read(request, mostBytes);
        } catch (IOException e) {
            log.debug("A callback broke off", e);
            return HttpServletResponse.SC_BAD_REQUEST;
        }
        if (body.isEmpty()) {
            log.warn("A callback of more than {} bytes was refused: see iamsmart.callback.max-size.", mostBytes);
            return HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
        }
        return receive(CallbackHeaders.from(request::getHeader), body.get());
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
                    "A genuine callback could not be stored and was answered with 503: {}",
                    e.getClass().getName());
            return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        }
    }
}
