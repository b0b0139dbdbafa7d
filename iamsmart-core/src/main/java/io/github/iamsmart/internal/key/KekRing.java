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
import java.util.function.Supplier;

/**
 * The KEKs of one client: one, or two during a change of certificates, which may come while the client lives.
 * Thread-safe.
 *
 * <p>The {@code pubKey} of a wrapped key tells which of them opens it [1].
 */
public final class KekRing {

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Entry(KekKeyPair kek, byte[] publicKeyInfo, KeyUnwrapper unwrapper) {
        static Entry of(KekKeyPair kek) {
            return new Entry(
                    kek,
                    kek.publicKeyInfo(),
                    new KeyUnwrapper(kek.insecurePrivateKey(), kek.provider().orElse(null)));
        }
    }

    private final Supplier<List<KekKeyPair>> keks;
    private volatile List<Entry> known = List.of();

    /**
     * Creates a ring.
     *
     * @param keks supplies the key pairs at each use, the current one first; quick and thread-safe
     */
    public KekRing(Supplier<List<KekKeyPair>> keks) {
        this.keks = keks;
    }

    /** {@return the key pairs at this moment, the current one first} */
    public List<KekKeyPair> current() {
        return keks.get();
    }

    /**
     * {@return whether a key is wrapped for one of these KEKs; empty if it does not say for which}
     *
     * @param wrapped the key
     */
    public Optional<Boolean> isFor(WrappedCek wrapped) {
        byte[] wanted = decoded(wrapped.pubKey());
        return isPublicKeyInfo(wanted)
                ? Optional.of(entries().stream().anyMatch(entry -> Arrays.equals(entry.publicKeyInfo(), wanted)))
                : Optional.empty();
    }

    /** What was made for a key pair stays for as long as the pair does. */
    private List<Entry> entries() {
        List<KekKeyPair> now = keks.get();
        List<Entry> before = known;
        if (before.stream().map(Entry::kek).toList().equals(now)) {
            return before;
        }
        List<Entry> entries = now.stream()
                .map(kek -> before.stream()
                        .filter(entry -> entry.kek().equals(kek))
                        .findFirst()
                        .orElseGet(() -> Entry.of(kek)))
                .toList();
        known = entries;
        return entries;
    }

    /**
     * Unwraps a key that came over the gateway's authenticated channel.
     *
     * @param wrapped the key
     * @return the key itself
     * @throws CryptoException if no KEK opens it
     */
    public ContentKey unwrap(WrappedCek wrapped) {
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
        return entries().stream()
                .map(entry -> entry.unwrapper().unwrapUntrusted(secretKey))
                .toList();
    }

    /** {@return all entries if {@code pubKey} is absent or unreadable; none if it names a key that is not ours} */
    private List<Entry> candidates(String pubKey) {
        byte[] wanted = decoded(pubKey);
        List<Entry> entries = entries();
        List<Entry> named = entries.stream()
                .filter(entry -> Arrays.equals(entry.publicKeyInfo(), wanted))
                .toList();
        return named.isEmpty() && !isPublicKeyInfo(wanted) ? entries : named;
    }

    /** {@return nothing where it is no Base64} */
    private static byte[] decoded(String pubKey) {
        try {
            return Base64.getDecoder().decode(pubKey.replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static boolean isPublicKeyInfo(byte[] der) {
        try {
            return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der)) != null;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
