package io.github.iamsmart.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.iamsmart.simulator.Approval;
import io.github.iamsmart.simulator.ClientRegistration;
import io.github.iamsmart.simulator.Fault;
import io.github.iamsmart.simulator.FaultKind;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.simulator.Outcome;
import io.github.iamsmart.simulator.SimulatorException;
import io.github.iamsmart.simulator.http.HttpAnswer;
import io.github.iamsmart.simulator.http.HttpCall;
import io.github.iamsmart.simulator.http.HttpEndpoint;
import io.github.iamsmart.simulator.http.Router;
import io.github.iamsmart.simulator.persona.Personas;
import io.github.iamsmart.simulator.request.Decision;
import io.github.iamsmart.simulator.request.Status;
import io.github.iamsmart.simulator.request.UserAnswers;
import io.github.iamsmart.simulator.wire.Json;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The control API: what a test in any language may do with the simulator. */
public final class ControlApi {
    private final IamSmartSimulator simulator;
    private final Personas personas;
    private final UserAnswers answers;

    public ControlApi(IamSmartSimulator simulator, Personas personas, UserAnswers answers) {
        this.simulator = simulator;
        this.personas = personas;
        this.answers = answers;
    }

    /** Adds its routes. */
    public void route(Router router) {
        router.on("POST", "/control/clients", told(this::register));
        router.on("POST", "/control/clients/*/kek", told(this::uploadKek));
        router.on("GET", "/control/personas", call -> json(ControlJson.personas(personas.all())));
        router.on("GET", "/control/requests", this::requests);
        router.on("POST", "/control/requests/*/begin", told(this::begin));
        for (Decision decision : Decision.values()) {
            router.on("POST", "/control/requests/*/" + decision.wireName(), told(call -> answer(call, decision)));
        }
        router.on("GET", "/control/faults", call -> json(ControlJson.faults(simulator.faults())));
        router.on("POST", "/control/faults", told(this::inject));
        router.on("DELETE", "/control/faults", told(this::clearFaults));
        router.on("GET", "/control/clock", call -> time());
        router.on("POST", "/control/clock", told(this::advance));
        router.on("POST", "/control/reset", told(this::reset));
        router.on("GET", "/control/ca", call -> pem(simulator.signingRootPem()));
        router.on("GET", "/control/certificate", call -> certificate());
    }

    private HttpAnswer register(HttpCall call) {
        ControlBody body =
                ControlBody.read(call.body(), "clientID", "clientSecret", "kekPublicKey", "redirectURIs", "scopes");
        Optional<PublicKey> kek = body.optionalText("kekPublicKey").map(PublicKeys::read);
        Set<URI> redirectUris = new LinkedHashSet<>();
        body.optionalTexts("redirectURIs").orElse(List.of()).forEach(text -> redirectUris.add(uri(text)));
        Set<String> scopes = body.optionalTexts("scopes")
                .<Set<String>>map(LinkedHashSet::new)
                .orElse(ClientRegistration.ALL_SCOPES);
        ClientRegistration registration = new ClientRegistration(
                body.text("clientID"), body.text("clientSecret"), kek.orElse(null), redirectUris, scopes);
        simulator.register(registration);
        return json(ControlJson.registration(registration));
    }

    private HttpAnswer uploadKek(HttpCall call) {
        PublicKey kek =
                PublicKeys.read(ControlBody.read(call.body(), "kekPublicKey").text("kekPublicKey"));
        String clientId = segment(call, 3);
        simulator.uploadKek(clientId, kek);
        return json(Json.object().put("clientID", clientId));
    }

    private HttpAnswer requests(HttpCall call) {
        Optional<String> businessId = call.query().first("businessID");
        return json(ControlJson.requests(simulator.requests().stream()
                .filter(request -> businessId.isEmpty() || request.businessId().equals(businessId))
                .toList()));
    }

    private HttpAnswer begin(HttpCall call) {
        ControlBody.read(call.body());
        String ticket = segment(call, 3);
        answers.begin(ticket);
        return json(ControlJson.outcome(new Outcome(ticket, Status.PENDING.wireName(), Optional.empty())));
    }

    private HttpAnswer answer(HttpCall call, Decision decision) {
        String ticket = segment(call, 3);
        Outcome outcome;
        if (decision == Decision.APPROVE) {
            ControlBody body = ControlBody.read(call.body(), "persona", "fields", "passed");
            outcome = answers.approve(
                    ticket,
                    new Approval(
                            body.optionalText("persona"),
                            body.optionalTexts("fields").map(LinkedHashSet::new),
                            body.optionalFlag("passed").orElse(true)));
        } else {
            Optional<String> persona = ControlBody.read(call.body(), "persona").optionalText("persona");
            outcome = answers.refuse(ticket, decision, persona);
        }
        return json(ControlJson.outcome(outcome));
    }

    private HttpAnswer inject(HttpCall call) {
        ControlBody body =
                ControlBody.read(call.body(), "fault", "path", "clientID", "times", "code", "httpStatus", "delay");
        String name = body.text("fault");
        FaultKind kind = FaultKind.of(name)
                .orElseThrow(() -> ControlBody.invalid("There is no fault '" + name + "'; there are "
                        + Arrays.stream(FaultKind.values())
                                .map(FaultKind::wireName)
                                .toList()
                        + "."));
        simulator.inject(new Fault(
                kind,
                body.optionalText("path"),
                body.optionalText("clientID"),
                body.optionalNumber("times").orElse(kind.defaultTimes()),
                body.optionalText("code"),
                body.optionalNumber("httpStatus"),
                body.optionalDuration("delay")));
        return json(ControlJson.faults(simulator.faults()));
    }

    private HttpAnswer clearFaults(HttpCall call) {
        ControlBody.read(call.body());
        simulator.clearFaults();
        return json(ControlJson.faults(simulator.faults()));
    }

    private HttpAnswer advance(HttpCall call) {
        simulator.advance(ControlBody.read(call.body(), "advance")
                .optionalDuration("advance")
                .orElseThrow(() -> ControlBody.invalid("The field 'advance' is missing, for example PT61S.")));
        return time();
    }

    private HttpAnswer time() {
        return json(Json.object().put("time", simulator.clock().instant().toString()));
    }

    private HttpAnswer reset(HttpCall call) {
        ControlBody.read(call.body());
        simulator.reset();
        return time();
    }

    private HttpAnswer certificate() {
        return simulator
                .tlsCertificatePem()
                .map(ControlApi::pem)
                .orElseGet(() -> Router.sentence(404, "TLS is off; start the simulator with --tls-port."));
    }

    private static HttpAnswer pem(String text) {
        return HttpAnswer.text(200, "application/x-pem-file", text);
    }

    /** Answers a mistake with one sentence. */
    static HttpEndpoint told(HttpEndpoint endpoint) {
        return call -> {
            try {
                return endpoint.answer(call);
            } catch (SimulatorException e) {
                int status = switch (e.kind()) {
                    case UNKNOWN_REQUEST, UNKNOWN_CLIENT -> 404;
                    case ALREADY_ENDED -> 409;
                    default -> 400;
                };
                return Router.sentence(status, String.valueOf(e.getMessage()));
            }
        };
    }

    static String segment(HttpCall call, int index) {
        return Router.segments(call.path()).get(index);
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw ControlBody.invalid("'" + text + "' in redirectURIs is not a URL.");
        }
    }

    static HttpAnswer json(JsonNode node) {
        return HttpAnswer.json(200, Json.bytes(node)).with("Cache-Control", "no-store");
    }

    static ArrayNode array() {
        return Json.object().arrayNode();
    }
}
