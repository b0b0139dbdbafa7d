package io.github.iamsmart.simulator.profile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.account.AccountFlow;
import io.github.iamsmart.simulator.account.AccountRequests;
import io.github.iamsmart.simulator.account.FieldLists;
import io.github.iamsmart.simulator.account.SignedInUsers;
import io.github.iamsmart.simulator.callback.CallbackSender;
import io.github.iamsmart.simulator.gateway.GatewayCall;
import io.github.iamsmart.simulator.gateway.GatewayEndpoint;
import io.github.iamsmart.simulator.persona.DataFields;
import io.github.iamsmart.simulator.persona.Personas;
import io.github.iamsmart.simulator.request.Asked;
import io.github.iamsmart.simulator.request.Consent;
import io.github.iamsmart.simulator.request.FlowCodes;
import io.github.iamsmart.simulator.request.FlowDeclaration;
import io.github.iamsmart.simulator.request.PendingRequest;
import io.github.iamsmart.simulator.wire.Code;
import java.util.List;
import java.util.stream.Stream;

/** Verified data of a signed-in user, with their consent [W], and the synchronous way without it [1]. */
public final class ProfileFlow extends AccountFlow {
    /** What the way without the user's consent needs in addition. */
    static final String WITHOUT_PROMPT = "eidapi_profiles";

    public static final FlowDeclaration DECLARATION = FlowDeclaration.ofUser(
            "profile",
            ProfileFlow.class,
            "/account/auth/profile/initiateRequest",
            FlowCodes.withoutCancelled(
                    new Code("D50001", "User rejected profile request", "The user refused, or closed the request."),
                    new Code("D50002", "Profile request failed", "No reason is disclosed."),
                    new Code("D50003", "Profile request timed out", "The user did not answer in time.")),
            // With consent no more than a sign-in [1]; the rest is for services of the Government [D].
            "eidapi_auth",
            WITHOUT_PROMPT);

    private final ProfilesEndpoint withoutPrompt;

    public ProfileFlow(AccountRequests requests, CallbackSender callbacks, SignedInUsers users, Personas personas) {
        super(DECLARATION, requests, callbacks);
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
}
