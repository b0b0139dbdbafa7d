package io.github.iamsmart.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.Fault;
import io.github.iamsmart.simulator.FaultKind;
import io.github.iamsmart.simulator.wire.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A fault as the control API shows and takes it. */
final class FaultJson {
    private static final String ALWAYS = "always";

    private FaultJson() {}

    /** Every kind there is, and what is on. */
    static ObjectNode write(List<Fault> active) {
        ObjectNode json = Json.object();
        ArrayNode available = json.putArray("available");
        for (FaultKind kind : FaultKind.values()) {
            available
                    .addObject()
                    .put("fault", kind.wireName())
                    .put("stage", kind.stage().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .put("does", kind.sentence())
                    .put("times", kind.defaultTimes());
        }
        ArrayNode on = json.putArray("active");
        active.forEach(fault -> on.add(write(fault)));
        return json;
    }

    /** {@code times} is how often it will still happen, 0 until it is switched off. */
    static ObjectNode write(Fault fault) {
        return Json.object()
                .put("fault", fault.kind().wireName())
                .put("path", fault.path().orElse(null))
                .put("clientID", fault.clientId().orElse(null))
                .put("times", fault.times())
                .put("code", fault.code().orElse(null))
                .put("httpStatus", fault.httpStatus().orElse(null))
                .put("delay", fault.delay().map(Object::toString).orElse(null));
    }

    static Fault read(ObjectNode json) {
        ControlBody body = ControlBody.of(json, "fault", "path", "clientID", "times", "code", "httpStatus", "delay");
        FaultKind kind = kind(body.text("fault"));
        return new Fault(
                kind,
                body.optionalText("path"),
                body.optionalText("clientID"),
                times(json.path("times"), kind),
                body.optionalText("code"),
                body.optionalNumber("httpStatus"),
                body.optionalDuration("delay"));
    }

    private static int times(JsonNode times, FaultKind kind) {
        if (times.isMissingNode() || times.isNull()) {
            return kind.defaultTimes();
        }
        if (ALWAYS.equals(times.textValue())) {
            return 0;
        }
        if (!times.isInt()) {
            throw ControlBody.invalid("'times' must be a whole number, or \"always\".");
        }
        return times.intValue();
    }

    static FaultKind kind(String name) {
        return FaultKind.of(name)
                .orElseThrow(() -> ControlBody.invalid("There is no fault '" + name + "'; there are "
                        + Arrays.stream(FaultKind.values())
                                .map(FaultKind::wireName)
                                .toList()
                        + "."));
    }
}
