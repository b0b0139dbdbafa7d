package io.github.iamsmart.simulator.bulksigning;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iamsmart.simulator.account.RegisteredUris;
import io.github.iamsmart.simulator.gateway.GatewayCall;
import io.github.iamsmart.simulator.request.Asked;
import io.github.iamsmart.simulator.request.BulkSigning;
import io.github.iamsmart.simulator.signing.DigestText;
import io.github.iamsmart.simulator.signing.StepUp;
import io.github.iamsmart.simulator.wire.Code;
import io.github.iamsmart.simulator.wire.Refusal;
import java.util.Optional;

/** The members that bulk signing adds [D], with a sign-in or without. */
final class BulkSigningRequest {
    private static final String HKIC_HASH = "HKICHash";
    private static final String RESULT_URI = "callbackResultURI";
    private static final String SIGNATURES = "maxCallbackSigs";
    private static final int MOST_SIGNATURES = 1000;

    private BulkSigningRequest() {}

    static Asked ofUser(GatewayCall call) {
        return asked(call, call.optionalText(HKIC_HASH));
    }

    /** Without a sign-in the service has to say who is to sign [D]. */
    static Asked anonymous(GatewayCall call) {
        return asked(call, Optional.of(call.text(HKIC_HASH)));
    }

    private static Asked asked(GatewayCall call, Optional<String> hkicHash) {
        return Asked.forBulkSigning(new BulkSigning(
                call.optionalText("department", 100),
                call.text("serviceName", 255),
                call.text("requestName", 255),
                hkicHash.map(hash -> DigestText.checked(HKIC_HASH, hash)),
                StepUp.methods(call),
                RegisteredUris.find(call, RESULT_URI, call.text(RESULT_URI)),
                signaturesInACallback(call),
                BulkDocuments.read(call)));
    }

    /** A number: whether a text of digits is taken too is not public [?]. */
    private static int signaturesInACallback(GatewayCall call) {
        JsonNode most = call.content().get(SIGNATURES);
        if (most == null || most.isNull()) {
            return MOST_SIGNATURES;
        }
        if (!most.isInt() || most.intValue() < 1 || most.intValue() > MOST_SIGNATURES) {
            throw Refusal.about(
                    SIGNATURES,
                    Code.PARAMETER_INVALID,
                    "'" + SIGNATURES + "' must be a number from 1 to " + MOST_SIGNATURES + ".");
        }
        return most.intValue();
    }
}
