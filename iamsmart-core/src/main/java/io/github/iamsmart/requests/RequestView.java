package io.github.iamsmart.requests;

import io.github.iamsmart.error.ErrorCode;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * What a waiting page may know about a request. No personal data.
 *
 * @param businessId its id
 * @param kind the {@linkplain RequestKind#name() name} of its kind
 * @param phase its progress
 * @param progress the parts of its answer that have come, if it comes in parts
 * @param code why it did not succeed, if a callback said so
 * @param expiresAt until when the user can answer
 */
public record RequestView(
        BusinessId businessId,
        String kind,
        Phase phase,
        Optional<AnswerProgress> progress,
        Optional<ErrorCode> code,
        Instant expiresAt) {

    /**
     * {@return whether the kind of the request is among these}
     *
     * @param kinds some kinds, for example those of an API
     */
    public boolean isOf(Collection<? extends RequestKind<?>> kinds) {
        return RequestKind.isAmong(kinds, kind);
    }

    /**
     * {@return what to tell the user about a request that ended without a result; empty while waiting, and if the
     * request was completed}
     *
     * @param locale the user's language
     */
    public Optional<String> userMessage(Locale locale) {
        return switch (phase) {
            case WAITING, PROCESSING, COMPLETED -> Optional.empty();
            case DECLINED -> code.map(one -> one.userMessage(locale));
            case FAILED ->
                Optional.of(code.map(one -> one.userMessage(locale))
                        .orElseGet(() -> InitiatedRequest.TEXTS.text("not-processed", locale)));
            case TIMED_OUT ->
                Optional.of(code.orElse(ErrorCode.AUTHENTICATION_TIMED_OUT).userMessage(locale));
        };
    }

    /** The progress of a request as the user sees it. */
    public enum Phase {
        /** The user has not answered yet. */
        WAITING,
        /** The user approved; the result is being fetched, or has come and the application has not yet handled it. */
        PROCESSING,
        /** The user approved, and the application has handled the result. */
        COMPLETED,
        /** The user cancelled or rejected. */
        DECLINED,
        /**
         * The request could not be completed. Without a code it is the application that failed: the user approved, and
         * the handler of the result gave up.
         */
        FAILED,
        /** The time is up. */
        TIMED_OUT;

        /** {@return whether nothing more will happen; {@code false} while waiting and processing} */
        public boolean isFinal() {
            return this != WAITING && this != PROCESSING;
        }

        /**
         * {@return the phase of a request that was answered with this code, when the application has handled it}
         *
         * @param code the result code
         */
        public static Phase of(ErrorCode code) {
            return switch (code.category()) {
                case SUCCESS -> COMPLETED;
                case DECLINED -> DECLINED;
                case TIMED_OUT -> TIMED_OUT;
                case FAILED, KEY_UNAVAILABLE, CODE_UNUSABLE, SIGN_IN_ENDED, REFUSED -> FAILED;
            };
        }
    }
}
