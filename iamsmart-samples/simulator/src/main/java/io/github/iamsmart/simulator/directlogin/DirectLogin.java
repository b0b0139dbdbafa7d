package io.github.iamsmart.simulator.directlogin;

import io.github.iamsmart.simulator.account.SignedInUsers;
import io.github.iamsmart.simulator.client.Client;
import io.github.iamsmart.simulator.client.ClientRegistry;
import io.github.iamsmart.simulator.http.Parameters;
import io.github.iamsmart.simulator.page.Language;
import io.github.iamsmart.simulator.request.Asked;
import io.github.iamsmart.simulator.request.FlowDeclaration;
import io.github.iamsmart.simulator.request.PendingRequest;
import io.github.iamsmart.simulator.request.RequestRegistry;
import io.github.iamsmart.simulator.signin.SignInFlow;
import io.github.iamsmart.simulator.wire.Code;
import io.github.iamsmart.simulator.wire.RandomText;
import io.github.iamsmart.simulator.wire.Refusal;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes the requests that begin in the catalogue; the user answers them on the same device. */
public final class DirectLogin {
    /** What the catalogue asks for. */
    public static final String SCOPE = "eidapi_auth";

    private static final String SOURCE = "App_Link";
    private static final Pattern STATE = Pattern.compile("[A-Za-z0-9_-]{1,36}");

    private final ClientRegistry clients;
    private final RequestRegistry requests;
    private final Clock clock;

    public DirectLogin(ClientRegistry clients, RequestRegistry requests, Clock clock) {
        this.clients = clients;
        this.requests = requests;
        this.clock = clock;
    }

    /** Version 1: the service has sent the browser back with a state [1]; the rest is an ordinary sign-in. */
    public PendingRequest withState(Parameters parameters, Language language) {
        Client client = client(parameters);
        String state = required(parameters, "state");
        if (!STATE.matcher(state).matches()) {
            throw Refusal.about(
                    "state", Code.PARAMETER_INVALID, "state must be 1 to 36 characters of A-Z, a-z, 0-9, _ and -.");
        }
        required(parameters, "eserviceName");
        Set<String> scopes =
                new LinkedHashSet<>(Arrays.asList(required(parameters, "scope").split(" ")));
        scopes.forEach(scope -> SignedInUsers.checkGranted(client, scope));
        URI landing = DirectLoginAddresses.of(client.registration())
                .landing()
                .orElseThrow(() -> Refusal.about(
                        "redirectURI",
                        Code.REDIRECT_URI,
                        "The client has registered no redirect URI beside those of Direct Login."));
        return add(client, SignInFlow.DECLARATION, Optional.of(state), landing, scopes, language);
    }

    /** Version 2: straight to a registered callback [D]. */
    public PendingRequest withoutState(Parameters parameters, Language language) {
        Client client = client(parameters);
        String target = required(parameters, "to");
        URI callback = DirectLoginAddresses.of(client.registration()).callbacks().stream()
                .filter(uri -> uri.toString().equals(target))
                .findFirst()
                .orElseThrow(() -> Refusal.about(
                        "to", Code.REDIRECT_URI, "'" + target + "' is no Direct Login callback of this client."));
        SignedInUsers.checkGranted(client, SCOPE);
        return withoutState(client, callback, language);
    }

    PendingRequest withoutState(Client client, URI callback, Language language) {
        return add(client, DirectLoginFlow.DECLARATION, Optional.empty(), callback, Set.of(SCOPE), language);
    }

    private PendingRequest add(
            Client client,
            FlowDeclaration flow,
            Optional<String> state,
            URI redirectUri,
            Set<String> scopes,
            Language language) {
        Instant now = clock.instant();
        PendingRequest request = new PendingRequest(new PendingRequest.Terms(
                RandomText.hex(32),
                client.id(),
                flow.name(),
                state,
                Optional.empty(),
                Optional.of(redirectUri),
                scopes,
                Optional.of(SOURCE),
                language.tag(),
                true,
                Optional.empty(),
                Asked.NOTHING,
                false,
                now,
                now.plus(flow.lifetime())));
        requests.add(request);
        return request;
    }

    private Client client(Parameters parameters) {
        String clientId = required(parameters, "clientID");
        return clients.find(clientId)
                .orElseThrow(() -> Refusal.about(
                        "clientID", Code.PARAMETER_INVALID, "No client is registered as '" + clientId + "'."));
    }

    private static String required(Parameters parameters, String name) {
        return parameters
                .first(name)
                .filter(value -> !value.isEmpty())
                .orElseThrow(
                        () -> Refusal.about(name, Code.PARAMETER_MISSING, "The parameter " + name + " is missing."));
    }
}
