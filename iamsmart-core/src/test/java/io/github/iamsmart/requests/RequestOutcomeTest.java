package io.github.iamsmart.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.requests.RequestOutcome.Completed;
import io.github.iamsmart.requests.RequestOutcome.Declined;
import io.github.iamsmart.requests.RequestOutcome.Failed;
import io.github.iamsmart.requests.RequestOutcome.TimedOut;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestOutcomeTest {

    private static final ErrorCode CODE = ErrorCode.of("D60001");

    private final RequestInfo request =
            new RequestInfo(BusinessId.random(), "form-filling", Optional.empty(), Instant.EPOCH);

    @Test
    void tellsTheCodeWhereThereIsNoResult() {
        assertThat(new Declined<>(request, CODE).errorCode()).contains(CODE);
        assertThat(new Failed<>(request, CODE).errorCode()).contains(CODE);
        assertThat(new TimedOut<>(request, Optional.of(CODE)).errorCode()).contains(CODE);
    }

    @Test
    void hasNoCodeAfterAResultAndWhenNoCallbackCame() {
        assertThat(new Completed<>(request, "result").errorCode()).isEmpty();
        assertThat(new TimedOut<>(request, Optional.empty()).errorCode()).isEmpty();
    }

    @Test
    void hasASentenceForTheUserExceptAfterAResult() {
        assertThat(new Completed<>(request, "result").userMessage(Locale.ENGLISH))
                .isEmpty();
        assertThat(new TimedOut<>(request, Optional.empty()).userMessage(Locale.ENGLISH))
                .isNotEmpty();
        assertThat(new Declined<>(request, CODE).userMessage(Locale.ENGLISH)).isNotEmpty();
    }

    @Test
    void passesTheResultOnIfThereIsOne() {
        Map<RequestInfo, Object> results = new HashMap<>();

        new Completed<>(request, "result").ifCompleted(results::put);
        new Declined<>(request, CODE).ifCompleted((sent, result) -> results.put(sent, "declined"));
        new Failed<>(request, CODE).ifCompleted((sent, result) -> results.put(sent, "failed"));
        new TimedOut<>(request, Optional.empty()).ifCompleted((sent, result) -> results.put(sent, "timed out"));

        assertThat(results).isEqualTo(Map.of(request, "result"));
    }
}
