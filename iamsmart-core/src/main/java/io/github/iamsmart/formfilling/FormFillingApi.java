package io.github.iamsmart.formfilling;

import io.github.iamsmart.error.GatewayException;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.identity.AccessToken;
import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.requests.AnonymousRequest;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.InitiatedRequest;
import io.github.iamsmart.requests.RequestKind;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.requests.State;
import io.github.iamsmart.signin.AuthorizationRedirect;

/**
 * Fills a form with the data that the user keeps in the app (e-ME). Thread-safe.
 *
 * <p><strong>Signed in</strong> (the token needs the scope {@code eidapi_formFilling}): call {@link #initiate}. The
 * result comes by callback, within 18 minutes [S], as an outcome of {@link #KIND}.
 *
 * <p><strong>Anonymous</strong>: call {@link #initiateAnonymous}, store its business id and state for this browser,
 * send the browser to {@code signIn().authorizationUri(AuthorizationRequest.of(request))}, and call
 * {@link #completeAnonymous} when it comes back. The outcome is returned at once and also delivered to the handler of
 * {@link #ANONYMOUS_KIND}, so that the application also learns about users who never come back.
 */
public interface FormFillingApi {

    /** Requests of signed-in users: the path [1], the screen [W]. */
    RequestKind<FormFillingResult> KIND = RequestKind.builder(
                    "form-filling", FormFillingResult.class, FormFillingResult::fromJson)
            .path("/api/v1/account/eme/initiateRequest")
            .screen("eme")
            .scopes(Scope.FORM_FILLING)
            .build();

    /** Anonymous requests [1] [D], whose ticket is valid for 18 minutes [D]. */
    RequestKind<FormFillingResult> ANONYMOUS_KIND = KIND.anonymous()
            .path("/api/v1/anonymous/eme/initiateRequest")
            .resultPath("/api/v1/anonymous/eme/getResult")
            .build();

    /**
     * Sends a request for a signed-in user [1] [D]. Blocks for one call.
     *
     * @param token the user's access token
     * @param request which data for which form
     * @param options the source, and where the result goes
     * @return what the page has to do next
     * @throws IamSmartException if the gateway does not accept it
     */
    InitiatedRequest initiate(AccessToken token, FormFillingRequest request, RequestOptions options);

    /**
     * Reads data of a signed-in user at once, without asking them again [1]. The token needs the scope
     * {@code eidapi_profiles}, which is for government bureaux and departments only [D]. What the request says about
     * the form itself is not sent. Blocks for one call.
     *
     * @param token the user's access token
     * @param request which data
     * @return the data that the gateway sent
     * @throws IamSmartException if the gateway refuses, for example with {@code D20012} if the scope was not granted
     */
    FormFillingResult withoutPrompt(AccessToken token, FormFillingRequest request);

    /**
     * Sends a request for an anonymous user [1] [D]. Blocks for one call.
     *
     * @param request which data for which form
     * @param options the source, and where the browser comes back to
     * @return where to send the browser now, and what to store for it
     * @throws IamSmartException if the gateway does not accept it
     */
    AnonymousRequest initiateAnonymous(FormFillingRequest request, RequestOptions options);

    /**
     * Handles the browser's return: exchanges the code, fetches the result, once, and stores it before returning it [1]
     * [D]. A reloaded page gets the same outcome. Blocks for two calls.
     *
     * <p>The business id and the state must be those that were issued to <em>this browser</em>, for example from its
     * session, never those of the redirect itself: otherwise other users could complete their request in its place.
     *
     * @param redirect what the browser brought back, read by {@code signIn().parseRedirect(…)}
     * @param businessId the business id of the request that this browser started
     * @param state the state that was issued to this browser
     * @return how the request ended
     * @throws ProtocolException if the redirect belongs to another request, or is already being processed
     * @throws GatewayException if the gateway refuses for reasons that do not lie with the user; the request stays open
     * @throws IamSmartException for transport and other failures; the request stays open until it expires
     */
    RequestOutcome<FormFillingResult> completeAnonymous(
            AuthorizationRedirect redirect, BusinessId businessId, State state);
}
