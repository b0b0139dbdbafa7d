package io.github.iamsmart.spring.observation;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * Names and tags what is observed of a call to the gateway. A bean of this type replaces
 * {@link DefaultCallObservationConvention}, from which it may be derived.
 */
public interface CallObservationConvention extends ObservationConvention<CallObservationContext> {

    @Override
    default boolean supportsContext(Observation.Context context) {
        return context instanceof CallObservationContext;
    }
}
