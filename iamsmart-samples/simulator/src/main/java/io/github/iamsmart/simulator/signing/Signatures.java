package io.github.iamsmart.simulator.signing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.FaultKind;
import io.github.iamsmart.simulator.certificate.CertificateAuthority;
import io.github.iamsmart.simulator.certificate.KeyKind;
import io.github.iamsmart.simulator.certificate.SigningIdentity;
import io.github.iamsmart.simulator.fault.FaultInjector;
import io.github.iamsmart.simulator.persona.Persona;
import io.github.iamsmart.simulator.request.Asked;
import io.github.iamsmart.simulator.request.Consent;
import io.github.iamsmart.simulator.request.PendingRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;

/** Makes the signatures, right ones unless a fault wants otherwise. */
public final class Signatures {
    private final CertificateAuthority authority;
    private final CertificateAuthority stranger;
    private final FaultInjector faults;
    private final Clock clock;

    /**
     * Signs with what this authority issues.
     *
     * @param stranger issues certificates that look the same and that nobody trusts
     */
    public Signatures(
            CertificateAuthority authority, CertificateAuthority stranger, FaultInjector faults, Clock clock) {
        this.authority = authority;
        this.stranger = stranger;
        this.faults = faults;
        this.clock = clock;
    }

    /**
     * Adds the result of one signing to the content that tells it.
     *
     * @param path the API that the request came by, for the faults
     */
    void sign(SigningKind kind, String path, PendingRequest request, Consent consent, ObjectNode content) {
        Origin origin = new Origin(kind, path, request);
        Asked.Signing signing = request.terms().asked().signing().orElseThrow();
        Persona persona = consent.persona();
        byte[] digest = digest(origin, signing);
        content.put(origin.kind().digestMember(), base64(digest));
        if (origin.kind() == SigningKind.PDF) {
            byte[] cms = DetachedCms.sign(identity(origin, persona, KeyKind.RSA), digest, clock.instant());
            content.put("pdfSignature", base64(spoiled(origin, cms)));
        } else {
            Algorithm algorithm = Algorithm.of(signing.algorithm().orElseThrow());
            signHash(origin, algorithm, identity(origin, persona, algorithm.keyKind()), digest, content);
        }
    }

    private record Origin(SigningKind kind, String path, PendingRequest request) {}

    private void signHash(
            Origin origin, Algorithm algorithm, SigningIdentity identity, byte[] digest, ObjectNode content) {
        Instant now = clock.instant();
        try {
            content.put("timestamp", now.toEpochMilli())
                    .put("signature", base64(spoiled(origin, algorithm.sign(identity.key(), digest))))
                    .put("cert", base64(identity.certificate().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The simulator could not sign.", e);
        } catch (IOException e) {
            throw new UncheckedIOException("A certificate has no encoding.", e);
        }
    }

    private byte[] digest(Origin origin, Asked.Signing signing) {
        byte[] digest = Base64.getDecoder().decode(signing.digest());
        if (has(FaultKind.SIGNATURE_OTHER_HASH, origin)) {
            new SecureRandom().nextBytes(digest);
        }
        return digest;
    }

    private SigningIdentity identity(Origin origin, Persona persona, KeyKind kind) {
        boolean foreign = has(FaultKind.SIGNATURE_FOREIGN_CERTIFICATE, origin);
        return (foreign ? stranger : authority).identity(persona, kind);
    }

    /** A bit of the signature itself is at the end, of a bare one as of a PKCS#7. */
    private byte[] spoiled(Origin origin, byte[] signature) {
        if (has(FaultKind.SIGNATURE_WRONG, origin)) {
            signature[signature.length - 1] ^= 1;
        }
        return signature;
    }

    private boolean has(FaultKind kind, Origin origin) {
        PendingRequest request = origin.request();
        boolean wanted =
                faults.take(kind, origin.path(), request.terms().clientId()).isPresent();
        if (wanted) {
            request.shows(kind);
        }
        return wanted;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
