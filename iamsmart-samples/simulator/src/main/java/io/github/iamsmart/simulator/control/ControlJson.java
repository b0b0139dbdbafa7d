package io.github.iamsmart.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.Outcome;
import io.github.iamsmart.simulator.SimulatedBulkSigning;
import io.github.iamsmart.simulator.SimulatedRequest;
import io.github.iamsmart.simulator.wire.Json;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What the control API answers. Absent values are JSON null, so that every object has the same members. */
final class ControlJson {
    private ControlJson() {}

    static ArrayNode requests(List<SimulatedRequest> requests) {
        ArrayNode array = ControlApi.array();
        requests.forEach(request -> array.add(request(request)));
        return array;
    }

    private static ObjectNode request(SimulatedRequest request) {
        ObjectNode json = Json.object()
                .put("ticketID", request.ticketId())
                .put("clientID", request.clientId())
                .put("flow", request.flow())
                .put("state", orNull(request.state()))
                .put("status", request.status())
                .put("businessID", orNull(request.businessId()))
                .put("persona", orNull(request.personaId()))
                .put(
                        "redirectURI",
                        orNull(Optional.ofNullable(request.redirectUri()).map(URI::toString)))
                .put("scope", String.join(" ", request.scopes()))
                .put("source", request.source())
                .put("lang", request.lang())
                .put("createdAt", request.createdAt().toString())
                .put("expiresAt", request.expiresAt().toString())
                .put("identificationCode", orNull(request.identificationCode()))
                .put("acknowledged", orNull(request.acknowledged()));
        json.set("fields", texts(request.fields()));
        request.callback()
                .ifPresentOrElse(
                        callback -> json.putObject("callback")
                                .put("status", callback.status())
                                .put("httpStatus", callback.httpStatus().orElse(null))
                                .put("failure", orNull(callback.failure())),
                        () -> json.putNull("callback"));
        json.set(
                "bulkSigning",
                request.bulkSigning().<JsonNode>map(ControlJson::bulkSigning).orElseGet(NullNode::getInstance));
        return json;
    }

    private static ObjectNode bulkSigning(SimulatedBulkSigning signing) {
        ObjectNode json = Json.object()
                .put("status", signing.status())
                .put("documents", signing.documents())
                .put("signed", signing.signed())
                .put("failed", signing.failed())
                .put("callbacks", signing.callbacks())
                .put("sent", signing.sent());
        ObjectNode acknowledged = json.putObject("acknowledged");
        signing.acknowledged().forEach(acknowledged::put);
        return json;
    }

    static ObjectNode outcome(Outcome outcome) {
        return Json.object()
                .put("ticketID", outcome.ticketId())
                .put("status", outcome.status())
                .put("redirect", orNull(outcome.redirect().map(URI::toString)));
    }

    @SuppressWarnings("NullAway") // Jackson takes null for JSON null.
    static String orNull(Optional<String> text) {
        return text.orElse(null);
    }

    private static ArrayNode texts(Collection<String> texts) {
        ArrayNode array = ControlApi.array();
        texts.forEach(array::add);
        return array;
    }
}
