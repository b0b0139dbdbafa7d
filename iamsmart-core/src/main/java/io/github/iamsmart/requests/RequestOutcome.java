package io.github.iamsmart.requests;

import io.github.iamsmart.error.ErrorCode;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * How a request ended. The user's decision is an outcome, never an exception.
 *
 * @param <T> the type of the result
 */
public sealed interface RequestOutcome<T> {

    /** {@return the request that ended} */
    RequestInfo request();

    /**
     * {@return a sentence that tells the user why there is no result; empty if the request was completed}
     *
     * @param locale the user's language
     */
    Optional<String> userMessage(Locale locale);

    /**
     * {@return the gateway's code for why there is no result; empty if the request was completed, and if no callback
     * came at all}
     */
    Optional<ErrorCode> errorCode();

    /**
     * Passes the result on if there is one; does nothing if the user declined, the gateway failed, or nobody answered.
     *
     * @param action gets the request and its result; what it throws is thrown on
     */
    default void ifCompleted(BiConsumer<? super RequestInfo, ? super T> action) {
        if (this instanceof Completed<T> completed) {
            action.accept(completed.request(), completed.result());
        }
    }

    /**
     * The user approved, and this is the result.
     *
     * @param request which request
     * @param result the result; personal data
     * @param <T> its type
     */
    record Completed<T>(RequestInfo request, T result) implements RequestOutcome<T> {
        @Override
        public Optional<ErrorCode> errorCode() {
            return Optional.empty();
        }

        @Override
        public Optional<String> userMessage(Locale locale) {
            return Optional.empty();
        }

        /** Shows the request, but not its result. */
        @Override
        public String toString() {
            return "Completed[" + request + "]";
        }
    }

    /**
     * The user cancelled or rejected the request.
     *
     * @param request which request
     * @param code the gateway's code
     * @param <T> the type of the missing result
     */
    record Declined<T>(RequestInfo request, ErrorCode code) implements RequestOutcome<T> {
        @Override
        public Optional<ErrorCode> errorCode() {
            return Optional.of(code);
        }

        @Override
        public Optional<String> userMessage(Locale locale) {
            return Optional.of(code.userMessage(locale));
        }
    }

    /**
     * The gateway could not complete the request.
     *
     * @param request which request
     * @param code the gateway's code
     * @param <T> the type of the missing result
     */
    record Failed<T>(RequestInfo request, ErrorCode code) implements RequestOutcome<T> {
        @Override
        public Optional<ErrorCode> errorCode() {
            return Optional.of(code);
        }

        @Override
        public Optional<String> userMessage(Locale locale) {
            return Optional.of(code.userMessage(locale));
        }
    }

    /**
     * The user did not answer in time.
     *
     * @param request which request
     * @param code the gateway's code; empty if no callback came at all
     * @param <T> the type of the missing result
     */
    record TimedOut<T>(RequestInfo request, Optional<ErrorCode> code) implements RequestOutcome<T> {
        @Override
        public Optional<ErrorCode> errorCode() {
            return code;
        }

        @Override
        public Optional<String> userMessage(Locale locale) {
            return Optional.of(code.orElse(ErrorCode.AUTHENTICATION_TIMED_OUT).userMessage(locale));
        }
    }
}
