package io.github.iamsmart.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.ClientRegistration;
import io.github.iamsmart.simulator.Fault;
import io.github.iamsmart.simulator.FaultKind;
import io.github.iamsmart.simulator.Outcome;
import io.github.iamsmart.simulator.SimulatedBulkSigning;
import io.github.iamsmart.simulator.SimulatedRequest;
import io.github.iamsmart.simulator.persona.Persona;
import io.github.iamsmart.simulator.wire.Json;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What the control API answers. Absent values are JSON null, so that every object has the same members. */
final class ControlJson {
    private ControlJson() {}

    static ObjectNode registration(ClientRegistration registration) {
        ObjectNode json = Json.object().put("clientID", registration.clientId());
        json.set(
                "redirectURIs",
                texts(registration.redirectUris().stream()
                        .map(URI::toString)
                        .sorted()
                        .toList()));
        json.set("scopes", texts(registration.scopes().stream().sorted().toList()));
        return json;
    }

    static ArrayNode personas(List<Persona> personas) {
        ArrayNode array = ControlApi.array();
        personas.forEach(persona -> {
            ObjectNode json = array.addObject()
                    .put("id", persona.id())
                    .put("englishName", persona.englishName())
                    .put("chineseName", persona.chineseName())
                    .put("userType", persona.userType())
                    .put("suspended", persona.suspended())
                    .put("certificate", persona.certificate().wireName());
            ObjectNode about = json.putObject("about");
            persona.about().forEach(about::put);
        });
        return array;
    }

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

    static ObjectNode faults(List<Fault> active) {
        ObjectNode json = Json.object();
        ArrayNode available = json.putArray("available");
        for (FaultKind kind : FaultKind.values()) {
            available
                    .addObject()
                    .put("fault", kind.wireName())
                    .put("does", kind.sentence())
                    .put("times", kind.defaultTimes());
        }
        ArrayNode waiting = json.putArray("active");
        active.forEach(fault -> waiting.addObject()
                .put("fault", fault.kind().wireName())
                .put("path", orNull(fault.path()))
                .put("clientID", orNull(fault.clientId()))
                .put("times", fault.times())
                .put("code", orNull(fault.code()))
                .put("httpStatus", fault.httpStatus().orElse(null))
                .put("delay", orNull(fault.delay().map(Object::toString))));
        return json;
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
