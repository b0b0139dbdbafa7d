package io.github.iamsmart.tracking;

import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.request.BusinessId;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * What a waiting page may know of a request. No personal data.
 *
 * @param businessId its name
 * @param kind the {@linkplain RequestKind#name() name} of its kind
 * @param phase how far it is
 * @param code why it did not succeed, if a callback said so
 * @param expiresAt until when the user can answer
 */
public record RequestView(
        BusinessId businessId, String kind, Phase phase, Optional<ErrorCode> code, Instant expiresAt) {

    /**
     * Returns whether the request is one of these.
     *
     * @param kinds some kinds, those of an API for instance
     * @return whether its kind is among them
     */
    public boolean isOf(Collection<? extends RequestKind<?>> kinds) {
        return RequestKind.isAmong(kinds, kind);
    }

    /**
     * Returns what to tell the user of a request that ended without a result.
     *
     * @param locale the user's language
     * @return a sentence; empty while waiting, and if the request was completed
     */
    public Optional<String> userMessage(Locale locale) {
        return switch (phase) {
            case WAITING, COMPLETED -> Optional.empty();
            case DECLINED, FAILED -> code.map(one -> one.userMessage(locale));
            case TIMED_OUT ->
                Optional.of(code.orElse(ErrorCode.AUTHENTICATION_TIMED_OUT).userMessage(locale));
        };
    }

    /** How far a request is, in the user's eyes. */
    public enum Phase {
        /** The user has not answered yet. */
        WAITING,
        /** The user approved and the result is here. */
        COMPLETED,
        /** The user cancelled or rejected. */
        DECLINED,
        /** It could not be completed. */
        FAILED,
        /** The time is up. */
        TIMED_OUT;

        /**
         * Returns whether nothing more will happen.
         *
         * @return {@code false} only while waiting
         */
        public boolean isFinal() {
            return this != WAITING;
        }

        static Phase of(ErrorCode code) {
            if (code.isSuccess()) {
                return COMPLETED;
            }
            return Verdicts.isDeclined(code) ? DECLINED : Verdicts.isTimedOut(code) ? TIMED_OUT : FAILED;
        }
    }
}
