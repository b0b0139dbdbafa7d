package io.github.iamsmart.simulator.account;

import io.github.iamsmart.simulator.ClientRegistration;
import io.github.iamsmart.simulator.client.Client;
import io.github.iamsmart.simulator.gateway.GatewayCall;
import io.github.iamsmart.simulator.signin.AccessTokens;
import io.github.iamsmart.simulator.signin.Grant;
import io.github.iamsmart.simulator.signin.TokenisedIds;
import io.github.iamsmart.simulator.wire.Code;
import io.github.iamsmart.simulator.wire.Refusal;

/** Checks that an access token allows a call: it has not expired, its openID comes with it, and it covers the scope. */
public final class SignedInUsers {
    private final AccessTokens tokens;
    private final TokenisedIds ids;

    public SignedInUsers(AccessTokens tokens, TokenisedIds ids) {
        this.tokens = tokens;
        this.ids = ids;
    }

    /** The user of {@code accessToken}, for any scope. */
    public Grant user(GatewayCall call) {
        Grant grant = holder(call);
        if (grant.ticketId().isPresent()) {
            throw Refusal.about(
                    "accessToken",
                    Code.ACCESS_TOKEN,
                    "This token was given for an anonymous request: it fetches that result, and nothing else.");
        }
        return grant;
    }

    /** The ticket of the anonymous request that {@code accessToken} was given for. */
    public String anonymousTicket(GatewayCall call) {
        return holder(call)
                .ticketId()
                .orElseThrow(() -> Refusal.about(
                        "accessToken",
                        Code.ACCESS_TOKEN,
                        "This token comes from a sign-in; the one of the anonymous request is needed."));
    }

    private Grant holder(GatewayCall call) {
        String token = call.text("accessToken");
        String openId = call.text("openID");
        Grant grant = tokens.get(token, call.client().id());
        if (!ids.of(grant.clientId(), grant.personaId()).equals(openId)) {
            throw Refusal.about("openID", Code.OPEN_ID, "The openID is not that of the access token.");
        }
        return grant;
    }

    /** Refuses (D20012) a client that may not ask for this scope at all. */
    public static void checkGranted(Client client, String scope) {
        ClientRegistration registration = client.registration();
        if (!registration.scopes().contains(scope)) {
            throw Refusal.about(
                    "scope",
                    Code.NOT_GRANTED,
                    "The scope " + scope + " is not granted to this client; granted are "
                            + registration.scopes().stream().sorted().toList() + ".");
        }
    }

    /**
     * The user of {@code accessToken}, if the client may ask for this scope (D20012) and the sign-in did ask for it
     * (D20015).
     */
    public Grant user(GatewayCall call, String scope) {
        Grant grant = user(call);
        checkGranted(call.client(), scope);
        if (!grant.scopes().contains(scope)) {
            throw Refusal.about(
                    "scope",
                    Code.SCOPE_MISMATCH,
                    "This API needs the scope " + scope + "; the user was signed in with " + grant.scopes() + ".");
        }
        return grant;
    }
}
