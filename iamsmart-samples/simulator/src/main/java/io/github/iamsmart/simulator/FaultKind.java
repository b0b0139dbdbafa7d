package io.github.iamsmart.simulator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The faults that the simulator can show. */
public enum FaultKind {
    /** A refusal that has no cause. */
    ERROR_CODE(
            Stage.HANDLING,
            1,
            "A call that passed every check is answered with 'code' (default D20000) instead of being carried out."),
    /** A proxy's error page. */
    HTML_ERROR(
            Stage.INSTEAD, 1, "Answers HTTP 'httpStatus' (default 502) with an HTML page, as a proxy in front would."),
    /** Rate limit. */
    TOO_MANY_REQUESTS(Stage.INSTEAD, 1, "Answers HTTP 429 with Retry-After ('delay', default PT1S)."),
    /** The key API answers 503. */
    KEY_API_DOWN(Stage.INSTEAD, 0, "getKey and revokeKey answer HTTP 503; until cleared, unless 'times' is given."),
    /** Nobody can learn what is revoked. */
    AUTHORITY_DOWN(
            Stage.AUTHORITY,
            0,
            "The OCSP responder and the lists of revoked certificates answer HTTP 503; until cleared, unless 'times' is"
                    + " given."),
    /** The key is gone. */
    CEK_REVOKED(
            Stage.BEFORE,
            1,
            "Revokes the client's CEK just before its next call that needs it, which so ends in D30002."),
    /** Half of the JSON. */
    TRUNCATED_JSON(Stage.ANSWER, 1, "The answer's JSON ends in the middle, with a Content-Length that fits."),
    /** A very slow answer. */
    SLOW_DRIP(Stage.ANSWER, 1, "The answer's body comes byte by byte, 'delay' (default PT0.2S) apart."),
    /** A late answer. */
    DELAY(Stage.ANSWER, 1, "The call is carried out, the answer comes after 'delay' (default PT1S)."),
    /** A closed connection. */
    RESET(Stage.ANSWER, 1, "The connection is closed after half of the answer's body."),
    /** Not UTF-8. */
    WRONG_CHARSET(Stage.ANSWER, 1, "The answer is encoded in Big5 and says so; its message is Chinese."),
    /** Content that is not Base64. */
    BAD_BASE64(Stage.ANSWER, 1, "The answer's content (the secretKey of getKey) is not Base64."),
    /** A flipped bit. */
    TAMPERED_CONTENT(Stage.ANSWER, 1, "One bit of the answer's content (the secretKey of getKey) is flipped."),
    /** The other form of the transaction id. */
    TX_ID_IN_BRACKETS(Stage.ANSWER, 1, "The answer's txID stands in angle brackets, as in every callback: <T=…>."),
    /** The other form of the key. */
    CEK_AS_TEXT(Stage.KEY, 1, "The next new CEK is wrapped as the 44 characters of its Base64 text, not as 32 bytes."),
    /** The other form of its lifetime. */
    CEK_ABSOLUTE_EXPIRY(Stage.KEY, 1, "getKey gives expiresIn as an absolute time in epoch milliseconds."),
    /** A refusal without a code. */
    REDIRECT_WITHOUT_ERROR_CODE(
            Stage.REDIRECT,
            1,
            "The redirect after a refused or failed sign-in or anonymous request carries state only, no error_code."),
    /** A stricter gateway. */
    BUSINESS_ID_REQUIRED(
            Stage.RESULT,
            0,
            "The call for the result of an anonymous request is refused (D20001) without a businessID; until cleared,"
                    + " unless 'times' is given."),
    /** A check that the user does not pass. */
    STEP_UP_FAILED(
            Stage.STEP_UP,
            1,
            "A signing with a step-up that the user approves fails at it with 'code' (default D77000; D77001 to D77004"
                    + " tell why)."),
    /** A late callback. */
    CALLBACK_DELAY(
            Stage.CALLBACK,
            1,
            "The callback is sent 'delay' (default PT5S) after the user's answer, by the simulator's clock: move it to"
                    + " wait less."),
    /** The same callback again. */
    CALLBACK_DUPLICATE(Stage.CALLBACK, 1, "The callback is sent twice, byte for byte the same."),
    /** A lost callback. */
    CALLBACK_DROP(Stage.CALLBACK, 1, "The callback is not sent."),
    /** Two callbacks in the wrong order. */
    CALLBACK_REORDER(Stage.CALLBACK, 1, "The callback is held and sent right after the client's next one."),
    /** A very early callback. */
    CALLBACK_BEFORE_ANSWER(
            Stage.CALLBACK,
            1,
            "The signed-in user approves at once, and the callback is sent before the answer to the request; that waits"
                    + " for the service, for 5 s at most."),
    /** Content that was changed on the way. */
    CALLBACK_TAMPERED_TAG(Stage.CALLBACK, 1, "One bit of the tag of the callback's content is flipped."),
    /** A forgery by somebody who has the certificate. */
    CALLBACK_FOREIGN_KEY(
            Stage.CALLBACK,
            1,
            "The callback is sealed under a key that getKey never gave; secretKey holds it under the client's KEK."),
    /** A key that the client does not know yet. */
    CALLBACK_NEW_CEK(Stage.CALLBACK, 1, "The client's CEK is renewed just before, and the callback uses the new one."),
    /** A failure in place of the result. */
    CALLBACK_ERROR_CODE(
            Stage.CALLBACK, 1, "The callback has 'code' (default D20000) and only businessID and state as content."),
    /** The other form of the body. */
    CALLBACK_MULTIPART(
            Stage.CALLBACK,
            1,
            "The callback comes as multipart/form-data with one JSON part, though nobody asked for it."),
    /** A signature that is none. */
    SIGNATURE_WRONG(Stage.SIGNING, 1, "One bit of the signature is flipped, of a hash or inside the PKCS#7 of a PDF."),
    /** A signature of somebody else. */
    SIGNATURE_FOREIGN_CERTIFICATE(
            Stage.SIGNING,
            1,
            "The signature is right, but its certificate comes from an authority of the same name that nobody trusts."),
    /** A signature of something else. */
    SIGNATURE_OTHER_HASH(
            Stage.SIGNING, 1, "Another hash than the one that was asked for is signed, rightly, and answered."),
    /** The other form of the plaintext. */
    CALLBACK_BARE_CONTENT(
            Stage.CALLBACK, 1, "The callback's plaintext is the result itself, with no envelope around it."),
    /** An envelope that does not say how it ended. */
    CALLBACK_NESTED_WITHOUT_CODE(
            Stage.CALLBACK, 1, "The envelope that is the callback's plaintext has no code; the one around it has."),
    /** JSON inside JSON. */
    CALLBACK_NESTED_AS_TEXT(
            Stage.CALLBACK,
            1,
            "The envelope that is the callback's plaintext has the result as JSON text, not as an object."),
    /** A failure that is not encrypted. */
    CALLBACK_FAILURE_IN_CLEAR(
            Stage.CALLBACK,
            1,
            "The next callback about a failure has its businessID and state in clear, and no secretKey."),
    /** A failure that names nothing. */
    CALLBACK_FAILURE_WITHOUT_CONTENT(
            Stage.CALLBACK, 1, "The next callback about a failure has neither content nor secretKey."),
    /** Somebody else's state. */
    CALLBACK_WRONG_STATE(Stage.CALLBACK, 1, "The callback's content has another state than the request."),
    /** A callback that is signed as a request is, as one sample of the sister system shows. */
    CALLBACK_SIGNED(
            Stage.CALLBACK, 1, "The callback brings the five headers that sign a request, right for its exact body."),
    /** Somebody else's signature. */
    CALLBACK_WRONG_SIGNATURE(
            Stage.CALLBACK, 1, "The callback brings the five headers that sign a request, made with another secret."),
    /** A lost token. */
    BULK_TOKEN_DROP(Stage.CALLBACK, 1, "The callback with the token of a bulk signing is not sent."),
    /** A document that is left out. */
    BULK_DOCUMENT_UNSIGNED(
            Stage.SIGNING,
            1,
            "One document of a bulk signing cannot be signed: it is not in the file, and failSignNum counts it."),
    /** The other form of the file. */
    BULK_FILE_WITH_BRACES(Stage.CALLBACK, 1, "The file with signatures of a bulk signing has braces around its JSON."),
    /** A file that is encrypted. */
    BULK_FILE_SEALED(
            Stage.CALLBACK,
            1,
            "The file with signatures of a bulk signing is sealed as a content is, under the CEK of the callback.");

