package io.github.iamsmart.simulator.bulksigning;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.account.AccountRequests;
import io.github.iamsmart.simulator.account.InitiateEndpoint;
import io.github.iamsmart.simulator.account.RequestParameters;
import io.github.iamsmart.simulator.account.SignedInUsers;
import io.github.iamsmart.simulator.callback.Callback;
import io.github.iamsmart.simulator.callback.CallbackSender;
import io.github.iamsmart.simulator.gateway.GatewayCall;
import io.github.iamsmart.simulator.gateway.GatewayEndpoint;
import io.github.iamsmart.simulator.persona.Personas;
import io.github.iamsmart.simulator.request.Asked;
import io.github.iamsmart.simulator.request.Consent;
import io.github.iamsmart.simulator.request.Decision;
import io.github.iamsmart.simulator.request.Flow;
import io.github.iamsmart.simulator.request.FlowDeclaration;
import io.github.iamsmart.simulator.request.PendingRequest;
import io.github.iamsmart.simulator.signin.Grant;
import io.github.iamsmart.simulator.signing.StepUp;
import io.github.iamsmart.simulator.wire.Code;
import io.github.iamsmart.simulator.wire.Refusal;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A signed-in user of iAM Smart+ signs many documents with one consent [D]. The service first gets the token of the
 * request, and once the user has approved, the signatures. All paths are guesses [?].
 */
public final class BulkSigningFlow implements Flow {
    static final String SCOPE = "eidapi_bulksign";
    private static final String PATH = "/account/bdss/initiateRequest";

    public static final FlowDeclaration DECLARATION = FlowDeclaration.ofUser(
            "bulk-signing", BulkSigningFlow.class, PATH, BulkSigningCodes.ALL, SCOPE, StepUp.SCOPE);

    private final SignedInUsers users;
    private final Personas personas;
    private final AccountRequests requests;
    private final CallbackSender callbacks;
    private final BulkDelivery delivery;
    private final List<GatewayEndpoint> others;

    public BulkSigningFlow(
            SignedInUsers users,
            Personas personas,
            AccountRequests requests,
            CallbackSender callbacks,
            BulkDelivery delivery,
            BulkRequestFinder bulkRequests,
            Clock clock) {
        this.users = users;
        this.personas = personas;
        this.requests = requests;
        this.callbacks = callbacks;
        this.delivery = delivery;
        this.others = List.of(
                new StatusEndpoint(bulkRequests, clock),
                new CancelEndpoint(bulkRequests, clock),
                new AcknowledgementEndpoint(bulkRequests, clock));
    }

    @Override
    public FlowDeclaration declaration() {
        return DECLARATION;
    }

    @Override
    public List<GatewayEndpoint> endpoints() {
        return Stream.concat(Stream.of(new InitiateEndpoint(PATH, this::initiate)), others.stream())
                .toList();
    }

    @Override
    public Optional<URI> approved(PendingRequest request, Consent consent) {
        delivery.begin(request, PATH, consent.persona());
        return Optional.empty();
    }

    @Override
    public Optional<URI> refused(PendingRequest request, Decision decision) {
        return failed(request, DECLARATION.codes().of(decision));
    }

    @Override
    public Optional<Code> obstacle(PendingRequest request, Consent consent) {
        return BulkSigningCodes.obstacle(request.terms().asked(), consent);
    }

    @Override
    public Optional<URI> failed(PendingRequest request, Code reason) {
        delivery.fail(request, PATH, reason);
        return Optional.empty();
    }

    private ObjectNode initiate(GatewayCall call) {
        RequestParameters parameters = RequestParameters.read(call);
        Asked asked = BulkSigningRequest.ofUser(call);
        PendingRequest request = requests.accept(
                call,
                new AccountRequests.Accepted(
                        DECLARATION, parameters, asked, false, user -> checkUser(call, asked, user)));
        callbacks.send(Callback.token(request, PATH, token(request)));
        return requests.answer(request, PATH);
    }

    private static ObjectNode token(PendingRequest request) {
        return CallbackSender.about(request)
                .put("BSQCToken", request.bulk().orElseThrow().token());
    }

    /** Refuses a user who may not sign before they are asked. */
    private void checkUser(GatewayCall call, Asked asked, Grant user) {
        if (asked.faceCheck()) {
            users.user(call, StepUp.SCOPE);
        }
        if (!personas.known(user.personaId()).canSign()) {
            throw Refusal.of(BulkSigningCodes.NOT_ALLOWED, "The user has an account of iAM Smart, not of iAM Smart+.");
        }
    }
}
