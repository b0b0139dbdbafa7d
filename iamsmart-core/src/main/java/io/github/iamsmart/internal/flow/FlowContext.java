package io.github.iamsmart.internal.flow;

import io.github.iamsmart.environment.Api;
import io.github.iamsmart.environment.ApiPaths;
import io.github.iamsmart.environment.Environment;
import io.github.iamsmart.internal.gateway.ApiCall;
import io.github.iamsmart.internal.gateway.SealedCalls;
import io.github.iamsmart.request.AppLink;
import io.github.iamsmart.request.Language;
import io.github.iamsmart.tracking.RequestTracker;
import java.net.URI;
import java.time.Clock;

/**
 * What the client lends to the API of each flow.
 *
 * @param clientId the online service
 * @param environment the gateway
 * @param paths where its APIs are
 * @param appLinks open the app that belongs to it
 * @param language used where a request names none
 * @param calls makes encrypted calls
 * @param tracker follows requests to their end
 * @param businessIdInGetResult whether the business id goes along when the result of an anonymous request is fetched
 * @param clock the time
 */
public record FlowContext(
        String clientId,
        Environment environment,
        ApiPaths paths,
        AppLink appLinks,
        Language language,
        SealedCalls calls,
        RequestTracker tracker,
        boolean businessIdInGetResult,
        Clock clock) {

    /**
     * Makes an encrypted call that must bring content.
     *
     * @param api which API
     * @param repeat what may be done after a failure of the transport
     * @param plaintext the business object as UTF-8 JSON
     * @return the business object of the answer as UTF-8 JSON
     */
    public byte[] call(Api api, ApiCall.Repeat repeat, byte[] plaintext) {
        return calls.call(new ApiCall(paths.path(api), repeat), plaintext);
    }

    /**
     * Makes an encrypted call that must bring content, and tells when it is about to be sent.
     *
     * @param api which API
     * @param repeat what may be done after a failure of the transport
     * @param plaintext the business object as UTF-8 JSON
     * @param beforeSending is run once, before anything of the call leaves
     * @return the business object of the answer as UTF-8 JSON
     */
    public byte[] call(Api api, ApiCall.Repeat repeat, byte[] plaintext, Runnable beforeSending) {
        return calls.call(new ApiCall(paths.path(api), repeat), plaintext, beforeSending);
    }

    /**
     * Returns where a browser finds a page of the gateway.
     *
     * @param api which page
     * @param query the query, percent-encoded
     * @return the absolute URL
     */
    public URI page(Api api, String query) {
        return URI.create(environment.baseUrl() + paths.path(api) + "?" + query);
    }
}
