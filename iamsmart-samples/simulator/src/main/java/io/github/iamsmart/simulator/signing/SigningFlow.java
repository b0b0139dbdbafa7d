package io.github.iamsmart.simulator.signing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.account.AccountFlow;
import io.github.iamsmart.simulator.account.AccountRequests;
import io.github.iamsmart.simulator.account.SignedInUsers;
import io.github.iamsmart.simulator.callback.CallbackSender;
import io.github.iamsmart.simulator.gateway.GatewayCall;
import io.github.iamsmart.simulator.gateway.GatewayEndpoint;
import io.github.iamsmart.simulator.persona.Personas;
import io.github.iamsmart.simulator.request.Asked;
import io.github.iamsmart.simulator.request.Consent;
import io.github.iamsmart.simulator.request.FlowDeclaration;
import io.github.iamsmart.simulator.request.PendingRequest;
import io.github.iamsmart.simulator.signin.Grant;
import io.github.iamsmart.simulator.wire.Code;
import io.github.iamsmart.simulator.wire.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A signed-in user of iAM Smart+ signs a hash [W] or a PDF [1][D]. */
public final class SigningFlow extends AccountFlow {
    public static final FlowDeclaration OF_HASHES = SigningKind.HASH.ofUser();
    public static final FlowDeclaration OF_PDFS = SigningKind.PDF.ofUser();

    static final String SCOPE = "eidapi_sign";

    private final SigningKind kind;
    private final Signatures signatures;
    private final SignedInUsers users;
    private final Personas personas;
    private final List<GatewayEndpoint> others;

    private SigningFlow(
            SigningKind kind,
            Signatures signatures,
            SignedInUsers users,
            Personas personas,
            AccountRequests requests,
            CallbackSender callbacks,
            List<GatewayEndpoint> others) {
        super(kind.ofUser(), requests, callbacks);
        this.kind = kind;
        this.signatures = signatures;
        this.users = users;
        this.personas = personas;
        this.others = others;
    }

    /**
     * The acknowledgement is for all kinds of signing. It comes with this flow because it can be registered only once.
     */
    public static SigningFlow ofHashes(
            Signatures signatures,
            SignedInUsers users,
            Personas personas,
            AccountRequests requests,
            CallbackSender callbacks,
            AckResultEndpoint acknowledgement) {
        return new SigningFlow(
                SigningKind.HASH, signatures, users, personas, requests, callbacks, List.of(acknowledgement));
    }

    public static SigningFlow ofPdfs(
            Signatures signatures,
            SignedInUsers users,
            Personas personas,
            AccountRequests requests,
            CallbackSender callbacks) {
        return new SigningFlow(SigningKind.PDF, signatures, users, personas, requests, callbacks, List.of());
    }

    @Override
    public List<GatewayEndpoint> endpoints() {
        return Stream.concat(super.endpoints().stream(), others.stream()).toList();
    }

    @Override
    protected Asked asked(GatewayCall call) {
        return SigningRequest.ofUser(call, kind);
    }

    /** Refuses a user who may not sign before they are asked. */
    @Override
    protected void checkUser(GatewayCall call, Asked asked, Grant user) {
        if (!asked.signing().orElseThrow().stepUp().isEmpty()) {
            users.user(call, StepUp.SCOPE);
        }
        if (!personas.known(user.personaId()).canSign()) {
            throw Refusal.of(SigningCodes.NOT_ALLOWED, "The user has an account of iAM Smart, not of iAM Smart+.");
        }
    }

    @Override
    public Optional<Code> obstacle(PendingRequest request, Consent consent) {
        return SigningCodes.obstacle(request.terms().asked(), consent);
    }

    @Override
    protected void result(PendingRequest request, Consent consent, ObjectNode content) {
        signatures.sign(kind, kind.ofUser(), request, consent, content);
    }
}
