package io.github.iamsmart.simulator.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.LogEntry;
import io.github.iamsmart.simulator.RecordedCall;
import io.github.iamsmart.simulator.RecordedCall.Message;
import io.github.iamsmart.simulator.journal.CurlCommand;
import io.github.iamsmart.simulator.journal.KeptText;
import io.github.iamsmart.simulator.page.Language;
import io.github.iamsmart.simulator.page.Pages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Lines of the journal as the console shows them. */
final class CallRows {
    /** In a row; the page of the line shows all that is kept. */
    private static final int EXCERPT = 1_500;

    /** In a row, where it is not to be read but copied. */
    private static final int LONGEST_CURL = 8_000;

    private static final int LONGEST_REASON = 160;
    private static final int WRAPPED_KEY_SHOWN = 12;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Pages pages;
    private final Language language;
    private final Services services;
    private final String baseUrl;

    CallRows(Pages pages, Language language, Services services, String baseUrl) {
        this.pages = pages;
        this.language = language;
        this.services = services;
        this.baseUrl = baseUrl;
    }

    /** The newest, in one piece of markup. */
    String newest(List<RecordedCall> lines, int most) {
        StringBuilder rows = new StringBuilder();
        for (int i = lines.size() - 1; i >= Math.max(0, lines.size() - most); i--) {
            rows.append(pages.part("console-call", language, model(lines.get(i), EXCERPT)));
        }
        return rows.toString();
    }

    Map<String, Object> whole(RecordedCall line) {
        return model(line, Integer.MAX_VALUE);
    }

    private Map<String, Object> model(RecordedCall line, int longest) {
        LogEntry entry = line.summary();
        String direction = line.direction().name().toLowerCase(Locale.ROOT);
        String clientId = entry.clientId().orElse("");
        Map<String, Object> model = new HashMap<>();
        model.put("lang", language.tag());
        model.put("number", String.valueOf(line.number()));
        model.put("direction", direction);
        model.put("directionText", pages.text(language, "console.direction." + direction));
        model.put("time", ConsoleTime.ofDay(entry.time()));
        model.put("method", entry.method());
        model.put("path", entry.path().replaceFirst("^/api/v1", ""));
        model.put("target", line.target());
        model.put("client", clientId.isEmpty() ? "" : services.name(clientId, language));
        model.put("code", entry.code().orElse(""));
        model.put("http", entry.httpStatus() == 0 ? "—" : String.valueOf(entry.httpStatus()));
        model.put("refused", line.refused());
        model.put("reason", entry.reason().orElse(""));
        model.put(
                "reasonStart",
                KeptText.shortened(entry.reason().orElse(""), LONGEST_REASON).replaceFirst("… \\(.*$", "…"));
        model.put("ticket", line.ticketId().orElse(""));
        model.put("signed", KeptText.shortened(line.signedText().orElse(""), longest));
        model.put(
                "curl",
                CurlCommand.of(line, baseUrl)
                        .filter(command -> command.length() <= Math.max(longest, LONGEST_CURL))
                        .orElse(""));
        model.put(
                "forgotten",
                line.request().equals(Message.NONE) && line.answer().equals(Message.NONE));
        fill(model, "asked", line.request(), longest);
        fill(model, "answered", line.answer(), longest);
        return model;
    }

    private static void fill(Map<String, Object> model, String name, Message message, int longest) {
        List<Map<String, Object>> headers = new ArrayList<>();
        new TreeMap<>(message.headers())
                .forEach((header, values) ->
                        headers.add(Map.of("headerName", header, "headerValue", String.join(", ", values))));
        model.put(name + "Headers", headers);
        model.put(name + "Body", KeptText.shortened(pretty(message.body()), longest));
        model.put(
                name + "Content",
                KeptText.shortened(message.content().map(CallRows::pretty).orElse(""), longest));
    }

    /** JSON with its lines, anything else as it is. */
    private static String pretty(String text) {
        if (!text.startsWith("{")) {
            return text;
        }
        try {
            JsonNode json = MAPPER.readTree(text);
            hideKey(json);
            hideKey(json.path("content"));
            return json.toPrettyString();
        } catch (IOException notJson) {
            return text;
        }
    }

    /** It is wrapped, so that nobody can use it; but nobody needs to read it either. */
    private static void hideKey(JsonNode json) {
        String key = json.path("secretKey").asText();
        if (json instanceof ObjectNode object && key.length() > WRAPPED_KEY_SHOWN) {
            object.put("secretKey", key.substring(0, WRAPPED_KEY_SHOWN) + "…");
        }
    }
}
