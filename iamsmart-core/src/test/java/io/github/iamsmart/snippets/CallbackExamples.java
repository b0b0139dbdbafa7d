package io.github.iamsmart.snippets;

import com.sun.net.httpserver.HttpExchange;
import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.callback.CallbackHeaders;
import io.github.iamsmart.formfilling.FormFillingResult;
import io.github.iamsmart.identity.Hkic;
import io.github.iamsmart.reauth.ReauthenticationResult;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.requests.RequestOutcome.Completed;
import io.github.iamsmart.requests.RequestStatus;
import io.github.iamsmart.requests.RequestView;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What docs/callbacks.md and docs/re-authentication.md show. */
final class CallbackExamples {

    private static final Logger log = LoggerFactory.getLogger(CallbackExamples.class);

    private final IamSmartClient client;
    private final Permits permits = new Permits();

    CallbackExamples(IamSmartClient client) {
        this.client = client;
    }

    Permits permits() {
        return permits;
    }

    /** The application's own table. */
    static final class Permits {
        private final Map<String, String> rows = new ConcurrentHashMap<>();

        /** Says whether it was done now. */
        boolean fill(String permit, String holder) {
            return rows.putIfAbsent(permit, holder) == null;
        }

        void note(String permit, String text) {
            rows.put(permit, text);
        }

        String row(String permit) {
            return String.valueOf(rows.get(permit));
        }
    }

    // tag::endpoint[]
    void postCallback(HttpExchange exchange) throws IOException {
        int status = 200; // whatever it was: a forger learns nothing
        try {
            byte[] body = exchange.getRequestBody().readNBytes(16 * 1024 * 1024 + 1); // longer ones are refused
            client.callbacks().accept(CallbackHeaders.from(exchange.getRequestHeaders()::getFirst), body);
        } catch (RuntimeException e) {
            log.error("A callback could not be judged or stored", e);
            status = 503; // not acknowledged
        }
        exchange.sendResponseHeaders(status, -1); // no body
        exchange.close();
    }
    // end::endpoint[]

    // tag::delivery[]
    void deliverEveryTwoSeconds(ScheduledExecutorService timer) {
        timer.scheduleWithFixedDelay(this::deliver, 0, 2, TimeUnit.SECONDS);
    }

    void deliver() {
        try {
            client.requests().deliverDue(this::handle);
        } catch (RuntimeException | Error e) {
            log.error("The store of requests does not answer", e); // thrown on, it would stop the timer
        }
    }
    // end::delivery[]

    // tag::handler[]
    void handle(RequestOutcome<?> outcome) {
        String permit = outcome.request().reference().orElseThrow(); // what you gave with the request
        if (outcome instanceof Completed<?> completed && completed.result() instanceof FormFillingResult form) {
            String holder = form.profile().hkic().map(Hkic::formatted).orElse("");
            permits.fill(permit, holder); // once, however often it is called: the permit is the key
        } else if (outcome instanceof Completed<?> completed
                && completed.result() instanceof ReauthenticationResult result) {
            permits.note(permit, result.passed() ? "confirmed" : "not confirmed");
        } else {
            permits.note(permit, outcome.userMessage(Locale.ENGLISH).orElse("")); // declined, failed or timed out
        }
    }
    // end::handler[]

    // tag::waiting[]
    String stateForTheWaitingPage(BusinessId businessId, String hashOfTheSession) {
        return client.requests()
                .view(businessId, hashOfTheSession) // empty for any other browser
                .map(RequestView::phase)
                .map(phase -> phase.isFinal() ? "go on" : "wait")
                .orElse("unknown");
    }
    // end::waiting[]

    // tag::dead[]
    boolean hasDeadRequests() {
        return client.requests().count(RequestStatus.DEAD) > 0; // tell somebody
    }

    void reviveAll(List<BusinessId> repaired) {
        repaired.forEach(client.requests()::revive);
    }
    // end::dead[]
}
