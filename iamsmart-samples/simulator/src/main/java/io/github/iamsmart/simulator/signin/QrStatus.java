package io.github.iamsmart.simulator.signin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.http.HttpAnswer;
import io.github.iamsmart.simulator.http.HttpCall;
import io.github.iamsmart.simulator.http.Router;
import io.github.iamsmart.simulator.request.PendingRequest;
import io.github.iamsmart.simulator.request.RequestRegistry;
import io.github.iamsmart.simulator.request.UserAnswers;
import io.github.iamsmart.simulator.wire.Json;
import java.time.Clock;
import java.util.Optional;

/** What the waiting page asks for: whether the phone has answered, and where to go. */
public final class QrStatus {
    private final RequestRegistry requests;
    private final UserAnswers answers;
    private final Clock clock;

    public QrStatus(RequestRegistry requests, UserAnswers answers, Clock clock) {
        this.requests = requests;
        this.answers = answers;
        this.clock = clock;
    }

    public HttpAnswer answer(HttpCall call) {
        Optional<PendingRequest> request = call.query().first("ticket").flatMap(requests::find);
        if (request.isEmpty()) {
            return Router.sentence(404, "No request has this ticket.");
        }
        answers.expire(request.get());
        ObjectNode state = Json.object()
                .put("status", request.get().status(clock.instant()).wireName());
        request.get().redirect().ifPresent(uri -> state.put("redirect", uri.toString()));
        return HttpAnswer.json(200, Json.bytes(state)).with("Cache-Control", "no-store");
    }
}
