package io.github.iamsmart.ccic;

import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.identity.AccessToken;
import io.github.iamsmart.requests.InitiatedRequest;
import io.github.iamsmart.requests.RequestKind;
import io.github.iamsmart.requests.RequestOptions;
import java.util.Map;

/**
 * Verification of a consular corps identity card (CCIC). Thread-safe.
 *
 * <p>No public source shows its path or its fields. That it works like the other requests is a guess [?]: take the
 * path, the members and the name of the app's screen from your API specification, and set the path with
 * {@code ApiPaths.with("ccic-verification", "/…")}.
 *
 * <p>The result comes by callback, as an outcome of {@link #KIND}.
 */
public interface CcicVerificationApi {

    /** CCIC verifications: neither path nor screen is public [?]. */
    RequestKind<CcicVerificationResult> KIND = RequestKind.builder(
                    "ccic-verification", CcicVerificationResult.class, CcicVerificationResult::fromJson)
            .build();

    /**
     * Sends the request with the members that all requests have. Blocks for one call.
     *
     * @param token the user's access token
     * @param options the source, and where the result goes
     * @return what the page has to do next; without an app link unless the screen of the app is configured
     * @throws ConfigurationException if its path is not configured; nothing is sent
     * @throws IamSmartException if the gateway does not accept it
     */
    default InitiatedRequest initiate(AccessToken token, RequestOptions options) {
        return initiate(token, Map.of(), options);
    }

    /**
     * Sends the request with additional members. Blocks for one call.
     *
     * @param token the user's access token
     * @param members the members that your specification requires beyond those that all requests have: names to texts,
     *     numbers, booleans, lists or maps of them
     * @param options the source, and where the result goes
     * @return what the page has to do next; without an app link unless the screen of the app is configured
     * @throws ConfigurationException if its path is not configured; nothing is sent
     * @throws IamSmartException if the gateway does not accept it
     */
    InitiatedRequest initiate(AccessToken token, Map<String, ?> members, RequestOptions options);
}
