package io.github.iamsmart.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.callback.CallbackResult;
import io.github.iamsmart.internal.crypto.ContentCipher;
import io.github.iamsmart.internal.crypto.ContentKey;
import io.github.iamsmart.key.KekKeyPair;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.requests.State;
import io.github.iamsmart.requests.store.RequestStore;
import java.net.URI;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;

/** A service that has its key and waits for a callback. */
final class CallbackService implements AutoCloseable {

    final BusinessId businessId = BusinessId.random();
    final State state = State.random();
    final LoopbackGateway gateway = new LoopbackGateway(Clock.systemUTC());
    final IamSmartClient client;

    CallbackService(RequestStore store) {
        client = IamSmartClient.builder()
                .baseUrl(gateway.url())
                .clientId(Material.CLIENT_ID)
                .clientSecret(Material.SECRET)
                .kek(KekKeyPair.of(gateway.kek().getPrivate(), gateway.kek().getPublic()))
                .requestStore(store)
                .build();
        client.call(LoopbackGateway.PATH, Map.of("a", "b"), String.class);
    }

    /** Sends the request whose callback {@link #body} makes. */
    void begin() {
        client.reauthentication().initiate(LoopbackGateway.token(), options(businessId, state));
    }

    static RequestOptions options(BusinessId id, State secret) {
        return RequestOptions.builder()
                .callbackUri(URI.create("https://service.example/callback"))
                .businessId(id)
                .state(secret)
                .build();
    }

    void accept(byte[] body) {
        CallbackResult result = client.callbacks().accept(body, "application/json");
        if (!(result instanceof CallbackResult.Accepted)) {
            throw new IllegalStateException(result.toString());
        }
    }

    /** A callback under the gateway's own key whose plaintext has about so many bytes. */
    byte[] body(int size) {
        String head = "{\"businessID\":\"" + businessId + "\",\"state\":\"" + state.value()
                + "\",\"isPassed\":\"true\",\"addressDocFile\":{\"docFile\":\"";
        byte[] plaintext = (head + "A".repeat(Math.max(0, size - head.length() - 3)) + "\"}}").getBytes(UTF_8);
        String content = new String(ContentCipher.seal(ContentKey.of(Material.cek()), plaintext), ISO_8859_1);
        String wrapped = Base64.getEncoder().encodeToString(Material.wrapped(gateway.kek()));
        return ("{\"txID\":\"0\",\"code\":\"D00000\",\"message\":\"SUCCESS\",\"secretKey\":\"" + wrapped
                        + "\",\"content\":\"" + content + "\"}")
                .getBytes(UTF_8);
    }

    @Override
    public void close() {
        client.close();
        gateway.close();
    }
}
