package io.github.iamsmart.simulator.client;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The CEKs of one client: one at a time, the same until it expires or is revoked [S]. */
public final class ClientKeys {
    private static final int REMEMBERED = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Deque<Cek> former = new ArrayDeque<>();
    private @Nullable Cek current;

    public synchronized Optional<Cek> current(Instant now) {
        Cek cek = current;
        if (cek != null && !now.isBefore(cek.expiresAt())) {
            retire(cek);
        }
        return Optional.ofNullable(current);
    }

    /** The current key, or a new one under this KEK. */
    public synchronized Cek fetch(PublicKey kek, Instant now, Duration lifetime, boolean asText) {
        return current(now).orElseGet(() -> {
            Cek made = make(kek, now, lifetime, asText);
            current = made;
            return made;
        });
    }

    /** Without a key it does nothing. */
    public synchronized void revoke() {
        Cek cek = current;
        if (cek != null) {
            retire(cek);
        }
    }

    /** Keys that no longer count, to tell a client that it used one of them. */
    public synchronized List<Cek> former() {
        return List.copyOf(former);
    }

    /** A key that is wrapped for the client and yet was never given to it. */
    public static Cek foreign(PublicKey kek, Instant now, Duration lifetime) {
        return make(kek, now, lifetime, false);
    }

    private void retire(Cek cek) {
        if (former.size() == REMEMBERED) {
            former.removeLast();
        }
        former.addFirst(cek);
        current = null;
    }

    private static Cek make(PublicKey kek, Instant now, Duration lifetime, boolean asText) {
        byte[] key = new byte[32];
        RANDOM.nextBytes(key);
        byte[] payload = asText ? Base64.getEncoder().encode(key) : key;
        return new Cek(
                new SecretKeySpec(key, "AES"),
                Base64.getEncoder().encodeToString(wrap(kek, payload)),
                Base64.getEncoder().encodeToString(kek.getEncoded()),
                now,
                now.plus(lifetime));
    }

    /** RSA with PKCS#1 v1.5 padding [W]. */
    private static byte[] wrap(PublicKey kek, byte[] payload) {
        try {
            Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            rsa.init(Cipher.ENCRYPT_MODE, kek);
            return rsa.doFinal(payload);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The registered KEK cannot wrap a key.", e);
        }
    }
}
