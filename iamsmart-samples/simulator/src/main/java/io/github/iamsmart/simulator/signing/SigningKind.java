package io.github.iamsmart.simulator.signing;

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

    String flow() {
        return flow;
    }

    String anonymousFlow() {
        return "anonymous-" + flow;
    }

    String path() {
        return "/account/" + segment + "/initiateRequest";
    }

    String anonymousPath(String action) {
        return "/anonymous/" + segment + "/" + action;
    }

    /** What the digest is called, in the request and in the result. */
    String digestMember() {
        return digestMember;
    }

    static boolean isSigning(String flow) {
        return Arrays.stream(values())
                .anyMatch(kind -> kind.flow.equals(flow) || kind.anonymousFlow().equals(flow));
    }
}
