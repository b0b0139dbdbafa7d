package io.github.iamsmart;

import io.github.iamsmart.listener.CallReport;
import io.github.iamsmart.listener.IamSmartListener;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records how the latest calls ended. Thread-safe. */
final class HealthRecorder implements IamSmartListener {

    private final Clock clock;
    private volatile @Nullable Instant lastSuccess;
    private volatile IamSmartHealth.@Nullable Failure lastFailure;

    HealthRecorder(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void onCall(CallReport report) {
        Instant now = clock.instant();
        boolean refused = report.code().filter(code -> !code.isSuccess()).isPresent();
        if (report.failure().isEmpty() && !refused) {
            lastSuccess = now;
            return;
        }
        String kind = report.failure()
                .map(failure -> failure.getClass().getSimpleName())
                .orElse("GatewayException");
        lastFailure = new IamSmartHealth.Failure(now, report.path(), report.code(), kind);
    }

    Optional<Instant> lastSuccess() {
        return Optional.ofNullable(lastSuccess);
    }

    Optional<IamSmartHealth.Failure> lastFailure() {
        return Optional.ofNullable(lastFailure);
    }
}
