package io.github.iamsmart.error;

import io.github.iamsmart.internal.text.UserTexts;
import java.util.Locale;

/** What an end user is told. Each constant names a sentence in the {@code user-messages} files. */
enum UserMessage {
    SUCCESS,
    /** For codes that nobody has described yet. */
    NOT_COMPLETED,
    /** The service or its configuration is at fault; the user can do nothing. */
    TECHNICAL_PROBLEM,
    TRY_AGAIN_SHORTLY,
    /** The gateway could not be reached. */
    NO_ANSWER,
    SERVICE_UNAVAILABLE,
    BROWSER_NOT_SUPPORTED,
    ALREADY_SENT,
    SIGN_IN_AGAIN,
    APPROVAL_EXPIRED,
    AUTHENTICATION_CANCELLED,
    AUTHENTICATION_REJECTED,
    AUTHENTICATION_FAILED,
    AUTHENTICATION_TIMED_OUT,
    HKIC_NOT_CONFIRMED,
    PROFILE_REJECTED,
    PROFILE_FAILED,
    PROFILE_TIMED_OUT,
    FORM_FILLING_CANCELLED,
    FORM_FILLING_REJECTED,
    FORM_FILLING_FAILED,
    FORM_FILLING_TIMED_OUT,
    SIGNING_CANCELLED,
    SIGNING_REJECTED,
    SIGNING_FAILED,
    SIGNING_TIMED_OUT,
    SIGNING_NEEDS_PLUS,
    SIGNING_HKIC_MISMATCH,
    SIGNING_NOT_RECORDED,
    BULK_SIGNING_CANCELLED,
    BULK_SIGNING_REJECTED,
    BULK_SIGNING_FAILED,
    BULK_SIGNING_TIMED_OUT,
    BULK_SIGNING_NOT_PENDING,
    BULK_SIGNING_NOT_FOUND,
    REAUTHENTICATION_REJECTED,
    REAUTHENTICATION_FAILED,
    REAUTHENTICATION_TIMED_OUT;

    private static final UserTexts TEXTS = UserTexts.load(UserMessage.class, "user-messages");

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String text(Locale locale) {
        return TEXTS.text(key(), locale);
    }
}
