package io.github.iamsmart.simulator.directlogin;

import io.github.iamsmart.simulator.AppLoginCode;
import io.github.iamsmart.simulator.Approval;
import io.github.iamsmart.simulator.Outcome;
import io.github.iamsmart.simulator.SimulatorException;
import io.github.iamsmart.simulator.SimulatorException.Kind;
import io.github.iamsmart.simulator.account.SignedInUsers;
import io.github.iamsmart.simulator.client.Client;
import io.github.iamsmart.simulator.client.ClientRegistry;
import io.github.iamsmart.simulator.page.Language;
import io.github.iamsmart.simulator.persona.Persona;
import io.github.iamsmart.simulator.persona.Personas;
import io.github.iamsmart.simulator.request.UserAnswers;
import io.github.iamsmart.simulator.signin.AuthorizationCodes;
import io.github.iamsmart.simulator.signin.Grant;
import io.github.iamsmart.simulator.wire.RandomText;
import io.github.iamsmart.simulator.wire.Refusal;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** A persona picks a service in the catalogue and confirms, without anybody pressing the buttons of the phone. */
public final class CataloguePick {
    /** So that a test can search logs for a verifier that leaked. */
    private static final String VERIFIER = "simverifier-";

    private final ClientRegistry clients;
    private final Personas personas;
    private final DirectLogin directLogin;
    private final UserAnswers answers;
    private final AuthorizationCodes codes;
    private final Clock clock;

    public CataloguePick(
            ClientRegistry clients,
            Personas personas,
            DirectLogin directLogin,
            UserAnswers answers,
            AuthorizationCodes codes,
            Clock clock) {
        this.clients = clients;
        this.personas = personas;
        this.directLogin = directLogin;
        this.answers = answers;
        this.codes = codes;
        this.clock = clock;
    }

    /** The app opens a browser at the first callback of version 2 that the service has registered. */
    public Outcome onTheWeb(String clientId, String personaId) {
        Client client = grantedClient(clientId);
        Persona persona = personas.get(personaId);
        URI callback = DirectLoginAddresses.of(client.registration()).callbacks().stream()
                .findFirst()
                .orElseThrow(() -> invalid("The client '" + clientId
                        + "' has registered no redirect URI that ends in /callback/direct-login."));
        String ticket = directLogin
                .withoutState(client, callback, Language.EN_US)
                .terms()
                .ticketId();
        return answers.approve(ticket, Approval.by(persona.id()));
    }

    /** The app hands over to the service's own app [D]. */
    public AppLoginCode inTheApp(String clientId, String personaId) {
        Client client = grantedClient(clientId);
        Persona persona = personas.get(personaId);
        if (persona.suspended()) {
            throw invalid("A suspended account cannot sign in, and what an app is told then is not public.");
        }
        String verifier = VERIFIER + RandomText.hex(64);
        Grant grant = new Grant(
                client.id(), persona.id(), Set.of(DirectLogin.SCOPE), true, Optional.empty(), clock.instant());
        return new AppLoginCode(codes.issueForApp(grant, verifier), verifier);
    }

    private Client grantedClient(String clientId) {
        Client client = clients.get(clientId);
        try {
            SignedInUsers.checkGranted(client, DirectLogin.SCOPE);
        } catch (Refusal refusal) {
            throw invalid(refusal.reason());
        }
        return client;
    }

    private static SimulatorException invalid(String sentence) {
        return new SimulatorException(Kind.INVALID, sentence);
    }
}
