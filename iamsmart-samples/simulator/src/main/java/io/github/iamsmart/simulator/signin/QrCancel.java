package io.github.iamsmart.simulator.signin;

import io.github.iamsmart.simulator.SimulatorException;
import io.github.iamsmart.simulator.http.HttpAnswer;
import io.github.iamsmart.simulator.http.HttpCall;
import io.github.iamsmart.simulator.http.Parameters;
import io.github.iamsmart.simulator.http.Router;
import io.github.iamsmart.simulator.request.Decision;
import io.github.iamsmart.simulator.request.PendingRequest;
import io.github.iamsmart.simulator.request.RequestRegistry;
import io.github.iamsmart.simulator.request.UserAnswers;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The way from the waiting page back to the service: the user cancels [?]. */
public final class QrCancel {
    private final RequestRegistry requests;
    private final UserAnswers answers;

    public QrCancel(RequestRegistry requests, UserAnswers answers) {
        this.requests = requests;
        this.answers = answers;
    }

    public HttpAnswer answer(HttpCall call) {
        Parameters form = Parameters.parse(new String(call.body(), StandardCharsets.UTF_8));
        Optional<PendingRequest> request = form.first("ticket").flatMap(requests::find);
        if (request.isEmpty()) {
            return Router.sentence(404, "No request has this ticket.");
        }
        answers.expire(request.get());
        try {
            answers.refuse(request.get().terms().ticketId(), Decision.CANCEL, Optional.empty());
        } catch (SimulatorException ended) {
            // Somebody was faster: then the browser goes where their answer sends it.
        }
        return request.get()
                .redirect()
                .map(URI::toString)
                .map(HttpAnswer::seeOther)
                .orElseGet(() -> Router.sentence(409, "The request has ended, and it says no address to go back to."));
    }
}
