package io.github.iamsmart.spring.internal.waiting;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.requests.AnswerProgress;
import io.github.iamsmart.requests.RequestView;
import io.github.iamsmart.spring.internal.text.JsonText;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A request as the waiting page reads it, in JSON. */
final class WaitingState {

    private final String json;

    private WaitingState(String json) {
        this.json = json;
    }

    static WaitingState of(RequestView view, Locale locale) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("businessId", view.businessId().value());
        members.put("kind", view.kind());
        members.put("status", status(view.phase()));
        members.put(
                "expiresAt", view.expiresAt().truncatedTo(ChronoUnit.SECONDS).toString());
        view.progress()
                .filter(progress -> progress.announced() > 0)
                .ifPresent(progress -> members.put("progress", progress(progress)));
        view.code().ifPresent(code -> members.put("code", code.toString()));
        view.userMessage(locale).ifPresent(message -> members.put("message", message));
        return new WaitingState(JsonText.of(members));
    }

    private static Map<String, Integer> progress(AnswerProgress progress) {
        Map<String, Integer> members = new LinkedHashMap<>();
        members.put("received", progress.received().size());
        members.put("announced", progress.announced());
        return members;
    }

    /** {@return what the JSON calls a phase} */
    static String status(RequestView.Phase phase) {
        return switch (phase) {
            case WAITING -> "pending";
            case PROCESSING -> "processing";
            case COMPLETED -> "completed";
            case DECLINED -> "declined";
            case FAILED -> "failed";
            case TIMED_OUT -> "timed-out";
        };
    }

    byte[] bytes() {
        return json.getBytes(UTF_8);
    }

    @Override
    public String toString() {
        return json;
    }
}
