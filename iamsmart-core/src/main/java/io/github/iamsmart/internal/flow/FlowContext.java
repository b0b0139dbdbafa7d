package io.github.iamsmart.internal.flow;

import io.github.iamsmart.device.AppLink;
import io.github.iamsmart.device.Language;
import io.github.iamsmart.environment.Api;
import io.github.iamsmart.environment.ApiPaths;
import io.github.iamsmart.environment.Environment;
import io.github.iamsmart.internal.gateway.ApiCall;
import io.github.iamsmart.internal.gateway.ApiCall.Repeat;
import io.github.iamsmart.internal.gateway.SealedCalls;
import io.github.iamsmart.internal.requests.RequestTracker;
import io.github.iamsmart.internal.text.QueryText;
import io.github.iamsmart.signin.DirectLoginFlag;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What every flow of one client shares.
 *
 * @param clientId the online service
 * @param environment the gateway
 * @param paths where its calls are
 * @param appLinks open the app that belongs to it
 * @param language used where a request names none
 * @param encodeRedirectUri whether requests percent-encode where their answer goes
 * @param calls makes encrypted calls
 * @param tracker follows requests to their end
 * @param businessIdInGetResult the kinds of anonymous requests whose result is fetched with the business id
 * @param directLoginFlag how the exchange of a code names Direct Login v2
 * @param ownAppCalls where the calls of a service that is itself an app are, if it has them
 * @param clock the time
 */
public record FlowContext(
        String clientId,
        Environment environment,
        ApiPaths paths,
        AppLink appLinks,
        Language language,
        boolean encodeRedirectUri,
        SealedCalls calls,
        RequestTracker tracker,
        Set<String> businessIdInGetResult,
        DirectLoginFlag directLoginFlag,
        OwnAppCalls ownAppCalls,
        Clock clock) {

    /**
     * Makes an encrypted call that must bring content.
     *
     * @param api which call
     * @param repeat what may be done after a failure of the transport
     * @param plaintext the business object, UTF-8 JSON
     * @return the business object of the answer, UTF-8 JSON
     */
    public byte[] call(Api api, Repeat repeat, byte[] plaintext) {
        return calls.call(new ApiCall(paths.path(api), repeat), plaintext);
    }

    /**
     * Makes an encrypted call that must bring content, and says when it is about to be sent.
     *
     * @param path of the call
     * @param repeat what may be done after a failure of the transport
     * @param plaintext the business object, UTF-8 JSON
     * @param beforeSending runs once, before anything of the call leaves
     * @return the business object of the answer, UTF-8 JSON
     */
    byte[] call(String path, Repeat repeat, byte[] plaintext, Runnable beforeSending) {
        return calls.call(new ApiCall(path, repeat), plaintext, beforeSending);
    }

    /**
     * Makes an encrypted call whose success need not bring content.
     *
     * @param api which call
     * @param plaintext the business object, UTF-8 JSON
     * @return the business object of the answer, UTF-8 JSON, if there is any
     */
    public Optional<byte[]> send(Api api, byte[] plaintext) {
        return calls.callForOptionalContent(new ApiCall(paths.path(api), Repeat.IF_NOT_CARRIED_OUT), plaintext);
    }

    /**
     * {@return the absolute URL of a page of the gateway}
     *
     * @param api which page
     * @param query its parameters in their order
     */
    public URI page(Api api, Map<String, String> query) {
        return URI.create(environment.browserBaseUrl() + paths.path(api) + "?" + QueryText.of(query));
    }
}
