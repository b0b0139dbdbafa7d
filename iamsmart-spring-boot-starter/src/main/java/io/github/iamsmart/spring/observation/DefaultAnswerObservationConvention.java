package io.github.iamsmart.spring.observation;

import io.github.iamsmart.listener.AnswerReport;
import io.github.iamsmart.spring.observation.IamSmartObservation.AnswerKeys;
import io.github.iamsmart.spring.observation.IamSmartObservation.RequestTraceKeys;
import io.micrometer.common.KeyValues;

/** Names and tags answers as {@link IamSmartObservation#ANSWER} documents. Thread-safe. */
public class DefaultAnswerObservationConvention implements AnswerObservationConvention {

    /** Creates it. */
    public DefaultAnswerObservationConvention() {}

    @Override
    public String getName() {
        return "iamsmart.answer";
    }

    @Override
    public String getContextualName(AnswerObservationContext context) {
        return "iamsmart answer " + context.kind();
    }

    @Override
    public KeyValues getLowCardinalityKeyValues(AnswerObservationContext context) {
        return KeyValues.of(
                AnswerKeys.CLIENT.withValue(context.client()),
                AnswerKeys.KIND.withValue(context.kind()),
                AnswerKeys.OUTCOME.withValue(context.report()
                        .map(report -> ClosedValue.of(report.verdict()))
                        .orElse(ClosedValue.NONE)),
                AnswerKeys.CODE.withValue(ClosedValue.code(context.report().map(AnswerReport::code))));
    }

    @Override
    public KeyValues getHighCardinalityKeyValues(AnswerObservationContext context) {
        return KeyValues.of(RequestTraceKeys.BUSINESS_ID.withValue(ClosedValue.text(context.businessId())));
    }
}
