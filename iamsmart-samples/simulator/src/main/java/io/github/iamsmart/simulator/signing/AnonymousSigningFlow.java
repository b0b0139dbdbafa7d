package io.github.iamsmart.simulator.signing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.anonymous.AnonymousFlow;
import io.github.iamsmart.simulator.anonymous.AnonymousRequests;
import io.github.iamsmart.simulator.callback.CallbackSender;
import io.github.iamsmart.simulator.gateway.GatewayCall;
import io.github.iamsmart.simulator.request.Asked;
import io.github.iamsmart.simulator.request.Consent;
import io.github.iamsmart.simulator.request.FlowDeclaration;
import io.github.iamsmart.simulator.request.PendingRequest;
import io.github.iamsmart.simulator.wire.Code;
import java.util.Optional;
import java.util.Set;

/** Somebody who has not signed in signs a hash or a PDF [1][D]. */
public final class AnonymousSigningFlow extends AnonymousFlow {
    public static final FlowDeclaration OF_HASHES = SigningKind.HASH.anonymous();
    public static final FlowDeclaration OF_PDFS = SigningKind.PDF.anonymous();

    private final SigningKind kind;
    private final Signatures signatures;

    private AnonymousSigningFlow(SigningKind kind, Signatures signatures, AnonymousRequests requests) {
        super(kind.anonymous(), requests);
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
        ObjectNode content = CallbackSender.about(request);
        signatures.sign(kind, kind.anonymous(), request, consent, content);
        return content;
    }
}
