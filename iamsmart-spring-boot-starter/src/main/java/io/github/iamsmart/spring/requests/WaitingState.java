package io.github.iamsmart.spring.requests;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.bulksigning.BulkSigningProgress;
import io.github.iamsmart.tracking.RequestView;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A request as the waiting page reads it, in JSON. It is written by hand: whatever JSON library the application has,
 * and however it is set up, the page gets the same.
 */
final class WaitingState {

    private final String json;

    private WaitingState(String json) {
        this.json = json;
    }

    static WaitingState of(RequestWatch.Sight sight, Locale locale) {
        RequestView view = sight.view();
        Map<String, String> members = new LinkedHashMap<>();
        members.put("businessId", quoted(view.businessId().value()));
        members.put("kind", quoted(view.kind()));
        members.put("status", quoted(status(view.phase())));
        members.put(
                "expiresAt",
                quoted(view.expiresAt().truncatedTo(ChronoUnit.SECONDS).toString()));
        if (sight.progress().announced() > 0) {
            members.put("progress", progress(sight.progress()));
        }
        view.code().ifPresent(code -> members.put("code", quoted(code.toString())));
        view.userMessage(locale).ifPresent(message -> members.put("message", quoted(message)));
        return new WaitingState(members.entrySet().stream()
                .map(member -> quoted(member.getKey()) + ":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}")));
    }

    private static String progress(BulkSigningProgress progress) {
        return "{\"received\":" + progress.received().size() + ",\"announced\":" + progress.announced() + "}";
    }

    private static String status(RequestView.Phase phase) {
        return switch (phase) {
            case WAITING -> "pending";
            case COMPLETED -> "completed";
            case DECLINED -> "declined";
            case FAILED -> "failed";
            case TIMED_OUT -> "timed-out";
        };
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.chars().forEach(c -> {
            // The angle brackets, so that the text is harmless wherever a page puts it.
            if (c < ' ' || c == '"' || c == '\\' || c == '<' || c == '>' || c == '&') {
                out.append("\\u").append(String.format(Locale.ROOT, "%04x", c));
            } else {
                out.append((char) c);
            }
        });
        return out.append('"').toString();
    }

    byte[] bytes() {
        return json.getBytes(UTF_8);
    }

    @Override
    public String toString() {
        return json;
    }
}
