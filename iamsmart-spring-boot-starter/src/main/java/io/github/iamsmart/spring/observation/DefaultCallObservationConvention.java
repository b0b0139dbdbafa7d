package io.github.iamsmart.spring.observation;

import io.github.iamsmart.listener.CallReport;
import io.github.iamsmart.spring.observation.IamSmartObservation.CallKeys;
import io.github.iamsmart.spring.observation.IamSmartObservation.CallTraceKeys;
import io.micrometer.common.KeyValues;

/** Names and tags calls as {@link IamSmartObservation#CALL} documents. Thread-safe. */
public class DefaultCallObservationConvention implements CallObservationConvention {

    /** Creates it. */
    public DefaultCallObservationConvention() {}

    @Override
    public String getName() {
        return "iamsmart.call";
    }

    @Override
    public String getContextualName(CallObservationContext context) {
        return "iamsmart " + api(context);
    }

    @Override
    public KeyValues getLowCardinalityKeyValues(CallObservationContext context) {
        return KeyValues.of(
                CallKeys.CLIENT.withValue(context.client()),
                CallKeys.API.withValue(api(context)),
                CallKeys.OUTCOME.withValue(outcome(context)),
                CallKeys.CODE.withValue(ClosedValue.code(context.report().flatMap(CallReport::code))));
    }

    @Override
    public KeyValues getHighCardinalityKeyValues(CallObservationContext context) {
        KeyValues values = KeyValues.empty();
        if (context.report().isEmpty()) {
            return values;
        }
        CallReport report = context.report().get();
        values = values.and(
                CallTraceKeys.ATTEMPTS.withValue(Integer.toString(report.attempts())),
                CallTraceKeys.HTTP_STATUS.withValue(Integer.toString(report.httpStatus())));
        return report.txId().isPresent()
                ? values.and(CallTraceKeys.TX_ID.withValue(
                        ClosedValue.text(report.txId().get())))
                : values;
    }

    private static String api(CallObservationContext context) {
        return context.api().orElse(ClosedValue.OTHER);
    }

    private static String outcome(CallObservationContext context) {
        if (context.report().isEmpty()) {
            return ClosedValue.NONE;
        }
        CallReport report = context.report().get();
        return report.failure()
                .map(ClosedValue::failure)
                .or(() -> report.code().map(code -> ClosedValue.of(code.category())))
                .orElse(ClosedValue.OTHER);
    }
}
