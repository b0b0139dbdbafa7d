package io.github.iamsmart.simulator.signing;

import io.github.iamsmart.simulator.request.FlowDeclaration;
import java.time.Duration;
import java.util.Arrays;

/** What can be signed. */
enum SigningKind {
    HASH("hash-signing", "signing", "hashCode"),
    PDF("pdf-signing", "pdfsigning", "docDigest");

    private final String flow;
    private final String segment;
    private final String digestMember;

    SigningKind(String flow, String segment, String digestMember) {
        this.flow = flow;
        this.segment = segment;
        this.digestMember = digestMember;
    }

    /** {@return the flow of a signed-in user} */
    FlowDeclaration ofUser() {
        return FlowDeclaration.ofUser(
                flow,
                SigningFlow.class,
                "/account/" + segment + "/initiateRequest",
                SigningCodes.ALL,
                SigningFlow.SCOPE,
                StepUp.SCOPE);
    }

    /** {@return the flow of somebody who has not signed in} */
    FlowDeclaration anonymous() {
        return ofUser().anonymous(
                        "/anonymous/" + segment + "/initiateRequest",
                        "/anonymous/" + segment + "/getResult",
                        // [D].
                        Duration.ofMinutes(12));
    }

    /** What the digest is called, in the request and in the result. */
    String digestMember() {
        return digestMember;
    }

    static boolean isSigning(String flow) {
        return Arrays.stream(values())
                .anyMatch(kind -> kind.ofUser().name().equals(flow)
                        || kind.anonymous().name().equals(flow));
    }
}
