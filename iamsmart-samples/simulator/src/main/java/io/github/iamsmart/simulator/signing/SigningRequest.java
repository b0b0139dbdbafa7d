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
        hkicHash.ifPresent(hash -> Sha256Text.checked(HKIC_HASH, hash));
        Optional<String> algorithm = kind == SigningKind.HASH
                ? Optional.of(call.optionalText("sigAlgo")
                        .map(Algorithm::of)
                        .orElse(Algorithm.SHA256_WITH_RSA)
                        .wireName())
                : Optional.empty();
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

    private static String digest(GatewayCall call, SigningKind kind) {
        return Sha256Text.checked(kind.digestMember(), call.text(kind.digestMember()));
    }
}
