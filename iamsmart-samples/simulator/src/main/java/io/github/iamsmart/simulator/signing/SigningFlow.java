package io.github.iamsmart.simulator.signing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.account.AccountFlow;
import io.github.iamsmart.simulator.account.AccountRequests;
import io.github.iamsmart.simulator.account.SignedInUsers;
import io.github.iamsmart.simulator.callback.Callbacks;
import io.github.iamsmart.simulator.gateway.GatewayCall;
import io.github.iamsmart.simulator.persona.Personas;
import io.github.iamsmart.simulator.request.Asked;
import io.github.iamsmart.simulator.request.Consent;
import io.github.iamsmart.simulator.request.Decision;
import io.github.iamsmart.simulator.request.PendingRequest;
import io.github.iamsmart.simulator.signin.Grant;
import io.github.iamsmart.simulator.wire.Code;
import io.github.iamsmart.simulator.wire.Refusal;
import java.util.Optional;

/** A signed-in user of iAM Smart+ signs a hash [W] or a PDF [1][D]. */
public final class SigningFlow extends AccountFlow {
    static final String SCOPE = "eidapi_sign";

    private final SigningKind kind;
    private final Signatures signatures;
    private final SignedInUsers users;
    private final Personas personas;

    private SigningFlow(
            SigningKind kind,
            Signatures signatures,
            SignedInUsers users,
            Personas personas,
            AccountRequests requests,
            Callbacks callbacks) {
        super(kind.flow(), kind.path(), Optional.of(SCOPE), requests, callbacks);
        this.kind = kind;
        this.signatures = signatures;
        this.users = users;
        this.personas = personas;
    }

    public static SigningFlow ofHashes(
            Signatures signatures,
            SignedInUsers users,
            Personas personas,
            AccountRequests requests,
            Callbacks callbacks) {
        return new SigningFlow(SigningKind.HASH, signatures, users, personas, requests, callbacks);
    }

    public static SigningFlow ofPdfs(
            Signatures signatures,
            SignedInUsers users,
            Personas personas,
            AccountRequests requests,
            Callbacks callbacks) {
        return new SigningFlow(SigningKind.PDF, signatures, users, personas, requests, callbacks);
    }

    @Override
    protected Asked asked(GatewayCall call) {
        return SigningRequest.ofUser(call, kind);
    }

    /** Who may not sign is known before anybody is asked. */
    @Override
    protected void checkUser(GatewayCall call, Asked asked, Grant user) {
        if (!asked.signing().orElseThrow().stepUp().isEmpty()) {
            users.user(call, StepUp.SCOPE);
        }
        if (!personas.get(user.personaId()).canSign()) {
            throw Refusal.of(Code.SIGNING_NOT_ALLOWED, "The user has an account of iAM Smart, not of iAM Smart+.");
        }
    }

    @Override
    public Optional<Code> obstacle(PendingRequest request, Consent consent) {
        return SigningCodes.obstacle(request.terms().asked(), consent);
    }

    @Override
    protected void result(PendingRequest request, Consent consent, ObjectNode content) {
        signatures.sign(kind, kind.path(), request, consent, content);
    }

    @Override
    protected Code code(Decision refusal) {
        return SigningCodes.refusal(refusal);
    }
}
