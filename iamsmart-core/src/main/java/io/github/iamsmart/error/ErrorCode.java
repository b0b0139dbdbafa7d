package io.github.iamsmart.error;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A result code of the gateway: an open value, so that a code that this version does not know stays readable. The
 * sister system CorpID writes {@code M} where iAM Smart writes {@code D}; below 80000 such twins are equal
 * ({@code M40000} equals {@code D40000}), while {@link #value()} keeps the original text. From {@code M80000} on its
 * codes mean other things: they stay themselves, unknown here. Immutable and thread-safe.
 *
 * <p>The {@linkplain io.github.iamsmart mark} after each constant says how sure its meaning is.
 */
public final class ErrorCode implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final Pattern TWIN = Pattern.compile("M[0-7][0-9]{4}");
    private static final Pattern UNPRINTABLE = Pattern.compile("[^\\x21-\\x7e]");
    private static final int PRINTED_LENGTH = 32;

    /** {@code D00000}: success [D] [W]. */
    public static final ErrorCode SUCCESS = of("D00000");
    /** {@code D10001}: the online service is suspended; a code of the sister system [D]. */
    public static final ErrorCode SERVICE_SUSPENDED = of("D10001");
    /** {@code D20000}: unknown exception in the gateway [D] [W]. */
    public static final ErrorCode UNKNOWN_EXCEPTION = of("D20000");
    /** {@code D20001}: a required parameter is missing [D] [W]. */
    public static final ErrorCode PARAMETER_MISSING = of("D20001");
    /** {@code D20002}: a required parameter is empty [D] [W]. */
    public static final ErrorCode PARAMETER_EMPTY = of("D20002");
    /** {@code D20003}: a parameter is invalid [D] [W]. */
    public static final ErrorCode PARAMETER_INVALID = of("D20003");
    /** {@code D20004}: duplicated request [D] [W]. */
    public static final ErrorCode REQUEST_DUPLICATED = of("D20004");
    /** {@code D20005}: the signature method is not supported [D] [W]. */
    public static final ErrorCode SIGNATURE_METHOD_NOT_SUPPORTED = of("D20005");
    /** {@code D20006}: the signature does not verify [D] [W]. */
    public static final ErrorCode SIGNATURE_INVALID = of("D20006");
    /** {@code D20007}: the source is not supported [D] [W]. */
    public static final ErrorCode SOURCE_NOT_SUPPORTED = of("D20007");
    /** {@code D20008}: the redirect URI is not registered for this client [D] [W]. */
    public static final ErrorCode REDIRECT_URI_NOT_REGISTERED = of("D20008");
    /** {@code D20009}: the access token is unknown or expired [D] [W]. */
    public static final ErrorCode ACCESS_TOKEN_INVALID = of("D20009");
    /** {@code D20010}: the Tokenised ID (openID) is unknown [D] [W]. */
    public static final ErrorCode TOKENISED_ID_UNKNOWN = of("D20010");
    /** {@code D20011}: the businessID was used before [D] [W]. */
    public static final ErrorCode BUSINESS_ID_DUPLICATED = of("D20011");
    /** {@code D20012}: the API or the scope is not granted to this client [D] [W]. */
    public static final ErrorCode API_OR_SCOPE_NOT_GRANTED = of("D20012");
    /** {@code D20015}: the scope does not match [D] [W]. */
    public static final ErrorCode SCOPE_MISMATCH = of("D20015");
    /** {@code D20022}: the gateway failed to encrypt [1]. */
    public static final ErrorCode GATEWAY_ENCRYPTION_FAILED = of("D20022");
    /** {@code D20026}: access denied [1]. */
    public static final ErrorCode ACCESS_DENIED = of("D20026");
    /** {@code D20027}: not found [1]. */
    public static final ErrorCode NOT_FOUND = of("D20027");
    /** {@code D30001}: the KEK is missing or expired [D] [W]. */
    public static final ErrorCode KEK_UNAVAILABLE = of("D30001");
    /** {@code D30002}: the CEK is missing or expired [D] [W]. */
    public static final ErrorCode CEK_UNAVAILABLE = of("D30002");
    /** {@code D30003}: encryption exception [D] [W]. */
    public static final ErrorCode ENCRYPTION_EXCEPTION = of("D30003");
    /** {@code D30004}: the gateway could not decrypt the content [D] [W]. */
    public static final ErrorCode DECRYPTION_EXCEPTION = of("D30004");
    /** {@code D40000}: the user cancelled the authentication [D] [W]. */
    public static final ErrorCode AUTHENTICATION_CANCELLED = of("D40000");
    /** {@code D40001}: the user rejected the authentication [D] [W]. */
    public static final ErrorCode AUTHENTICATION_REJECTED = of("D40001");
    /** {@code D40002}: the authentication failed [D] [W]. */
    public static final ErrorCode AUTHENTICATION_FAILED = of("D40002");
    /** {@code D40003}: the authentication timed out [D] [W]. */
    public static final ErrorCode AUTHENTICATION_TIMED_OUT = of("D40003");
    /** {@code D40004}: the authorization code is unknown, expired or used [D] [W]. */
    public static final ErrorCode AUTHORIZATION_CODE_INVALID = of("D40004");
    /** {@code D40035}: an error with the user's HKIC [1]. */
    public static final ErrorCode HKIC_ERROR = of("D40035");
    /** {@code D50001}: the user rejected the profile request [D] [W]. */
    public static final ErrorCode PROFILE_REJECTED = of("D50001");
    /** {@code D50002}: the profile request failed [D] [W]. */
    public static final ErrorCode PROFILE_FAILED = of("D50002");
    /** {@code D50003}: the profile request timed out [D] [W]. */
    public static final ErrorCode PROFILE_TIMED_OUT = of("D50003");
    /** {@code D60000}: the user cancelled the form filling [D] [W]. */
    public static final ErrorCode FORM_FILLING_CANCELLED = of("D60000");
    /** {@code D60001}: the user rejected the form filling [D] [W]. */
    public static final ErrorCode FORM_FILLING_REJECTED = of("D60001");
    /** {@code D60002}: the form filling failed [D] [W]. */
    public static final ErrorCode FORM_FILLING_FAILED = of("D60002");
    /** {@code D60003}: the form filling timed out [D] [W]. */
    public static final ErrorCode FORM_FILLING_TIMED_OUT = of("D60003");
    /** {@code D70000}: the user cancelled the signing [D] [W]. */
    public static final ErrorCode SIGNING_CANCELLED = of("D70000");
    /** {@code D70001}: the user rejected the signing [D] [W]. */
    public static final ErrorCode SIGNING_REJECTED = of("D70001");
    /** {@code D70002}: the signing failed [D] [W]. */
    public static final ErrorCode SIGNING_FAILED = of("D70002");
    /** {@code D70003}: the signing timed out [D] [W]. */
    public static final ErrorCode SIGNING_TIMED_OUT = of("D70003");
    /** {@code D70004}: the user may not sign (not iAM Smart+) [D] [W]. */
    public static final ErrorCode SIGNING_NOT_PERMITTED = of("D70004");
    /** {@code D70005}: the user's HKIC does not match HKICHash [D] [W]. */
    public static final ErrorCode SIGNING_HKIC_MISMATCH = of("D70005");
    /** {@code D70006}: the acknowledgement was not processed [D] [W]. */
    public static final ErrorCode SIGNING_ACKNOWLEDGEMENT_NOT_PROCESSED = of("D70006");
    /** {@code D71000}: the user cancelled the bulk signing [D] [W]. */
    public static final ErrorCode BULK_SIGNING_CANCELLED = of("D71000");
    /** {@code D71001}: the user rejected the bulk signing [D] [W]. */
    public static final ErrorCode BULK_SIGNING_REJECTED = of("D71001");
    /** {@code D71002}: the bulk signing failed [D] [W]. */
    public static final ErrorCode BULK_SIGNING_FAILED = of("D71002");
    /** {@code D71003}: the bulk signing timed out [D] [W]. */
    public static final ErrorCode BULK_SIGNING_TIMED_OUT = of("D71003");
    /** {@code D71004}: the user may not sign (not iAM Smart+) [D] [W]. */
    public static final ErrorCode BULK_SIGNING_NOT_PERMITTED = of("D71004");
    /** {@code D71005}: the user's HKIC does not match HKICHash [D] [W]. */
    public static final ErrorCode BULK_SIGNING_HKIC_MISMATCH = of("D71005");
    /** {@code D71006}: the acknowledgement was not processed [D] [W]. */
    public static final ErrorCode BULK_SIGNING_ACKNOWLEDGEMENT_NOT_PROCESSED = of("D71006");
    /** {@code D71007}: the bulk signing request to cancel is no longer pending [D] [W]. */
    public static final ErrorCode BULK_SIGNING_NOT_PENDING = of("D71007");
    /** {@code D71008}: the BSQC token of the bulk signing was not found [D] [W]. */
    public static final ErrorCode BULK_SIGNING_TOKEN_NOT_FOUND = of("D71008");
    /** {@code D71009}: the department or service name is inconsistent [D] [W]. */
    public static final ErrorCode BULK_SIGNING_NAME_INCONSISTENT = of("D71009");
    /** {@code D77000}: the step-up before signing failed; a code of the sister system [D], for iAM Smart likely [?]. */
    public static final ErrorCode STEP_UP_FAILED = of("D77000");
    /**
     * {@code D77001}: the face check of a step-up failed; a code of the sister system [D], for iAM Smart likely [?].
     */
    public static final ErrorCode STEP_UP_FACE_CHECK_FAILED = of("D77001");
    /** {@code D77002}: the NFC check of a step-up failed; a code of the sister system [D], for iAM Smart likely [?]. */
    public static final ErrorCode STEP_UP_NFC_FAILED = of("D77002");
    /** {@code D77003}: the device has no NFC; a code of the sister system [D], for iAM Smart likely [?]. */
    public static final ErrorCode STEP_UP_NFC_NOT_AVAILABLE = of("D77003");
    /** {@code D77004}: the account waits; a code of the sister system [D], for iAM Smart likely [?]. */
    public static final ErrorCode STEP_UP_ACCOUNT_WAITING = of("D77004");
    /** {@code D80001}: the user rejected the re-authentication [D] [W]. */
    public static final ErrorCode REAUTHENTICATION_REJECTED = of("D80001");
    /** {@code D80002}: the re-authentication failed [D] [W]. */
    public static final ErrorCode REAUTHENTICATION_FAILED = of("D80002");
    /** {@code D80003}: the re-authentication timed out [D] [W]. */
    public static final ErrorCode REAUTHENTICATION_TIMED_OUT = of("D80003");

    private final String value;
    private final String canonicalValue;

    private ErrorCode(String value) {
        this.value = value;
        this.canonicalValue = TWIN.matcher(value).matches() ? "D" + value.substring(1) : value;
    }

    /**
     * {@return the code with this text, known or not}
     *
     * @param value the text as it came
     */
    public static ErrorCode of(String value) {
        return new ErrorCode(value);
    }

    /** {@return the codes that this version knows, in ascending order} */
    public static List<ErrorCode> known() {
        return CodeTable.all().stream().map(code -> of(code.value())).toList();
    }

    /**
     * {@return the text exactly as it came} A code in a redirect passes through the user's browser: treat the text as
     * untrusted input, and prefer {@link #toString()} for logs and pages.
     */
    public String value() {
        return value;
    }

    /**
     * {@return the {@code D} form, by which codes are compared: {@code D40000} for both twins; the text itself for a
     * code without a twin}
     */
    public String canonicalValue() {
        return canonicalValue;
    }

    /** {@return what the code means and what a developer can do, in English} */
    public String meaning() {
        CodeTable.Row known = entry();
        return known == null ? "a code that this version of the SDK does not know" : known.meaning();
    }

    /** {@return the mark of the meaning, such as {@code [D][W]}; {@code [?]} for an unknown code} */
    public String mark() {
        CodeTable.Row known = entry();
        return known == null ? "[?]" : known.mark();
    }

    /** {@return what the code means for its request} For an unknown code, only the series is known. */
    public ErrorCategory category() {
        CodeTable.Row known = entry();
        return known == null ? ErrorCategory.ofUnknown(canonicalValue) : known.category();
    }

    /** {@return whether this version knows the code} */
    public boolean isKnown() {
        return entry() != null;
    }

    /** {@return whether the request succeeded; only the code decides that} */
    public boolean isSuccess() {
        return category() == ErrorCategory.SUCCESS;
    }

    /**
     * {@return whether the same request may succeed when it is sent again, freshly signed and otherwise unchanged} It
     * does not say that sending again is safe: an authorization code can be exchanged only once, and a request must not
     * reach the user's phone twice. {@code false} for an unknown code, and where only the user can try again.
     */
    public boolean retryCanHelp() {
        CodeTable.Row known = entry();
        return known != null && known.retryCanHelp();
    }

    /**
     * {@return the message for the user, in plain text: what happened and what to do next} An unknown code gets a
     * generic message. The message never reveals the state of the user's account.
     *
     * @param locale {@code zh-Hant}, {@code zh-HK}, {@code zh-MO}, {@code zh-TW} and {@code yue} select Traditional
     *     Chinese (Hong Kong), every other {@code zh} Simplified Chinese, everything else English; the JVM's default
     *     locale is not used
     */
    public String userMessage(Locale locale) {
        CodeTable.Row known = entry();
        UserMessage message = known == null ? UserMessage.NOT_COMPLETED : known.userMessage();
        return message.text(locale);
    }

    private CodeTable.@Nullable Row entry() {
        return CodeTable.find(canonicalValue);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ErrorCode code && canonicalValue.equals(code.canonicalValue);
    }

    @Override
    public int hashCode() {
        return canonicalValue.hashCode();
    }

    /**
     * {@return the text as it came, made safe for a log: visible ASCII only, {@code ?} for the rest, at most 32
     * characters}
     */
    @Override
    public String toString() {
        boolean tooLong = value.length() > PRINTED_LENGTH;
        String shown = tooLong ? value.substring(0, PRINTED_LENGTH - 3) + "..." : value;
        return UNPRINTABLE.matcher(shown).replaceAll("?");
    }
}
