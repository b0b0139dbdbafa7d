package io.github.iamsmart.simulator.profile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.account.AccountFlow;
import io.github.iamsmart.simulator.account.AccountRequests;
import io.github.iamsmart.simulator.account.FieldLists;
import io.github.iamsmart.simulator.account.SignedInUsers;
import io.github.iamsmart.simulator.callback.Callbacks;
import io.github.iamsmart.simulator.gateway.GatewayCall;
import io.github.iamsmart.simulator.gateway.GatewayEndpoint;
import io.github.iamsmart.simulator.persona.DataFields;
import io.github.iamsmart.simulator.persona.Personas;
import io.github.iamsmart.simulator.request.Asked;
import io.github.iamsmart.simulator.request.Consent;
import io.github.iamsmart.simulator.request.Decision;
import io.github.iamsmart.simulator.request.PendingRequest;
import io.github.iamsmart.simulator.wire.Code;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Verified data of a signed-in user, with his consent [W], and the synchronous way without it [1]. */
public final class ProfileFlow extends AccountFlow {
    public static final String NAME = "profile";

    static final String SCOPE = "eidapi_profiles";

    private final ProfilesEndpoint withoutPrompt;

    public ProfileFlow(AccountRequests requests, Callbacks callbacks, SignedInUsers users, Personas personas) {
        super(NAME, "/account/auth/profile/initiateRequest", Optional.of(SCOPE), requests, callbacks);
        this.withoutPrompt = new ProfilesEndpoint(users, personas);
    }

    @Override
    public List<GatewayEndpoint> endpoints() {
        return Stream.concat(super.endpoints().stream(), Stream.of(withoutPrompt))
                .toList();
    }

    @Override
    protected Asked asked(GatewayCall call) {
        return FieldLists.profile(call);
    }

    @Override
    protected void result(PendingRequest request, Consent consent, ObjectNode content) {
        DataFields.copy(consent.persona(), consent.fields(), content);
    }

    /** There is no code for a user who closes the request, so he counts as one who refuses. */
    @Override
    protected Code code(Decision refusal) {
        return switch (refusal) {
            case REJECT, CANCEL -> Code.PROFILE_REJECTED;
            case TIMEOUT -> Code.PROFILE_TIMEOUT;
            default -> Code.PROFILE_FAILED;
        };
    }
}
