package io.github.iamsmart.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Keys and texts that both sides of a comparison work on. */
final class Material {

    static final String CLIENT_ID = "5d0c3f6a92b84e17a1c4d2e8f7093b56";
    static final String SECRET = "benchmark-secret-of-no-value";
    static final String TIMESTAMP = "1795430400000";
    static final String NONCE = "0d5b2c1e-8f3a-4c67-9e21-7a60b1d4c3f8";

    private static final SecretKey AES = new SecretKeySpec(cek(), "AES");

    private Material() {}

    static byte[] cek() {
        byte[] key = new byte[32];
        new Random(7).nextBytes(key);
        return key;
    }

    static byte[] kibibyte() {
        String text = "{\"text\":\"" + "x".repeat(1024 - 11) + "\"}";
        return text.getBytes(UTF_8);
    }

    static KeyPair rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The bare Base64 and AES-GCM. */
    static byte[] open(byte[] base64) {
        byte[] frame = Base64.getDecoder().decode(base64);
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, AES, new GCMParameterSpec(128, frame, 4, 12));
            return cipher.doFinal(frame, 16, frame.length - 16);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] wrapped(KeyPair kek) {
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            cipher.init(Cipher.ENCRYPT_MODE, kek.getPublic());
            return cipher.doFinal(cek());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
