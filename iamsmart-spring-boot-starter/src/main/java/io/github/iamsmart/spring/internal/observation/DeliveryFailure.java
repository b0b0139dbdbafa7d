package io.github.iamsmart.spring.internal.observation;

/**
 * Stands in a trace for what a handler of the application threw, whose message and causes may hold personal data: it
 * tells the type alone.
 */
final class DeliveryFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DeliveryFailure(Throwable failure) {
        super(failure.getClass().getName(), null, false, false);
    }
}
