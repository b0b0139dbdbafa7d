package io.github.iamsmart.spring.test.internal.simulator;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.device.Language;
import io.github.iamsmart.device.Source;
import io.github.iamsmart.identity.AccessToken;
import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.requests.State;
import io.github.iamsmart.signin.AuthorizationRedirect.Granted;
import io.github.iamsmart.signin.AuthorizationRequest;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.simulator.Outcome;
import io.github.iamsmart.simulator.SimulatedRequest;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.function.Function;

/**
 * Signs a persona in at the simulator without the application's endpoints: the access token is one that the simulator
 * gave.
 *
 * @param client of the application
 * @param simulator to which it talks
 */
public record SimulatedSignIn(IamSmartClient client, IamSmartSimulator simulator)
        implements Function<String, IamSmartSignIn> {

    private static final URI CALLBACK = URI.create("http://localhost/sign-in-of-a-test");

    @Override
    public IamSmartSignIn apply(String personaId) {
        simulator.addRedirectUri(client.clientId(), CALLBACK);
        State state = State.random();
        open(client.signIn()
                .authorizationUri(AuthorizationRequest.builder()
                        .redirectUri(CALLBACK)
                        .state(state)
                        .scopes(new LinkedHashSet<>(Scope.KNOWN))
                        .source(Source.PC_BROWSER)
                        .build()));
        SimulatedRequest request = simulator.requests().stream()
                .filter(one -> one.state().equals(Optional.of(state.value())))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The simulator refused the sign-in: see its log()."));
        Outcome outcome = simulator.approve(request.ticketId(), personaId);
        String query = outcome.redirect().orElseThrow().getRawQuery();
        if (!(client.signIn().parseRedirect(query) instanceof Granted granted)) {
            throw new IllegalStateException("The persona " + personaId + " cannot sign in.");
        }
        AccessToken token = client.signIn().exchange(granted.code());
        return new IamSmartSignIn(token, Language.EN_US, false, Instant.now());
    }

    private static void open(URI page) {
        try {
            HttpClient.newHttpClient().send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding());
        } catch (IOException e) {
            throw new IllegalStateException("The simulator does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while signing in.", e);
        }
    }
}
