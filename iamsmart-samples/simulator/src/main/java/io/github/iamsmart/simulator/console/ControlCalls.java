package io.github.iamsmart.simulator.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.iamsmart.simulator.http.HttpAnswer;
import io.github.iamsmart.simulator.http.HttpCall;
import io.github.iamsmart.simulator.http.HttpEndpoint;
import io.github.iamsmart.simulator.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The control API, called from inside, so that the console knows and can do what everybody else can. */
final class ControlCalls {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpEndpoint control;

    ControlCalls(HttpEndpoint control) {
        this.control = control;
    }

    /** What came back. */
    record Reply(int status, JsonNode json) {
        boolean done() {
            return status == 200;
        }

        String error() {
            return json.path("error").asText();
        }
    }

    JsonNode get(String path) {
        return call("GET", path, "", null).json();
    }

    /** The items of an array that is answered. */
    List<JsonNode> list(String path) {
        List<JsonNode> items = new ArrayList<>();
        get(path).forEach(items::add);
        return items;
    }

    Reply send(String method, String path, JsonNode body) {
        return call(method, path, "", body);
    }

    Reply send(String method, String path, String query) {
        return call(method, path, query, null);
    }

    private Reply call(String method, String path, String query, @Nullable JsonNode body) {
        byte[] bytes = body == null ? new byte[0] : Json.bytes(body);
        HttpAnswer answer = control.answer(new HttpCall(
                method,
                path,
                query,
                Map.of("content-type", List.of("application/json"), "host", List.of("localhost")),
                bytes,
                false,
                false));
        return new Reply(answer.status(), json(answer.body()));
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    private static JsonNode json(byte[] body) {
        try {
            return MAPPER.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException("The control API answered something that is not JSON.", e);
        }
    }
}
