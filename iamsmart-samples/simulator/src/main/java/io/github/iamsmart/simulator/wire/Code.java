package io.github.iamsmart.simulator.wire;

import java.io.Serializable;
import java.util.List;

/**
 * A code that the gateway answers. The general ones are here, those of a flow are declared with it. Serializable
 * because exceptions carry it.
 *
 * @param message on the wire
 * @param meaning what it means to a developer
 */
public record Code(String value, String message, String meaning) implements Serializable {
    public static final Code SUCCESS = new Code("D00000", "SUCCESS", "Done.");
    public static final Code UNKNOWN_EXCEPTION = new Code("D20000", "Unknown exception", "The gateway itself failed.");
    public static final Code PARAMETER_MISSING =
            new Code("D20001", "Parameter missing", "A required parameter or header was not sent.");
    public static final Code PARAMETER_EMPTY =
            new Code("D20002", "Parameter empty", "A required parameter or header was sent without a value.");
    public static final Code PARAMETER_INVALID =
            new Code("D20003", "Parameter invalid", "A parameter or header has a value that is not allowed.");
    public static final Code DUPLICATED_REQUEST =
            new Code("D20004", "Duplicated request", "The nonce was used before; a retry needs a new one.");
    public static final Code SIGNATURE_METHOD =
            new Code("D20005", "Signature method not supported", "Only HmacSHA256 is.");
    public static final Code SIGNATURE =
            new Code("D20006", "Signature verification failed", "The signature is not the one over what arrived.");
    public static final Code SOURCE =
            new Code("D20007", "Source not supported", "The source is not one of the documented values.");
    public static final Code REDIRECT_URI = new Code(
            "D20008",
            "Online service URL not registered",
            "The redirectURI must be registered, character by character.");
    public static final Code ACCESS_TOKEN =
            new Code("D20009", "Access token unknown or expired", "Sign in again for a new one.");
    public static final Code OPEN_ID = new Code("D20010", "openID unknown", "It does not belong to the access token.");
    public static final Code BUSINESS_ID =
            new Code("D20011", "businessID duplicated", "Every request needs a businessID of its own.");
    public static final Code NOT_GRANTED =
            new Code("D20012", "API or scope not granted", "The scope is unknown, or this client may not ask for it.");
    public static final Code SCOPE_MISMATCH =
            new Code("D20015", "Scope mismatch", "The sign-in did not ask for the scope that this API needs.");
    public static final Code KEK_MISSING =
            new Code("D30001", "KEK missing or expired", "No public key is registered for this client.");
    public static final Code CEK_MISSING =
            new Code("D30002", "CEK missing or expired", "Fetch the key again with getKey.");
    public static final Code ENCRYPTION = new Code("D30003", "Encryption exception", "The gateway could not encrypt.");
    public static final Code DECRYPTION =
            new Code("D30004", "Decryption exception", "The content could not be opened with the current CEK.");

    static final List<Code> GENERAL = List.of(
            SUCCESS,
            UNKNOWN_EXCEPTION,
            PARAMETER_MISSING,
            PARAMETER_EMPTY,
            PARAMETER_INVALID,
            DUPLICATED_REQUEST,
            SIGNATURE_METHOD,
            SIGNATURE,
            SOURCE,
            REDIRECT_URI,
            ACCESS_TOKEN,
            OPEN_ID,
            BUSINESS_ID,
            NOT_GRANTED,
            SCOPE_MISMATCH,
            KEK_MISSING,
            CEK_MISSING,
            ENCRYPTION,
            DECRYPTION);
}
