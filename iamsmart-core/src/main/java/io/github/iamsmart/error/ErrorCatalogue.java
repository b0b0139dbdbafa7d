package io.github.iamsmart.error;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The codes that this version of the SDK knows. */
final class ErrorCatalogue {
    private static final String DOCUMENTED = "[D]";
    private static final String DOCUMENTED_AND_SEEN = "[D][W]";
    private static final String SEEN_ONCE = "[1]";

    private static final Map<String, KnownCode> CODES = codes();

    private ErrorCatalogue() {}

    static @Nullable KnownCode find(String value) {
        return CODES.get(value);
    }

    /** In ascending order. */
    static Collection<KnownCode> all() {
        return CODES.values();
    }

    private static Map<String, KnownCode> codes() {
        Entries codes = new Entries();
        codes.add("D00000", DOCUMENTED_AND_SEEN, "success", UserMessage.SUCCESS);
        codes.add(
                "D10001",
                DOCUMENTED,
                "the online service is suspended (a code of the sister system CorpID): ask the operator of iAM Smart",
                UserMessage.SERVICE_UNAVAILABLE);
        codes.retryable(
                "D20000", DOCUMENTED_AND_SEEN, "unknown exception in the gateway", UserMessage.TRY_AGAIN_SHORTLY);
        codes.add("D20001", DOCUMENTED_AND_SEEN, "a required parameter is missing", UserMessage.TECHNICAL_PROBLEM);
        codes.add("D20002", DOCUMENTED_AND_SEEN, "a required parameter is empty", UserMessage.TECHNICAL_PROBLEM);
        codes.add("D20003", DOCUMENTED_AND_SEEN, "a parameter is invalid", UserMessage.TECHNICAL_PROBLEM);
        codes.retryable(
                "D20004",
                DOCUMENTED_AND_SEEN,
                "duplicated request: each request, a retry too, needs a nonce, timestamp and signature of its own",
                UserMessage.ALREADY_SENT);
        codes.add(
                "D20005",
                DOCUMENTED_AND_SEEN,
                "the signature method is not supported: only HmacSHA256 is",
                UserMessage.TECHNICAL_PROBLEM);
        codes.add(
                "D20006",
                DOCUMENTED_AND_SEEN,
                "the signature does not verify: check the client id and the client secret, and that nothing between here and the gateway rewrites the body",
                UserMessage.TECHNICAL_PROBLEM);
        codes.add(
                "D20007",
                DOCUMENTED_AND_SEEN,
                "the source is not supported: it must fit the user's browser or app",
                UserMessage.BROWSER_NOT_SUPPORTED);
        codes.add(
                "D20008",
                DOCUMENTED_AND_SEEN,
                "the redirect URI is not registered for this client: it must equal a registered one exactly",
                UserMessage.TECHNICAL_PROBLEM);
        codes.add(
                "D20009",
                DOCUMENTED_AND_SEEN,
                "the access token is unknown or expired: the user must sign in again",
                UserMessage.SIGN_IN_AGAIN);
        codes.add(
                "D20010",
                DOCUMENTED_AND_SEEN,
                "the Tokenised ID (openID) is unknown: use it exactly as it was received, with the access token that came with it",
                UserMessage.SIGN_IN_AGAIN);
        codes.add(
                "D20011",
                DOCUMENTED_AND_SEEN,
                "the businessID was used before: start a new request with a new one",
                UserMessage.ALREADY_SENT);
        codes.add(
                "D20012",
                DOCUMENTED_AND_SEEN,
                "the API or the scope is not granted to this client",
                UserMessage.TECHNICAL_PROBLEM);
        codes.add(
                "D20015",
                DOCUMENTED_AND_SEEN,
                "the scope does not match: the scopes of the sign-in must cover this call",
                UserMessage.TECHNICAL_PROBLEM);
        codes.retryable("D20022", SEEN_ONCE, "the gateway failed to encrypt", UserMessage.TRY_AGAIN_SHORTLY);
        codes.add("D20026", SEEN_ONCE, "access denied", UserMessage.TECHNICAL_PROBLEM);
        codes.add("D20027", SEEN_ONCE, "not found", UserMessage.TECHNICAL_PROBLEM);
        codes.retryable(
                "D30001",
                DOCUMENTED_AND_SEEN,
                "the KEK is missing or expired: check the encipherment certificate on the portal",
                UserMessage.TRY_AGAIN_SHORTLY);
        codes.retryable(
                "D30002",
                DOCUMENTED_AND_SEEN,
                "the CEK is missing or expired: fetch it again",
                UserMessage.TRY_AGAIN_SHORTLY);
        codes.retryable(
                "D30003",
                DOCUMENTED_AND_SEEN,
                "encryption exception: fetch the CEK again",
                UserMessage.TRY_AGAIN_SHORTLY);
        codes.retryable(
                "D30004",
                DOCUMENTED_AND_SEEN,
                "the gateway could not decrypt the content: fetch the CEK again",
                UserMessage.TRY_AGAIN_SHORTLY);
        codes.add(
                "D40000",
                DOCUMENTED_AND_SEEN,
                "the user cancelled the authentication",
                UserMessage.AUTHENTICATION_CANCELLED);
        codes.add(
                "D40001",
                DOCUMENTED_AND_SEEN,
                "the user rejected the authentication",
                UserMessage.AUTHENTICATION_REJECTED);
        codes.add("D40002", DOCUMENTED_AND_SEEN, "the authentication failed", UserMessage.AUTHENTICATION_FAILED);
        codes.add("D40003", DOCUMENTED_AND_SEEN, "the authentication timed out", UserMessage.AUTHENTICATION_TIMED_OUT);
        codes.add(
                "D40004",
                DOCUMENTED_AND_SEEN,
                "the authorization code is unknown, expired or used: it lives 60 seconds and works once",
                UserMessage.APPROVAL_EXPIRED);
        codes.add("D40035", SEEN_ONCE, "an error with the user's HKIC", UserMessage.HKIC_NOT_CONFIRMED);
        codes.add("D50001", DOCUMENTED_AND_SEEN, "the user rejected the profile request", UserMessage.PROFILE_REJECTED);
        codes.add("D50002", DOCUMENTED_AND_SEEN, "the profile request failed", UserMessage.PROFILE_FAILED);
        codes.add("D50003", DOCUMENTED_AND_SEEN, "the profile request timed out", UserMessage.PROFILE_TIMED_OUT);
        codes.add(
                "D60000",
                DOCUMENTED_AND_SEEN,
                "the user cancelled the form filling",
                UserMessage.FORM_FILLING_CANCELLED);
        codes.add(
                "D60001", DOCUMENTED_AND_SEEN, "the user rejected the form filling", UserMessage.FORM_FILLING_REJECTED);
        codes.add("D60002", DOCUMENTED_AND_SEEN, "the form filling failed", UserMessage.FORM_FILLING_FAILED);
        codes.add("D60003", DOCUMENTED_AND_SEEN, "the form filling timed out", UserMessage.FORM_FILLING_TIMED_OUT);
        codes.add("D70000", DOCUMENTED_AND_SEEN, "the user cancelled the signing", UserMessage.SIGNING_CANCELLED);
        codes.add("D70001", DOCUMENTED_AND_SEEN, "the user rejected the signing", UserMessage.SIGNING_REJECTED);
        codes.add("D70002", DOCUMENTED_AND_SEEN, "the signing failed", UserMessage.SIGNING_FAILED);
        codes.add("D70003", DOCUMENTED_AND_SEEN, "the signing timed out", UserMessage.SIGNING_TIMED_OUT);
        codes.add(
                "D70004",
                DOCUMENTED_AND_SEEN,
                "the user may not sign: signing needs iAM Smart+",
                UserMessage.SIGNING_NEEDS_PLUS);
        codes.add(
                "D70005",
                DOCUMENTED_AND_SEEN,
                "signing: the user's HKIC does not match HKICHash",
                UserMessage.SIGNING_HKIC_MISMATCH);
        codes.retryable(
                "D70006",
                DOCUMENTED_AND_SEEN,
                "signing: the acknowledgement was not processed: send it again",
                UserMessage.SIGNING_NOT_RECORDED);
        codes.add(
                "D71000",
                DOCUMENTED_AND_SEEN,
                "the user cancelled the bulk signing",
                UserMessage.BULK_SIGNING_CANCELLED);
        codes.add(
                "D71001", DOCUMENTED_AND_SEEN, "the user rejected the bulk signing", UserMessage.BULK_SIGNING_REJECTED);
        codes.add("D71002", DOCUMENTED_AND_SEEN, "the bulk signing failed", UserMessage.BULK_SIGNING_FAILED);
        codes.add("D71003", DOCUMENTED_AND_SEEN, "the bulk signing timed out", UserMessage.BULK_SIGNING_TIMED_OUT);
        codes.add(
                "D71004",
                DOCUMENTED_AND_SEEN,
                "the user may not sign: bulk signing needs iAM Smart+",
                UserMessage.SIGNING_NEEDS_PLUS);
        codes.add(
                "D71005",
                DOCUMENTED_AND_SEEN,
                "bulk signing: the user's HKIC does not match HKICHash",
                UserMessage.SIGNING_HKIC_MISMATCH);
        codes.retryable(
                "D71006",
                DOCUMENTED_AND_SEEN,
                "bulk signing: the acknowledgement was not processed: send it again",
                UserMessage.SIGNING_NOT_RECORDED);
        codes.add(
                "D71007",
                DOCUMENTED_AND_SEEN,
                "the bulk signing request to cancel is not pending any more",
                UserMessage.BULK_SIGNING_NOT_PENDING);
        codes.add(
                "D71008",
                DOCUMENTED_AND_SEEN,
                "the BSQC token of the bulk signing was not found",
                UserMessage.BULK_SIGNING_NOT_FOUND);
        codes.add(
                "D71009",
                DOCUMENTED_AND_SEEN,
                "bulk signing: the department or service name is inconsistent",
                UserMessage.TECHNICAL_PROBLEM);
        codes.add(
                "D80001",
                DOCUMENTED_AND_SEEN,
                "the user rejected the re-authentication",
                UserMessage.REAUTHENTICATION_REJECTED);
        codes.add("D80002", DOCUMENTED_AND_SEEN, "the re-authentication failed", UserMessage.REAUTHENTICATION_FAILED);
        codes.add(
                "D80003",
                DOCUMENTED_AND_SEEN,
                "the re-authentication timed out",
                UserMessage.REAUTHENTICATION_TIMED_OUT);
        return Collections.unmodifiableMap(codes.byValue);
    }

    private static final class Entries {
        private final Map<String, KnownCode> byValue = new LinkedHashMap<>();

        void add(String value, String mark, String meaning, UserMessage message) {
            byValue.put(value, new KnownCode(value, mark, meaning, false, message));
        }

        void retryable(String value, String mark, String meaning, UserMessage message) {
            byValue.put(value, new KnownCode(value, mark, meaning, true, message));
        }
    }
}
