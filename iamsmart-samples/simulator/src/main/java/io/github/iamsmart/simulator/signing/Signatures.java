package io.github.iamsmart.simulator.signing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.certificate.CertificateAuthority;
import io.github.iamsmart.simulator.fault.FaultInjector;
import io.github.iamsmart.simulator.persona.Persona;
import io.github.iamsmart.simulator.request.Asked;
import io.github.iamsmart.simulator.request.Consent;
import io.github.iamsmart.simulator.request.PendingRequest;
import java.time.Clock;

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
     * The hand of somebody who signs for a request.
     *
     * @param path the API that the request came by, for the faults
     */
    public Signer signer(String path, PendingRequest request, Persona persona) {
        String clientId = request.terms().clientId();
        return new Signer(
                authority,
                stranger,
                persona,
                kind -> faults.take(kind, path, clientId).isPresent(),
                clock);
    }

    /** Adds the result of one signing to the content that tells it. */
    void sign(SigningKind kind, String path, PendingRequest request, Consent consent, ObjectNode content) {
        Asked.Signing signing = request.terms().asked().signing().orElseThrow();
        Signer signer = signer(path, request, consent.persona());
        if (kind == SigningKind.PDF) {
            signer.signPdf(signing.digest(), content);
        } else {
            Algorithm algorithm = Algorithm.of(signing.algorithm().orElseThrow());
            signer.signHash(algorithm, signing.digest(), kind.digestMember(), content);
            content.put("cert", signer.certificate(algorithm.keyKind()));
        }
        signer.faults().forEach(request::shows);
    }
}
