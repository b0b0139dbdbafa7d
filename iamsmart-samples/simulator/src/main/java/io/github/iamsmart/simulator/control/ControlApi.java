package io.github.iamsmart.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.iamsmart.simulator.Approval;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.simulator.Outcome;
import io.github.iamsmart.simulator.SimulatorException;
import io.github.iamsmart.simulator.http.HttpAnswer;
import io.github.iamsmart.simulator.http.HttpCall;
import io.github.iamsmart.simulator.http.HttpEndpoint;
import io.github.iamsmart.simulator.http.Router;
import io.github.iamsmart.simulator.request.Decision;
import io.github.iamsmart.simulator.request.Status;
import io.github.iamsmart.simulator.request.UserAnswers;
import io.github.iamsmart.simulator.wire.Json;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The control API: what a test in any language may do with the simulator. */
public final class ControlApi {
    private static final int BODY_LIMIT = 4 * 1024 * 1024;

    private final IamSmartSimulator simulator;
    private final UserAnswers answers;

    public ControlApi(IamSmartSimulator simulator, UserAnswers answers) {
        this.simulator = simulator;
        this.answers = answers;
    }

    /** Adds its routes. */
    public void route(Router router) {
        router.on("GET", "/control/requests", this::requests);
        router.on("POST", "/control/requests/*/begin", told(this::begin));
        for (Decision decision : Decision.values()) {
            router.on("POST", "/control/requests/*/" + decision.wireName(), told(call -> answer(call, decision)));
        }
        router.on("GET", "/control/clock", call -> time());
        router.on("POST", "/control/clock", told(this::advance));
        router.on("POST", "/control/reset", told(this::reset));
        router.on("GET", "/control/ca", call -> pem(simulator.signingRootPem()));
        router.on("GET", "/control/certificate", call -> certificate());
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

    private HttpAnswer advance(HttpCall call) {
        simulator.advance(ControlBody.read(call.body(), "advance")
                .optionalDuration("advance")
                .orElseThrow(() -> ControlBody.invalid("The field 'advance' is missing, for example PT61S.")));
        return time();
    }

    private HttpAnswer time() {
        return json(Json.object()
                .put("time", simulator.clock().instant().toString())
                .put("advance", simulator.advanced().toString()));
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
            if (call.tooLarge() || call.body().length > BODY_LIMIT) {
                return Router.sentence(413, "The body is larger than 4 MiB.");
            }
            if (call.body().length > 0 && !mayBeJson(call)) {
                return Router.sentence(
                        415, "The body must be JSON: send it with the header Content-Type: application/json.");
            }
            try {
                return endpoint.answer(call);
            } catch (SimulatorException e) {
                int status = switch (e.kind()) {
                    case UNKNOWN_REQUEST, UNKNOWN_CLIENT -> 404;
                    case UNKNOWN_PERSONA -> named(call, "personas") ? 404 : 400;
                    case ALREADY_ENDED -> 409;
                    case NOT_SAVED -> 500;
                    default -> 400;
                };
                return Router.sentence(status, String.valueOf(e.getMessage()));
            }
        };
    }

    /** A form of another web page can send text/plain and multipart without being asked first; curl -d sends a form. */
    private static boolean mayBeJson(HttpCall call) {
        String type = call.header("Content-Type").orElse("application/json");
        String essence = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return Set.of("application/json", "application/x-www-form-urlencoded").contains(essence);
    }

    /** Whether the path itself names what was not found. */
    private static boolean named(HttpCall call, String kind) {
        return call.path().startsWith("/control/" + kind + "/");
    }

    static String segment(HttpCall call, int index) {
        return Router.segments(call.path()).get(index);
    }

    static HttpAnswer json(JsonNode node) {
        return HttpAnswer.json(200, Json.bytes(node)).with("Cache-Control", "no-store");
    }

    static ArrayNode array() {
        return Json.object().arrayNode();
    }
}
