package io.github.iamsmart.spring.internal.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.requests.State;
import io.github.iamsmart.spring.IamSmartClientRegistry;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what a visit to iAM Smart remembers, so that a browser can carry it: AES-256-GCM under a key that is made of
 * the client secret, which all nodes share, and of the state. Another state opens nothing, which the tag tells in
 * constant time. Cookies of one kind are none of another. Thread-safe.
 */
public final class CookieSeal {

    private static final byte[] SALT = "io.github.iamsmart cookie".getBytes(UTF_8);
    private static final String HMAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] key;

    private CookieSeal(byte[] key) {
        this.key = key;
    }

    /**
     * {@return the seal of all nodes that share a client secret}
     *
     * @param clientSecret the secret
     */
    public static CookieSeal of(String clientSecret) {
        return new CookieSeal(hmac(SALT, clientSecret.getBytes(UTF_8))); // the first step of HKDF, RFC 5869
    }

    /**
     * {@return the seal of one of several clients of an application} It opens nothing that another one sealed, even
     * where both have the same secret.
     *
     * @param clientSecret the secret of the client
     * @param client its name
     */
    public static CookieSeal of(String clientSecret, String client) {
        return client.equals(IamSmartClientRegistry.DEFAULT)
                ? of(clientSecret)
                : new CookieSeal(hmac(of(clientSecret).key, client.getBytes(UTF_8)));
    }

    /** {@return the seal of a node that knows no client secret: other nodes cannot open it} */
    public static CookieSeal random() {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return new CookieSeal(key);
    }

    /**
     * {@return the content under seal, in Base64url}
     *
     * @param kind of what the cookie is
     * @param state the secret that the browser brings back
     * @param content what to seal
     */
    String seal(String kind, State state, byte[] content) {
        byte[] iv = new byte[IV_BYTES];
        RANDOM.nextBytes(iv);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, kind, state, iv).doFinal(content);
            byte[] all = Arrays.copyOf(iv, IV_BYTES + sealed.length);
            System.arraycopy(sealed, 0, all, IV_BYTES, sealed.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES-GCM.", e);
        }
    }

    /** {@return the content; empty if this is nothing that was sealed for this kind and state} */
    Optional<byte[]> open(String kind, State state, String sealed) {
        try {
            byte[] all = Base64.getUrlDecoder().decode(sealed);
            if (all.length < IV_BYTES + TAG_BITS / Byte.SIZE) {
                return Optional.empty();
            }
            return Optional.of(cipher(Cipher.DECRYPT_MODE, kind, state, Arrays.copyOf(all, IV_BYTES))
                    .doFinal(all, IV_BYTES, all.length - IV_BYTES));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /** Each state has a key of its own, so the number of visits sets no limit to random IVs. */
    private Cipher cipher(int mode, String kind, State state, byte[] iv) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        byte[] own = hmac(key, state.value().getBytes(UTF_8));
        cipher.init(mode, new SecretKeySpec(own, "AES"), new GCMParameterSpec(TAG_BITS, iv));
        cipher.updateAAD(kind.getBytes(UTF_8));
        return cipher;
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA256.", e);
        }
    }
}
