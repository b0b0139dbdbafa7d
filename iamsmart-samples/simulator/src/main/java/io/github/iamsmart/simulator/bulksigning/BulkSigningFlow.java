package io.github.iamsmart.simulator.bulksigning;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.account.AccountRequests;
import io.github.iamsmart.simulator.account.InitiateEndpoint;
import io.github.iamsmart.simulator.account.RequestParameters;
import io.github.iamsmart.simulator.account.SignedInUsers;
import io.github.iamsmart.simulator.callback.Callback;
import io.github.iamsmart.simulator.callback.Callbacks;
import io.github.iamsmart.simulator.gateway.GatewayCall;
import io.github.iamsmart.simulator.gateway.GatewayEndpoint;
import io.github.iamsmart.simulator.persona.Personas;
import io.github.iamsmart.simulator.request.Asked;
import io.github.iamsmart.simulator.request.Consent;
import io.github.iamsmart.simulator.request.Decision;
import io.github.iamsmart.simulator.request.Flow;
import io.github.iamsmart.simulator.request.PendingRequest;
import io.github.iamsmart.simulator.signin.Grant;
import io.github.iamsmart.simulator.signing.StepUp;
import io.github.iamsmart.simulator.wire.Code;
import io.github.iamsmart.simulator.wire.Refusal;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A signed-in user of iAM Smart+ signs many documents with one consent [D]. The service first gets the token of the
 * request, and once the user has approved, the signatures. All paths are guesses [?].
 */
public final class BulkSigningFlow implements Flow {
    static final String NAME = "bulk-signing";
    static final String SCOPE = "eidapi_bulksign";
    private static final String PATH = "/account/bdss/initiateRequest";

    private final SignedInUsers users;
    private final Personas personas;
    private final AccountRequests requests;
    private final Callbacks callbacks;
    private final BulkDelivery delivery;

    public BulkSigningFlow(
            SignedInUsers users,
            Personas personas,
            AccountRequests requests,
            Callbacks callbacks,
            BulkDelivery delivery) {
        this.users = users;
        this.personas = personas;
        this.requests = requests;
        this.callbacks = callbacks;
        this.delivery = delivery;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<GatewayEndpoint> endpoints() {
        return List.of(new InitiateEndpoint(PATH, this::initiate));
    }

    @Override
    public Optional<URI> approved(PendingRequest request, Consent consent) {
        delivery.begin(request, PATH, consent.persona());
        return Optional.empty();
    }

    @Override
    public Optional<URI> refused(PendingRequest request, Decision decision) {
        return failed(request, BulkSigningCodes.refusal(decision));
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
                        NAME,
                        PATH,
                        Optional.of(SCOPE),
                        parameters,
                        asked,
                        false,
                        user -> checkUser(call, asked, user)));
        callbacks.send(Callback.token(request, PATH, token(request)));
        return requests.answer(request, PATH);
    }

    private static ObjectNode token(PendingRequest request) {
        return Callbacks.about(request)
                .put("BSQCToken", request.bulk().orElseThrow().token());
    }

    /** Who may not sign is known before anybody is asked. */
    private void checkUser(GatewayCall call, Asked asked, Grant user) {
        if (asked.faceCheck()) {
            users.user(call, StepUp.SCOPE);
        }
        if (!personas.get(user.personaId()).canSign()) {
            throw Refusal.of(Code.BULK_SIGNING_NOT_ALLOWED, "The user has an account of iAM Smart, not of iAM Smart+.");
        }
    }
}
