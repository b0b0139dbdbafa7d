package io.github.iamsmart.simulator.bulksigning;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.anonymous.AnonymousFlow;
import io.github.iamsmart.simulator.anonymous.AnonymousRequests;
import io.github.iamsmart.simulator.gateway.GatewayCall;
import io.github.iamsmart.simulator.request.Asked;
import io.github.iamsmart.simulator.request.Consent;
import io.github.iamsmart.simulator.request.FlowDeclaration;
import io.github.iamsmart.simulator.request.PendingRequest;
import io.github.iamsmart.simulator.signing.StepUp;
import io.github.iamsmart.simulator.wire.Code;
import io.github.iamsmart.simulator.wire.Json;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who has not signed in signs many documents [D]. The service fetches the token of the request; only then the
 * signatures are made and sent [?].
 */
public final class AnonymousBulkSigningFlow extends AnonymousFlow {
    private static final String PATH = "/anonymous/bdss/initiateRequest";

    public static final FlowDeclaration DECLARATION = BulkSigningFlow.DECLARATION.anonymous(
            PATH,
            "/anonymous/bdss/getBSQCToken",
            // As of other signing [?].
            Duration.ofMinutes(12));

    private final BulkDelivery delivery;

    public AnonymousBulkSigningFlow(AnonymousRequests requests, BulkDelivery delivery) {
        super(DECLARATION, requests);
        this.delivery = delivery;
    }

    @Override
    protected Asked asked(GatewayCall call) {
        return BulkSigningRequest.anonymous(call);
    }

    @Override
    protected Set<String> scopes(Asked asked) {
        return asked.faceCheck() ? Set.of(BulkSigningFlow.SCOPE, StepUp.SCOPE) : Set.of(BulkSigningFlow.SCOPE);
    }

    @Override
    public Optional<Code> obstacle(PendingRequest request, Consent consent) {
        return BulkSigningCodes.obstacle(request.terms().asked(), consent);
    }

    @Override
    protected ObjectNode result(PendingRequest request, Consent consent) {
        delivery.begin(request, PATH, consent.persona());
        return Json.object().put("BSQCToken", request.bulk().orElseThrow().token());
    }
}
