package io.github.iamsmart.environment;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The gateway's APIs that this SDK calls, each with its default path and the mark of how sure that path is. */
public enum Api {
    /** The page that begins a sign-in in the browser [D][W]. */
    GET_QR("/auth/getQR"),
    /** Authorization code to access token [D][W]. */
    GET_TOKEN("/auth/getToken"),
    /** Fetches the content encryption key [D][W]. */
    GET_KEY("/security/getKey"),
    /** Revokes the content encryption key [D][W]. */
    REVOKE_KEY("/security/revokeKey"),
    /** Profile with the user's consent [W]. */
    PROFILE("/account/auth/profile/initiateRequest"),
    /** Profile without a prompt [1]. */
    PROFILE_WITHOUT_PROMPT("/profiles"),
    /** Form filling, e-ME [1]. */
    FORM_FILLING("/account/eme/initiateRequest"),
    /** Re-authentication [1]. */
    REAUTHENTICATION("/account/stepup/initiateRequest"),
    /** Verification of a consular corps identity card; no path is public, so there is no default [?]. */
    CCIC_VERIFICATION(null),
    /** Form filling without a sign-in before it [1][D]. */
    ANONYMOUS_FORM_FILLING("/anonymous/eme/initiateRequest"),
    /** The result of form filling without a sign-in [1][D]. */
    ANONYMOUS_FORM_FILLING_RESULT("/anonymous/eme/getResult"),
    /** Signing of a document's hash [W]. */
    HASH_SIGNING("/account/signing/initiateRequest"),
    /** Signing of a PDF [1][D]. */
    PDF_SIGNING("/account/pdfsigning/initiateRequest"),
    /** Acknowledges the result of a signing [1][D]. */
    SIGNING_ACKNOWLEDGEMENT("/account/signing/ackResult"),
    /** Signing of a hash without a sign-in before it [1][D]. */
    ANONYMOUS_HASH_SIGNING("/anonymous/signing/initiateRequest"),
    /** The result of signing a hash without a sign-in [1][D]. */
    ANONYMOUS_HASH_SIGNING_RESULT("/anonymous/signing/getResult"),
    /** Signing of a PDF without a sign-in before it [1][D]. */
    ANONYMOUS_PDF_SIGNING("/anonymous/pdfsigning/initiateRequest"),
    /** The result of signing a PDF without a sign-in [1][D]. */
    ANONYMOUS_PDF_SIGNING_RESULT("/anonymous/pdfsigning/getResult"),
    /** Signing of many documents with one consent [?]. */
    BULK_SIGNING("/account/bdss/initiateRequest"),
    /** Acknowledges the results of a bulk signing [?]. */
    BULK_SIGNING_ACKNOWLEDGEMENT("/account/bdss/ackResult"),
    /** Asks how far a bulk signing is [?]. */
    BULK_SIGNING_STATUS("/account/bdss/enquireStatus"),
    /** Cancels a bulk signing that the user has not begun [?]. */
    BULK_SIGNING_CANCEL("/account/bdss/cancelRequest"),
    /** Bulk signing without a sign-in before it [?]. */
    ANONYMOUS_BULK_SIGNING("/anonymous/bdss/initiateRequest"),
    /** The token of a bulk signing without a sign-in [?]. */
    ANONYMOUS_BULK_SIGNING_TOKEN("/anonymous/bdss/getBSQCToken");

    /** What every default path begins with [D][W]. */
    private static final String PREFIX = "/api/v1";

    private final @Nullable String path;

    Api(@Nullable String path) {
        this.path = path;
    }

    /**
     * Returns the path that is used unless another one is configured.
     *
     * @return the path below the base URL, empty where none is publicly known
     */
    public Optional<String> defaultPath() {
        return Optional.ofNullable(path).map(PREFIX::concat);
    }

    /**
     * Returns the name of the API in configuration.
     *
     * @return for example {@code get-token}
     */
    public String propertyName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
