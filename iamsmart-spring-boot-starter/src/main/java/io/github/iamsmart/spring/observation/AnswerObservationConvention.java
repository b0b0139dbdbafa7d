package io.github.iamsmart.spring.observation;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * Names and tags what is observed of an answer to a request. A bean of this type replaces
 * {@link DefaultAnswerObservationConvention}, from which it may be derived.
 */
public interface AnswerObservationConvention extends ObservationConvention<AnswerObservationContext> {

    @Override
    default boolean supportsContext(Observation.Context context) {
        return context instanceof AnswerObservationContext;
    }
}
