package io.github.iamsmart.simulator.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.LogEntry;
import io.github.iamsmart.simulator.RecordedCall;
import io.github.iamsmart.simulator.http.HttpAnswer;
import io.github.iamsmart.simulator.http.HttpCall;
import io.github.iamsmart.simulator.http.Router;
import io.github.iamsmart.simulator.journal.CurlCommand;
import io.github.iamsmart.simulator.journal.Journal;
import io.github.iamsmart.simulator.journal.JournalFilter;
import io.github.iamsmart.simulator.wire.Json;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The part of the control API about the journal. */
public final class JournalControl {
    private final Journal journal;
    private final Supplier<URI> baseUrl;

    public JournalControl(Journal journal, Supplier<URI> baseUrl) {
        this.journal = journal;
        this.baseUrl = baseUrl;
    }

    /** Adds its routes. */
    public void route(Router router) {
        router.on("GET", "/control/log", ControlApi.told(this::list));
        router.on("DELETE", "/control/log", ControlApi.told(this::clear));
        router.on("GET", "/control/log/*", ControlApi.told(this::one));
    }

    /** Each line in short, or with {@code details=true} whole. */
    private HttpAnswer list(HttpCall call) {
        call.query().values().keySet().forEach(name -> {
            if (!name.equals("details") && !JournalFilter.PARAMETERS.contains(name)) {
                throw ControlBody.invalid("The parameter '" + name + "' is unknown; this call takes "
                        + JournalFilter.PARAMETERS + " and 'details'.");
            }
        });
        boolean details = call.query().first("details").equals(Optional.of("true"));
        ArrayNode array = ControlApi.array();
        JournalFilter.of(call.query())
                .of(journal.calls())
                .forEach(line -> array.add(details ? whole(line) : summary(line)));
        return ControlApi.json(array);
    }

    private HttpAnswer one(HttpCall call) {
        String number = ControlApi.segment(call, 3);
        Optional<RecordedCall> line =
                number.matches("\\d{1,18}") ? journal.find(Long.parseLong(number)) : Optional.empty();
        return line.map(one -> ControlApi.json(whole(one)))
                .orElseGet(() -> Router.sentence(404, "The journal has no line " + number + "."));
    }

    private HttpAnswer clear(HttpCall call) {
        ControlBody.read(call.body());
        journal.clear();
        return ControlApi.json(ControlApi.array());
    }

    private static ObjectNode summary(RecordedCall line) {
        LogEntry entry = line.summary();
        return Json.object()
                .put("number", line.number())
                .put("direction", line.direction().name().toLowerCase(Locale.ROOT))
                .put("time", entry.time().toString())
                .put("clientID", ControlJson.orNull(entry.clientId()))
                .put("ticketID", ControlJson.orNull(line.ticketId()))
                .put("method", entry.method())
                .put("path", entry.path())
                .put("httpStatus", entry.httpStatus())
                .put("code", ControlJson.orNull(entry.code()))
                .put("reason", ControlJson.orNull(entry.reason()));
    }

    private ObjectNode whole(RecordedCall line) {
        ObjectNode json = summary(line)
                .put("target", line.target())
                .put("signedText", ControlJson.orNull(line.signedText()))
                .put(
                        "curl",
                        ControlJson.orNull(CurlCommand.of(line, baseUrl.get().toString())));
        json.set("request", message(line.request()));
        json.set("answer", message(line.answer()));
        return json;
    }

    private static ObjectNode message(RecordedCall.Message message) {
        ObjectNode json = Json.object();
        ObjectNode headers = json.putObject("headers");
        for (Map.Entry<String, List<String>> header : new TreeMap<>(message.headers()).entrySet()) {
            headers.put(header.getKey(), String.join(", ", header.getValue()));
        }
        return json.put("body", message.body()).put("content", ControlJson.orNull(message.content()));
    }
}
