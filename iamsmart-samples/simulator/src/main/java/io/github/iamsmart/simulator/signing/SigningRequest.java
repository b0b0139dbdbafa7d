package io.github.iamsmart.simulator.signing;

import io.github.iamsmart.simulator.gateway.GatewayCall;
import io.github.iamsmart.simulator.request.Asked;
import java.util.Optional;

/** The members that signing adds [D], with a sign-in or without. Which of the texts must be there is not public [?]. */
final class SigningRequest {
    private static final String HKIC_HASH = "HKICHash";

    private SigningRequest() {}

    static Asked ofUser(GatewayCall call, SigningKind kind) {
        Optional<String> hkicHash = call.optionalText(HKIC_HASH);
        return asked(call, kind, hkicHash, IdentificationCode.forUser(digest(call, kind), call.text("openID")));
    }

    /** Without a sign-in the service has to say who is to sign [D]. */
    static Asked anonymous(GatewayCall call, SigningKind kind) {
        String hkicHash = call.text(HKIC_HASH);
        String code = IdentificationCode.anonymous(
                digest(call, kind), hkicHash, call.client().id());
        return asked(call, kind, Optional.of(hkicHash), code);
    }

    private static Asked asked(GatewayCall call, SigningKind kind, Optional<String> hkicHash, String code) {
        hkicHash.ifPresent(hash -> DigestText.checked(HKIC_HASH, hash));
        Optional<String> algorithm =
                kind == SigningKind.HASH ? Optional.of(algorithm(call, kind).wireName()) : Optional.empty();
        return Asked.forSigning(new Asked.Signing(
                call.optionalText("department", 100),
                call.optionalText("serviceName", 255),
                call.optionalText("documentName", 255),
                digest(call, kind),
                algorithm,
                hkicHash,
                StepUp.methods(call),
                code));
    }

    private static Algorithm algorithm(GatewayCall call, SigningKind kind) {
        return kind == SigningKind.PDF
                ? Algorithm.SHA256_WITH_RSA
                : call.optionalText("sigAlgo").map(Algorithm::of).orElse(Algorithm.SHA256_WITH_RSA);
    }

    private static String digest(GatewayCall call, SigningKind kind) {
        return DigestText.checked(kind.digestMember(), call.text(kind.digestMember()), algorithm(call, kind));
    }
}
