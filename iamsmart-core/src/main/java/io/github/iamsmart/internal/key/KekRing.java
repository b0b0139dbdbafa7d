package io.github.iamsmart.internal.key;

import io.github.iamsmart.error.CryptoException;
import io.github.iamsmart.internal.crypto.ContentKey;
import io.github.iamsmart.internal.crypto.KeyUnwrapper;
import io.github.iamsmart.key.KekKeyPair;
import io.github.iamsmart.key.WrappedCek;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The KEKs of one client: one, or two during a change of certificates. Thread-safe.
 *
 * <p>The {@code pubKey} of a wrapped key tells which of them opens it [1].
 */
public final class KekRing {

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Entry(byte[] publicKeyInfo, KeyUnwrapper unwrapper) {}

    private final List<Entry> entries;

    /**
     * Creates a ring.
     *
     * @param keks the key pairs, the current one first
     */
    public KekRing(List<KekKeyPair> keks) {
        entries = keks.stream()
                .map(kek -> new Entry(
                        kek.publicKeyInfo(),
                        new KeyUnwrapper(
                                kek.insecurePrivateKey(), kek.provider().orElse(null))))
                .toList();
    }

    /** Unwraps a key that came over the gateway's authenticated channel. */
    ContentKey unwrap(WrappedCek wrapped) {
        List<Entry> candidates = candidates(wrapped.pubKey());
        if (candidates.isEmpty()) {
            throw new CryptoException("The gateway wraps the content key (CEK) for a certificate whose private key this"
                    + " client does not have: configure the KEK that belongs to the certificate on the Self-Service"
                    + " Portal. A newly uploaded certificate takes effect only with the next CEK.");
        }
        return candidates.stream()
                .map(entry -> entry.unwrapper().unwrap(wrapped.secretKey()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new CryptoException("The content key (CEK) of the gateway does not open with the"
                        + " configured KEK: check that it belongs to the certificate on the Self-Service Portal."));
    }

    /**
     * Unwraps the keys in a callback, which anyone can send, with implicit rejection: always one result for each KEK.
     *
     * @param secretKey the {@code secretKey} of the callback
     * @return a key for each KEK; those that do not match open nothing
     */
    public List<ContentKey> unwrapUntrusted(String secretKey) {
        return entries.stream()
                .map(entry -> entry.unwrapper().unwrapUntrusted(secretKey))
                .toList();
    }

    /** {@return all entries if {@code pubKey} is absent or unreadable; none if it names a key that is not ours} */
    private List<Entry> candidates(String pubKey) {
        byte[] wanted;
        try {
            wanted = Base64.getDecoder().decode(pubKey.replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            return entries;
        }
        List<Entry> named = entries.stream()
                .filter(entry -> Arrays.equals(entry.publicKeyInfo(), wanted))
                .toList();
        return named.isEmpty() && !isPublicKeyInfo(wanted) ? entries : named;
    }

    private static boolean isPublicKeyInfo(byte[] der) {
        try {
            return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der)) != null;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
