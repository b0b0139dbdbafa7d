package io.github.iamsmart.tracking;

import io.github.iamsmart.error.ErrorCode;
import java.util.Set;

/** Which codes are the user's will, and which are the clock's. */
final class Verdicts {

    private static final Set<ErrorCode> DECLINED = Set.of(
            ErrorCode.AUTHENTICATION_CANCELLED,
            ErrorCode.AUTHENTICATION_REJECTED,
            ErrorCode.PROFILE_REJECTED,
            ErrorCode.FORM_FILLING_CANCELLED,
            ErrorCode.FORM_FILLING_REJECTED,
            ErrorCode.SIGNING_CANCELLED,
            ErrorCode.SIGNING_REJECTED,
            ErrorCode.BULK_SIGNING_CANCELLED,
            ErrorCode.BULK_SIGNING_REJECTED,
            ErrorCode.REAUTHENTICATION_REJECTED);

    private static final Set<ErrorCode> TIMED_OUT = Set.of(
            ErrorCode.AUTHENTICATION_TIMED_OUT,
            ErrorCode.PROFILE_TIMED_OUT,
            ErrorCode.FORM_FILLING_TIMED_OUT,
            ErrorCode.SIGNING_TIMED_OUT,
            ErrorCode.BULK_SIGNING_TIMED_OUT,
            ErrorCode.REAUTHENTICATION_TIMED_OUT);

    private Verdicts() {}

    static boolean isDeclined(ErrorCode code) {
        return DECLINED.contains(code);
    }

    static boolean isTimedOut(ErrorCode code) {
        return TIMED_OUT.contains(code);
    }
}
