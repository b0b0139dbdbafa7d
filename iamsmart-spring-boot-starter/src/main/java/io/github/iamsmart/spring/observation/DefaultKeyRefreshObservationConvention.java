package io.github.iamsmart.spring.observation;

import io.github.iamsmart.error.GatewayException;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.listener.KeyReport;
import io.github.iamsmart.spring.observation.IamSmartObservation.KeyRefreshKeys;
import io.micrometer.common.KeyValues;

/** Names and tags fetches of the key as {@link IamSmartObservation#KEY_REFRESH} documents. Thread-safe. */
public class DefaultKeyRefreshObservationConvention implements KeyRefreshObservationConvention {

    /** Creates it. */
    public DefaultKeyRefreshObservationConvention() {}

    @Override
    public String getName() {
        return "iamsmart.key.refresh";
    }

    @Override
    public String getContextualName(KeyRefreshObservationContext context) {
        return "iamsmart key refresh";
    }

    @Override
    public KeyValues getLowCardinalityKeyValues(KeyRefreshObservationContext context) {
        return KeyValues.of(
                KeyRefreshKeys.CLIENT.withValue(context.client()),
                KeyRefreshKeys.OUTCOME.withValue(context.report()
                        .map(DefaultKeyRefreshObservationConvention::outcome)
                        .orElse(ClosedValue.NONE)));
    }

    private static String outcome(KeyReport report) {
        return report.failure()
                .map(DefaultKeyRefreshObservationConvention::failure)
                .orElse(report.newKey() ? "new_key" : "same_key");
    }

    private static String failure(IamSmartException failure) {
        return failure instanceof GatewayException refusal
                ? ClosedValue.of(refusal.code().category())
                : ClosedValue.failure(failure);
    }
}
