package io.github.iamsmart.spring.observation;

import io.github.iamsmart.listener.DeliveryReport;
import io.github.iamsmart.spring.observation.IamSmartObservation.DeliveryKeys;
import io.github.iamsmart.spring.observation.IamSmartObservation.DeliveryTraceKeys;
import io.micrometer.common.KeyValues;
import java.util.Optional;

/** Names and tags deliveries as {@link IamSmartObservation#DELIVERY} documents. Thread-safe. */
public class DefaultDeliveryObservationConvention implements DeliveryObservationConvention {

    /** Creates it. */
    public DefaultDeliveryObservationConvention() {}

    @Override
    public String getName() {
        return "iamsmart.delivery";
    }

    @Override
    public String getContextualName(DeliveryObservationContext context) {
        return "iamsmart delivery " + context.kind();
    }

    @Override
    public KeyValues getLowCardinalityKeyValues(DeliveryObservationContext context) {
        return KeyValues.of(
                DeliveryKeys.CLIENT.withValue(context.client()),
                DeliveryKeys.KIND.withValue(context.kind()),
                DeliveryKeys.OUTCOME.withValue(context.report()
                        .map(report -> ClosedValue.of(report.result()))
                        .orElse(ClosedValue.NONE)));
    }

    @Override
    public KeyValues getHighCardinalityKeyValues(DeliveryObservationContext context) {
        KeyValues values = KeyValues.of(
                DeliveryTraceKeys.BUSINESS_ID.withValue(ClosedValue.text(context.businessId())),
                DeliveryTraceKeys.ATTEMPT.withValue(Integer.toString(context.attempt())));
        Optional<String> exception = context.report()
                .flatMap(DeliveryReport::failure)
                .map(failure -> failure.getClass().getName());
        return exception.isPresent()
                ? values.and(DeliveryTraceKeys.EXCEPTION.withValue(ClosedValue.text(exception.get())))
                : values;
    }
}
