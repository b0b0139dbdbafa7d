package io.github.iamsmart.simulator.signing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.certificate.CertificateAuthority;
import io.github.iamsmart.simulator.fault.FaultInjector;
import io.github.iamsmart.simulator.persona.Persona;
import io.github.iamsmart.simulator.request.Asked;
import io.github.iamsmart.simulator.request.Consent;
import io.github.iamsmart.simulator.request.FlowDeclaration;
import io.github.iamsmart.simulator.request.PendingRequest;
import java.time.Clock;

/** Signs for personas, correctly unless a fault says otherwise. */
public final class Signatures {
    private final CertificateAuthority authority;
    private final CertificateAuthority untrusted;
    private final FaultInjector faults;
    private final Clock clock;

    /**
     * Signs with what this authority issues.
     *
     * @param untrusted issues certificates that look the same and that nobody trusts
     */
    public Signatures(
            CertificateAuthority authority, CertificateAuthority untrusted, FaultInjector faults, Clock clock) {
        this.authority = authority;
        this.untrusted = untrusted;
        this.faults = faults;
        this.clock = clock;
    }

    /**
     * {@return what signs a request in the name of a persona}
     *
     * @param path the API that the request came by, for the faults
     */
    public Signer signer(String path, PendingRequest request, Persona persona) {
        String clientId = request.terms().clientId();
        return new Signer(
                authority,
                untrusted,
                persona,
                kind -> faults.take(kind, path, clientId).isPresent(),
                clock);
    }

    /** Signs, and adds the result to a content. */
    void sign(SigningKind kind, FlowDeclaration flow, PendingRequest request, Consent consent, ObjectNode content) {
        Asked.Signing signing = request.terms().asked().signing().orElseThrow();
        Signer signer = signer(flow.path().orElseThrow(), request, consent.persona());
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
