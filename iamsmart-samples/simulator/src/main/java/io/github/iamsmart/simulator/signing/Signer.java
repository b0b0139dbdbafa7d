package io.github.iamsmart.simulator.signing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.FaultKind;
import io.github.iamsmart.simulator.certificate.CertificateAuthority;
import io.github.iamsmart.simulator.certificate.KeyKind;
import io.github.iamsmart.simulator.certificate.SigningIdentity;
import io.github.iamsmart.simulator.persona.Persona;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Signs in the name of a persona, with certificates of one authority, and correctly unless a fault says otherwise. */
public final class Signer {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final CertificateAuthority authority;
    private final Persona persona;
    private final Predicate<FaultKind> faults;
    private final Clock clock;
    private final Set<FaultKind> shown = EnumSet.noneOf(FaultKind.class);

    /** Signs as this persona; a fault that is taken counts as having happened. */
    Signer(
            CertificateAuthority right,
            CertificateAuthority untrusted,
            Persona persona,
            Predicate<FaultKind> faults,
            Clock clock) {
        this.persona = persona;
        this.faults = faults;
        this.clock = clock;
        this.authority = has(FaultKind.SIGNATURE_FOREIGN_CERTIFICATE) ? untrusted : right;
    }

    /**
     * Signs a hash, and adds it, the time and the signature to a result.
     *
     * @param base64 the hash as it was sent
     * @param member what the hash is called in the result
     */
    public void signHash(Algorithm algorithm, String base64, String member, ObjectNode result) {
        byte[] digest = digest(base64);
        try {
            byte[] signature = algorithm.sign(identity(algorithm.keyKind()).key(), digest);
            result.put(member, base64(digest))
                    .put("timestamp", clock.instant().toEpochMilli())
                    .put("signature", base64(spoiled(signature)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The simulator could not sign.", e);
        }
    }

    /**
     * Signs the digest of a PDF, and adds it and the PKCS#7 to a result.
     *
     * @param base64 the digest as it was sent
     */
    public void signPdf(String base64, ObjectNode result) {
        byte[] digest = digest(base64);
        Instant now = clock.instant();
        byte[] cms = DetachedCms.sign(identity(KeyKind.RSA), digest, now);
        result.put("docDigest", base64(digest)).put("pdfSignature", base64(spoiled(cms)));
    }

    /** Base64 of the certificate, as DER, for a key of this kind. */
    public String certificate(KeyKind kind) {
        try {
            return base64(identity(kind).certificate().getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException("A certificate has no encoding.", e);
        }
    }

    /** The faults that its signatures show by now. */
    public List<FaultKind> faults() {
        return List.copyOf(shown);
    }

    private SigningIdentity identity(KeyKind kind) {
        return authority.identity(persona, kind);
    }

    private byte[] digest(String base64) {
        byte[] digest = Base64.getDecoder().decode(base64);
        if (has(FaultKind.SIGNATURE_OTHER_HASH)) {
            RANDOM.nextBytes(digest);
        }
        return digest;
    }

    /** A bit of the signature itself is at the end, of a bare one as of a PKCS#7. */
    private byte[] spoiled(byte[] signature) {
        if (has(FaultKind.SIGNATURE_WRONG)) {
            signature[signature.length - 1] ^= 1;
        }
        return signature;
    }

    private boolean has(FaultKind kind) {
        boolean wanted = faults.test(kind);
        if (wanted) {
            shown.add(kind);
        }
        return wanted;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
