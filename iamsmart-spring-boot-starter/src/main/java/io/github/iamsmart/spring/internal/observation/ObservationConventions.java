package io.github.iamsmart.spring.internal.observation;

import io.github.iamsmart.spring.observation.AnswerObservationConvention;
import io.github.iamsmart.spring.observation.CallObservationConvention;
import io.github.iamsmart.spring.observation.CallbackObservationConvention;
import io.github.iamsmart.spring.observation.DeliveryObservationConvention;
import io.github.iamsmart.spring.observation.KeyRefreshObservationConvention;
import org.jspecify.annotations.Nullable;

/**
 * The conventions that the application has replaced.
 *
 * @param call of calls; {@code null} for the default
 * @param keyRefresh of fetches of the key; {@code null} for the default
 * @param callback of callbacks; {@code null} for the default
 * @param answer of answers; {@code null} for the default
 * @param delivery of deliveries; {@code null} for the default
 */
public record ObservationConventions(
        @Nullable CallObservationConvention call,
        @Nullable KeyRefreshObservationConvention keyRefresh,
        @Nullable CallbackObservationConvention callback,
        @Nullable AnswerObservationConvention answer,
        @Nullable DeliveryObservationConvention delivery) {

    /** None is replaced. */
    public static final ObservationConventions DEFAULTS = new ObservationConventions(null, null, null, null, null);
}
