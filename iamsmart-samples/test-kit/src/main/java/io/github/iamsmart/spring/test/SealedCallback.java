package io.github.iamsmart.spring.test;

import io.github.iamsmart.simulator.Fault;
import io.github.iamsmart.simulator.FaultKind;
import io.github.iamsmart.simulator.OutgoingCallback;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/**
 * A callback as iAM Smart posts it: URL, headers, and the bytes of the body, sealed under the key in use. It was not
 * sent yet; posted twice, it is a duplicate. Immutable.
 *
 * <p>The methods that begin with {@code insecure} make what a genuine gateway never sends: a test of the endpoint shows
 * that they have no effect. Each makes another callback, and the genuine one can still be posted.
 */
public final class SealedCallback {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final OutgoingCallback callback;

    SealedCallback(OutgoingCallback callback) {
        this.callback = callback;
    }

    /** {@return the URL to which it goes} */
    public URI uri() {
        return callback.target();
    }

    /** {@return the headers by name, {@code Content-Type} among them; unmodifiable} */
    public Map<String, String> headers() {
        return callback.headers();
    }

    /** {@return a copy of the body} */
    public byte[] body() {
        return callback.body();
    }

    /**
     * {@return a request for {@code MockMvc}, also in a {@code MockMvcTester}} Apply it in a mock web environment with
     * {@link AutoConfigureIamSmartSimulator}, which lets {@code MockMvc} reach the callback endpoint.
     */
    public MockHttpServletRequestBuilder request() {
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.post(uri());
        // Through the type above: what this one returned has changed in Spring Framework 7.
        AbstractMockHttpServletRequestBuilder<?> any = request;
        any.content(body());
        headers().forEach(any::header);
        return request;
    }

    /**
     * Posts it over HTTP.
     *
     * @return the status of the application's answer
     * @throws IllegalStateException if there is no answer
     */
    public int post() {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri()).timeout(TIMEOUT).POST(BodyPublishers.ofByteArray(body()));
        headers().forEach(request::header);
        try {
            return HttpClient.newHttpClient()
                    .send(request.build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new IllegalStateException("The application did not answer the callback: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while posting a callback.", e);
        }
    }

    /**
     * {@return a forgery: sealed under a key that the gateway never gave} The key comes along under the application's
     * KEK, as anybody can wrap one who has the certificate. With {@code iamsmart.callback.embedded-key=reject} the
     * endpoint does not take it; with {@code accept}, the default, its secret state decides, which is right here.
     */
    public SealedCallback insecureUnderForeignKey() {
        return with(FaultKind.CALLBACK_FOREIGN_KEY);
    }

    /** {@return a forgery: for the right request, without the secret state that only the gateway knows} */
    public SealedCallback insecureWithWrongState() {
        return with(FaultKind.CALLBACK_WRONG_STATE);
    }

    /** {@return one that was changed on the way: one bit of its tag is flipped} */
    public SealedCallback insecureTampered() {
        return with(FaultKind.CALLBACK_TAMPERED_TAG);
    }

    /** {@return a forgery by one who has both keys: sealed under a foreign key, and without the secret state} */
    public SealedCallback insecureUnderForeignKeyWithWrongState() {
        return new SealedCallback(
                callback.with(Fault.of(FaultKind.CALLBACK_FOREIGN_KEY), Fault.of(FaultKind.CALLBACK_WRONG_STATE)));
    }

    /** {@return the same answer as {@code multipart/form-data} with one JSON part} */
    public SealedCallback asMultipart() {
        return with(FaultKind.CALLBACK_MULTIPART);
    }

    /** {@return the same answer under a new key, which the application has to fetch first} */
    public SealedCallback underNewKey() {
        return with(FaultKind.CALLBACK_NEW_CEK);
    }

    private SealedCallback with(FaultKind kind) {
        return new SealedCallback(callback.with(Fault.of(kind)));
    }

    /** Shows where it goes, and nothing of its content. */
    @Override
    public String toString() {
        return "SealedCallback[" + uri().getPath() + "]";
    }
}
