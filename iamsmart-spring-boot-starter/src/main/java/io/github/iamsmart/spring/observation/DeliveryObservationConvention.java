package io.github.iamsmart.spring.observation;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * Names and tags what is observed of the delivery of an outcome. A bean of this type replaces
 * {@link DefaultDeliveryObservationConvention}, from which it may be derived.
 */
public interface DeliveryObservationConvention extends ObservationConvention<DeliveryObservationContext> {

    @Override
    default boolean supportsContext(Observation.Context context) {
        return context instanceof DeliveryObservationContext;
    }
}
