package io.github.iamsmart;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.tomakehurst.wiremock.http.Request;
import io.github.iamsmart.error.CryptoException;
import io.github.iamsmart.internal.crypto.ContentCipher;
import io.github.iamsmart.internal.crypto.ContentKey;
import io.github.iamsmart.key.WrappedCek;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Random;
import javax.crypto.Cipher;

/**
 * A content key of the stub gateway.
 *
 * @param key the key
 * @param secretKey the key, wrapped
 * @param pubKey what the gateway says about the KEK that it is wrapped for
 * @param issuedAt when it was made
 * @param expiresIn its lifetime or its end, as the gateway writes it
 */
public record StubKey(ContentKey key, String secretKey, String pubKey, Instant issuedAt, long expiresIn) {

    public static final Duration LIFE = Duration.ofHours(24);

    /** A key that lives a day; keys of one seed are the same, each time wrapped anew. */
    public static StubKey of(int seed, Instant issuedAt) {
        return of(seed, issuedAt, TestKeys.FIRST);
    }

    public static StubKey of(int seed, Instant issuedAt, KeyPair kek) {
        byte[] raw = raw(seed);
        return new StubKey(
                ContentKey.of(raw),
                wrap(raw, kek),
                Base64.getEncoder().encodeToString(kek.getPublic().getEncoded()),
                issuedAt,
                LIFE.toMillis());
    }

    /** The same, with the 44 Base64 characters of the key wrapped in the place of its 32 bytes. */
    public static StubKey ofText(int seed, Instant issuedAt) {
        StubKey raw = of(seed, issuedAt);
        byte[] text = Base64.getEncoder().encode(raw(seed));
        return new StubKey(raw.key(), wrap(text, TestKeys.FIRST), raw.pubKey(), issuedAt, raw.expiresIn());
    }

    public StubKey withPubKey(String text) {
        return new StubKey(key, secretKey, text, issuedAt, expiresIn);
    }

    public StubKey withExpiresIn(long millis) {
        return new StubKey(key, secretKey, pubKey, issuedAt, millis);
    }

    private static byte[] raw(int seed) {
        byte[] raw = new byte[ContentKey.LENGTH];
        new Random(seed).nextBytes(raw);
        return raw;
    }

    private static String wrap(byte[] raw, KeyPair kek) {
        try {
            Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            rsa.init(Cipher.ENCRYPT_MODE, kek.getPublic());
            return Base64.getEncoder().encodeToString(rsa.doFinal(raw));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The answer of {@code getKey}. */
    public String answer() {
        return """
                {"txID":"00000000000000000000000000000001","code":"D00000","message":"SUCCESS","content":
                {"secretKey":"%s","pubKey":"%s","issueAt":%d,"expiresIn":%d}}""".formatted(secretKey, pubKey, issuedAt.toEpochMilli(), expiresIn);
    }

    /** What a node stores of it that has fetched it. */
    public WrappedCek wrapped() {
        return new WrappedCek(secretKey, pubKey, issuedAt, issuedAt.plusMillis(expiresIn));
    }

    /** A successful answer with sealed content. */
    public String sealed(String plaintext) {
        return StubGateway.envelope(
                "D00000", "\"" + new String(ContentCipher.seal(key, plaintext.getBytes(UTF_8)), US_ASCII) + "\"");
    }

    /** What iAM Smart, or whoever has the service's certificate, posts to the service under this key. */
    public byte[] callback(String code, String plaintext) {
        String content = new String(ContentCipher.seal(key, plaintext.getBytes(UTF_8)), US_ASCII);
        return """
                {"txID":"00000000000000000000000000000003","code":"%s","message":"m","secretKey":"%s","content":"%s"}""".formatted(code, secretKey, content).getBytes(UTF_8);
    }

    /** The business object of a request that was sealed under this key. */
    public String opened(Request request) {
        String body = request.getBodyAsString();
        String content = body.substring("{\"content\":\"".length(), body.length() - 2);
        return new String(ContentCipher.open(key, content), UTF_8);
    }

    public boolean opens(Request request) {
        try {
            opened(request);
            return true;
        } catch (CryptoException e) {
            return false;
        }
    }
}
