package io.github.iamsmart.spring.observation;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * Names and tags what is observed of a callback. A bean of this type replaces
 * {@link DefaultCallbackObservationConvention}, from which it may be derived.
 */
public interface CallbackObservationConvention extends ObservationConvention<CallbackObservationContext> {

    @Override
    default boolean supportsContext(Observation.Context context) {
        return context instanceof CallbackObservationContext;
    }
}
