package io.github.iamsmart.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A callback of 1 KiB under a key that is known: read, opened, bound to the request that waits. */
@State(Scope.Benchmark)
public class SmallCallback {

    private static final JsonFactory JSON = new JsonFactory();

    private final CallbackService service = new CallbackService(new OneRequestStore());
    private final byte[] body = service.body(1024);
    private final SecretKeySpec aes = new SecretKeySpec(Material.cek(), "AES");
    private byte[] stateHash = {};

    /** Made by JMH. */
    public SmallCallback() {}

    /**
     * Begins the request.
     *
     * @throws Exception never
     */
    @Setup
    public void begin() throws Exception {
        service.begin();
        stateHash = MessageDigest.getInstance("SHA-256")
                .digest(service.state.value().getBytes(UTF_8));
    }

    /** Stops everything. */
    @TearDown
    public void stop() {
        service.close();
    }

    /** The SDK. */
    @Benchmark
    public void ours() {
        service.accept(body);
    }

    /**
     * What nobody can do without, on the same bytes: the JSON is read, the Base64 taken off, the content decrypted, the
     * JSON inside read, the state hashed and compared.
     *
     * @return whether it is the request's
     * @throws Exception never
     */
    @Benchmark
    public boolean floor() throws Exception {
        return isOurs(members(body), aes);
    }

    /**
     * The same with the RSA that a client without a cache of keys spends on each callback.
     *
     * @return whether it is the request's
     * @throws Exception never
     */
    @Benchmark
    public boolean unwrappingEachTime() throws Exception {
        Map<String, String> envelope = members(body);
        Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        rsa.init(Cipher.DECRYPT_MODE, service.gateway.kek().getPrivate());
        byte[] key = rsa.doFinal(Base64.getDecoder().decode(envelope.get("secretKey")));
        return isOurs(envelope, new SecretKeySpec(key, "AES"));
    }

    private boolean isOurs(Map<String, String> envelope, SecretKeySpec key) throws Exception {
        byte[] frame = Base64.getDecoder().decode(envelope.get("content"));
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(128, frame, 4, 12));
        Map<String, String> inner = members(cipher.doFinal(frame, 16, frame.length - 16));
        byte[] state = String.valueOf(inner.get("state")).getBytes(UTF_8);
        return MessageDigest.isEqual(
                stateHash, MessageDigest.getInstance("SHA-256").digest(state));
    }

    private static Map<String, String> members(byte[] json) throws Exception {
        Map<String, String> members = new HashMap<>();
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                if (parser.nextToken() == JsonToken.VALUE_STRING) {
                    members.put(name, parser.getText());
                }
                parser.skipChildren();
            }
        }
        return members;
    }
}