    /** When a fault shows itself. */
    public enum Stage {
        /** Instead of the gateway. */
        INSTEAD,
        /** Before the checks. */
        BEFORE,
        /** After the checks, instead of the action. */
        HANDLING,
        /** While the answer is sent. */
        ANSWER,
        /** Inside getKey. */
        KEY,
        /** In the browser's redirect. */
        REDIRECT,
        /** Where the result of an anonymous request is fetched. */
        RESULT,
        /** When a user approves a signing that needs a step-up. */
        STEP_UP,
        /** Where the certification authority answers. */
        AUTHORITY,
        /** While somebody signs. */
        SIGNING,
        /** In the callback. */
        CALLBACK
    }

    private final Stage stage;
    private final int defaultTimes;
    private final String sentence;

    FaultKind(Stage stage, int defaultTimes, String sentence) {
        this.stage = stage;
        this.defaultTimes = defaultTimes;
        this.sentence = sentence;
    }

    /** {@return the name in the control API: lower case with hyphens} */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * {@return the kind of this name, if there is one}
     *
     * @param wireName as in {@link #wireName()}
     */
    public static Optional<FaultKind> of(String wireName) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName().equals(wireName))
                .findFirst();
    }

    /** {@return when it shows itself} */
    public Stage stage() {
        return stage;
    }

    /** {@return how often it happens unless told otherwise; 0 = until cleared} */
    public int defaultTimes() {
        return defaultTimes;
    }

    /** {@return one sentence that says what it does} */
    public String sentence() {
        return sentence;
    }
}
