package io.github.iamsmart.spring.observation;

import io.github.iamsmart.listener.CallbackReport;
import io.github.iamsmart.spring.observation.IamSmartObservation.CallbackKeys;
import io.github.iamsmart.spring.observation.IamSmartObservation.RequestTraceKeys;
import io.micrometer.common.KeyValues;

/** Names and tags callbacks as {@link IamSmartObservation#CALLBACK} documents. Thread-safe. */
public class DefaultCallbackObservationConvention implements CallbackObservationConvention {

    /** Creates it. */
    public DefaultCallbackObservationConvention() {}

    @Override
    public String getName() {
        return "iamsmart.callback";
    }

    @Override
    public String getContextualName(CallbackObservationContext context) {
        return "iamsmart callback";
    }

    @Override
    public KeyValues getLowCardinalityKeyValues(CallbackObservationContext context) {
        return KeyValues.of(
                CallbackKeys.CLIENT.withValue(context.client()),
                CallbackKeys.OUTCOME.withValue(context.report()
                        .map(report -> ClosedValue.of(report.verdict()))
                        .orElse(ClosedValue.NONE)));
    }

    @Override
    public KeyValues getHighCardinalityKeyValues(CallbackObservationContext context) {
        return context.report()
                .flatMap(CallbackReport::businessId)
                .map(id -> KeyValues.of(RequestTraceKeys.BUSINESS_ID.withValue(ClosedValue.text(id))))
                .orElse(KeyValues.empty());
    }
}
