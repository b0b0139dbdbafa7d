package io.github.iamsmart.simulator.client;

import java.time.Instant;
import javax.crypto.SecretKey;

/**
 * A content encryption key as the gateway keeps it. Its {@code toString} shows no key.
 *
 * @param wrapped Base64 of the key under the client's KEK
 * @param kek Base64 of the KEK's SubjectPublicKeyInfo
 */
public record Cek(SecretKey key, String wrapped, String kek, Instant issuedAt, Instant expiresAt) {
    @Override
    public String toString() {
        return "Cek[issuedAt=" + issuedAt + ", expiresAt=" + expiresAt + "]";
    }
}
