package io.github.iamsmart.simulator.wire;

/** The codes that the simulator answers, with the text of {@code message} and what they mean to a developer. */
public enum Code {
    SUCCESS("D00000", "SUCCESS", "Done."),
    UNKNOWN_EXCEPTION("D20000", "Unknown exception", "The gateway itself failed."),
    PARAMETER_MISSING("D20001", "Parameter missing", "A required parameter or header was not sent."),
    PARAMETER_EMPTY("D20002", "Parameter empty", "A required parameter or header was sent without a value."),
    PARAMETER_INVALID("D20003", "Parameter invalid", "A parameter or header has a value that is not allowed."),
    DUPLICATED_REQUEST("D20004", "Duplicated request", "The nonce was used before; a retry needs a new one."),
    SIGNATURE_METHOD("D20005", "Signature method not supported", "Only HmacSHA256 is."),
    SIGNATURE("D20006", "Signature verification failed", "The signature is not the one over what arrived."),
    SOURCE("D20007", "Source not supported", "The source is not one of the documented values."),
    REDIRECT_URI(
            "D20008",
            "Online service URL not registered",
            "The redirectURI must be registered, character by character."),
    ACCESS_TOKEN("D20009", "Access token unknown or expired", "Sign in again for a new one."),
    OPEN_ID("D20010", "openID unknown", "It does not belong to the access token."),
    BUSINESS_ID("D20011", "businessID duplicated", "Every request needs a businessID of its own."),
    NOT_GRANTED("D20012", "API or scope not granted", "The scope is unknown, or this client may not ask for it."),
    SCOPE_MISMATCH("D20015", "Scope mismatch", "The sign-in did not ask for the scope that this API needs."),
    KEK_MISSING("D30001", "KEK missing or expired", "No public key is registered for this client."),
    CEK_MISSING("D30002", "CEK missing or expired", "Fetch the key again with getKey."),
    ENCRYPTION("D30003", "Encryption exception", "The gateway could not encrypt."),
    DECRYPTION("D30004", "Decryption exception", "The content could not be opened with the current CEK."),
    SIGN_IN_CANCELLED("D40000", "User cancelled authentication", "The user closed the request."),
    SIGN_IN_REJECTED("D40001", "User rejected authentication", "The user refused."),
    SIGN_IN_FAILED("D40002", "Authentication failed", "No reason is disclosed; a suspended account ends here too."),
    SIGN_IN_TIMEOUT("D40003", "Authentication timed out", "The user did not answer in time."),
    AUTHORIZATION_CODE(
            "D40004", "Authorisation code unknown, expired or used", "A code works once and for 60 seconds."),
    PROFILE_REJECTED("D50001", "User rejected profile request", "The user refused, or closed the request."),
    PROFILE_FAILED("D50002", "Profile request failed", "No reason is disclosed."),
    PROFILE_TIMEOUT("D50003", "Profile request timed out", "The user did not answer in time."),
    FORM_FILLING_CANCELLED("D60000", "User cancelled form filling", "The user closed the request."),
    FORM_FILLING_REJECTED("D60001", "User rejected form filling", "The user refused."),
    FORM_FILLING_FAILED("D60002", "Form filling failed", "No reason is disclosed."),
    FORM_FILLING_TIMEOUT("D60003", "Form filling timed out", "The user did not answer in time."),
    SIGNING_CANCELLED("D70000", "User cancelled signing", "The user closed the request."),
    SIGNING_REJECTED("D70001", "User rejected signing", "The user refused."),
    SIGNING_FAILED("D70002", "Signing failed", "No reason is disclosed; a step-up that was not passed ends here too."),
    SIGNING_TIMEOUT("D70003", "Signing timed out", "The user did not answer in time."),
    SIGNING_NOT_ALLOWED("D70004", "User may not sign", "Only users of iAM Smart+ can sign."),
    SIGNING_HKIC_MISMATCH("D70005", "HKIC does not match HKICHash", "The user is not the one who has to sign."),
    SIGNING_ACKNOWLEDGEMENT("D70006", "Acknowledgement not processed", "There is no result that it could be about."),
    BULK_SIGNING_CANCELLED("D71000", "User cancelled bulk signing", "The user closed the request."),
    BULK_SIGNING_REJECTED("D71001", "User rejected bulk signing", "The user refused."),
    BULK_SIGNING_FAILED("D71002", "Bulk signing failed", "No reason is disclosed; a failed step-up ends here too."),
    BULK_SIGNING_TIMEOUT("D71003", "Bulk signing timed out", "The user did not answer in time."),
    BULK_SIGNING_NOT_ALLOWED("D71004", "User may not sign", "Only users of iAM Smart+ can sign."),
    BULK_SIGNING_HKIC_MISMATCH("D71005", "HKIC does not match HKICHash", "The user is not the one who has to sign."),
    BULK_SIGNING_ACKNOWLEDGEMENT(
            "D71006", "Acknowledgement not processed", "There is no result that it could be about."),
    BULK_SIGNING_NOT_PENDING("D71007", "Request is not pending", "Only what the user has not begun can be cancelled."),
    BULK_SIGNING_TOKEN("D71008", "BSQCToken not found", "The token is not the one of the request."),
    BULK_SIGNING_NAMES(
            "D71009",
            "Department or service name inconsistent",
            "The simulator never says so: what is compared is not public."),
    REAUTHENTICATION_REJECTED("D80001", "User rejected re-authentication", "The user refused, or closed the request."),
    REAUTHENTICATION_FAILED("D80002", "Re-authentication failed", "No reason is disclosed."),
    REAUTHENTICATION_TIMEOUT("D80003", "Re-authentication timed out", "The user did not answer in time.");

    private final String value;
    private final String message;
    private final String meaning;

    Code(String value, String message, String meaning) {
        this.value = value;
        this.message = message;
        this.meaning = meaning;
    }

    public String value() {
        return value;
    }

    public String message() {
        return message;
    }

    public String meaning() {
        return meaning;
    }

    /** The message of a code that a fault asks for, which may be one that this table does not know. */
    public static String messageOf(String value) {
        for (Code code : values()) {
            if (code.value.equals(value)) {
                return code.message;
            }
        }
        return "Simulated error";
    }
}
