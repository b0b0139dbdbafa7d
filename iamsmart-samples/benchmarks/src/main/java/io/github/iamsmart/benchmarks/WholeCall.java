package io.github.iamsmart.benchmarks;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.internal.crypto.ContentKey;
import io.github.iamsmart.internal.crypto.RequestSigner;
import io.github.iamsmart.internal.gateway.SealedCalls;
import io.github.iamsmart.key.KekKeyPair;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A call of 1 KiB each way against a gateway in this process. */
@State(Scope.Benchmark)
public class WholeCall {

    private static final MediaType JSON = MediaType.get("application/json");

    private final LoopbackGateway gateway = new LoopbackGateway(Clock.systemUTC());
    private final OkHttpClient bare = new OkHttpClient();
    private final byte[] body = SealedCalls.body(ContentKey.of(Material.cek()), Material.kibibyte());
    private final String signature =
            new RequestSigner(Material.CLIENT_ID, Material.SECRET).sign(Material.TIMESTAMP, Material.NONCE, body);
    private final Map<String, String> businessObject = Map.of("text", "x".repeat(1024 - 11));
    private final IamSmartClient client = IamSmartClient.builder()
            .baseUrl(gateway.url())
            .clientId(Material.CLIENT_ID)
            .clientSecret(Material.SECRET)
            .kek(KekKeyPair.of(gateway.kek().getPrivate(), gateway.kek().getPublic()))
            .build();

    /** Made by JMH. */
    public WholeCall() {}

    /** Fetches the content key, which is not what is measured. */
    @Setup
    public void warmUp() {
        ours();
    }

    /** Stops everything. */
    @TearDown
    public void stop() {
        client.close();
        bare.dispatcher().executorService().shutdown();
        bare.connectionPool().evictAll();
        gateway.close();
    }

    /**
     * The SDK: written as JSON, sealed, signed, sent, opened.
     *
     * @return the answer
     */
    @Benchmark
    public String ours() {
        return client.call(LoopbackGateway.PATH, businessObject, String.class);
    }

    /**
     * OkHttp alone with the same bytes, made beforehand.
     *
     * @return the answer
     * @throws IOException never
     */
    @Benchmark
    public byte[] floor() throws IOException {
        Request request = new Request.Builder()
                .url(gateway.url() + LoopbackGateway.PATH)
                .header("clientID", Material.CLIENT_ID)
                .header("signatureMethod", "HmacSHA256")
                .header("timestamp", Material.TIMESTAMP)
                .header("nonce", Material.NONCE)
                .header("signature", signature)
                .post(RequestBody.create(body, JSON))
                .build();
        try (Response response = bare.newCall(request).execute()) {
            return response.body().bytes();
        }
    }
}
