package io.github.iamsmart.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.internal.crypto.ContentKey;
import io.github.iamsmart.internal.crypto.RequestSigner;
import io.github.iamsmart.internal.gateway.SealedCalls;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A request of 1 KiB: sealed, put into its body, signed. */
@State(Scope.Benchmark)
public class SealAndSign {

    private final byte[] plaintext = Material.kibibyte();
    private final ContentKey key = ContentKey.of(Material.cek());
    private final RequestSigner signer = new RequestSigner(Material.CLIENT_ID, Material.SECRET);

    private final SecretKeySpec aes = new SecretKeySpec(Material.cek(), "AES");
    private final SecureRandom random = new SecureRandom();
    private final Mac keyed;

    /** Made by JMH. */
    public SealAndSign() {
        try {
            keyed = Mac.getInstance("HmacSHA256");
            keyed.init(new SecretKeySpec(Material.SECRET.getBytes(UTF_8), "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The SDK.
     *
     * @return the signature
     */
    @Benchmark
    public String ours() {
        byte[] body = SealedCalls.body(key, plaintext);
        return signer.sign(Material.TIMESTAMP, Material.NONCE, body);
    }

    /**
     * The calls into the JDK that nobody can do without, on the same bytes.
     *
     * @return the signature before its percent-encoding
     * @throws Exception never
     */
    @Benchmark
    public String floor() throws Exception {
        byte[] iv = new byte[12];
        random.nextBytes(iv);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, aes, new GCMParameterSpec(128, iv));
        byte[] frame = new byte[16 + plaintext.length + 16];
        cipher.doFinal(plaintext, 0, plaintext.length, frame, 16);
        byte[] content = Base64.getEncoder().encode(frame);
        Mac mac = (Mac) keyed.clone();
        mac.update(Material.TIMESTAMP.getBytes(ISO_8859_1));
        mac.update(Material.NONCE.getBytes(ISO_8859_1));
        return Base64.getEncoder().encodeToString(mac.doFinal(content));
    }
}
