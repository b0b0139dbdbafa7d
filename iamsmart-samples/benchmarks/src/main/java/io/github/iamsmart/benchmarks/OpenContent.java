package io.github.iamsmart.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.iamsmart.internal.crypto.ContentCipher;
import io.github.iamsmart.internal.crypto.ContentKey;
import java.security.KeyPair;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Content of 1 KiB under a key that is known, and what it would cost to unwrap the key each time. */
@State(Scope.Benchmark)
public class OpenContent {

    private final ContentKey key = ContentKey.of(Material.cek());
    private final SecretKeySpec aes = new SecretKeySpec(Material.cek(), "AES");
    private final String content = new String(ContentCipher.seal(key, Material.kibibyte()), ISO_8859_1);
    private final KeyPair kek = Material.rsa();
    private final byte[] wrapped = Material.wrapped(kek);

    /** Made by JMH. */
    public OpenContent() {}

    /**
     * The SDK.
     *
     * @return the plaintext
     */
    @Benchmark
    public byte[] ours() {
        return ContentCipher.open(key, content);
    }

    /**
     * The calls into the JDK that nobody can do without, on the same bytes.
     *
     * @return the plaintext
     * @throws Exception never
     */
    @Benchmark
    public byte[] floor() throws Exception {
        return open(aes);
    }

    /**
     * The same with the RSA that a client without a cache of keys spends on each message.
     *
     * @return the plaintext
     * @throws Exception never
     */
    @Benchmark
    public byte[] unwrappingEachTime() throws Exception {
        Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        rsa.init(Cipher.DECRYPT_MODE, kek.getPrivate());
        return open(new SecretKeySpec(rsa.doFinal(wrapped), "AES"));
    }

    private byte[] open(SecretKeySpec with) throws Exception {
        byte[] frame = Base64.getDecoder().decode(content);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, with, new GCMParameterSpec(128, frame, 4, 12));
        return cipher.doFinal(frame, 16, frame.length - 16);
    }
}
