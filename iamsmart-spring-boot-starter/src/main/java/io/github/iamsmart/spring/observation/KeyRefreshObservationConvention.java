package io.github.iamsmart.spring.observation;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * Names and tags what is observed of a fetch of the content key (CEK). A bean of this type replaces
 * {@link DefaultKeyRefreshObservationConvention}, from which it may be derived.
 */
public interface KeyRefreshObservationConvention extends ObservationConvention<KeyRefreshObservationContext> {

    @Override
    default boolean supportsContext(Observation.Context context) {
        return context instanceof KeyRefreshObservationContext;
    }
}
