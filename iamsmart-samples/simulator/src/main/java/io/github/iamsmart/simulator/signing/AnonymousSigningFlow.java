package io.github.iamsmart.simulator.signing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.anonymous.AnonymousApi;
import io.github.iamsmart.simulator.anonymous.AnonymousFlow;
import io.github.iamsmart.simulator.anonymous.AnonymousRequests;
import io.github.iamsmart.simulator.callback.Callbacks;
import io.github.iamsmart.simulator.gateway.GatewayCall;
import io.github.iamsmart.simulator.request.Asked;
import io.github.iamsmart.simulator.request.Consent;
import io.github.iamsmart.simulator.request.Decision;
import io.github.iamsmart.simulator.request.PendingRequest;
import io.github.iamsmart.simulator.wire.Code;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Somebody who has not signed in signs a hash or a PDF [1][D]. */
public final class AnonymousSigningFlow extends AnonymousFlow {
    /** [D]. */
    private static final Duration TICKET_LIFETIME = Duration.ofMinutes(12);

    private final SigningKind kind;
    private final Signatures signatures;

    private AnonymousSigningFlow(SigningKind kind, Signatures signatures, AnonymousRequests requests) {
        super(
                new AnonymousApi(
                        kind.anonymousFlow(),
                        kind.anonymousPath("initiateRequest"),
                        kind.anonymousPath("getResult"),
                        TICKET_LIFETIME),
                requests);
        this.kind = kind;
        this.signatures = signatures;
    }

    public static AnonymousSigningFlow ofHashes(Signatures signatures, AnonymousRequests requests) {
        return new AnonymousSigningFlow(SigningKind.HASH, signatures, requests);
    }

    public static AnonymousSigningFlow ofPdfs(Signatures signatures, AnonymousRequests requests) {
        return new AnonymousSigningFlow(SigningKind.PDF, signatures, requests);
    }

    @Override
    protected Asked asked(GatewayCall call) {
        return SigningRequest.anonymous(call, kind);
    }

    @Override
    protected Set<String> scopes(Asked asked) {
        boolean stepUp = !asked.signing().orElseThrow().stepUp().isEmpty();
        return stepUp ? Set.of(SigningFlow.SCOPE, StepUp.SCOPE) : Set.of(SigningFlow.SCOPE);
    }

    @Override
    public Optional<Code> obstacle(PendingRequest request, Consent consent) {
        return SigningCodes.obstacle(request.terms().asked(), consent);
    }

    @Override
    protected ObjectNode result(PendingRequest request, Consent consent) {
        ObjectNode content = Callbacks.about(request);
        signatures.sign(kind, kind.anonymousPath("initiateRequest"), request, consent, content);
        return content;
    }

    @Override
    protected Code code(Decision refusal) {
        return SigningCodes.refusal(refusal);
    }
}
