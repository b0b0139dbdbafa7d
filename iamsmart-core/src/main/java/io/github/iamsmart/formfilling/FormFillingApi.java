package io.github.iamsmart.formfilling;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.environment.Api;
import io.github.iamsmart.error.GatewayException;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.internal.flow.AnonymousFlow;
import io.github.iamsmart.internal.flow.FlowContext;
import io.github.iamsmart.internal.flow.Initiation;
import io.github.iamsmart.internal.gateway.ApiCall.Repeat;
import io.github.iamsmart.internal.json.Json;
import io.github.iamsmart.request.AnonymousRequest;
import io.github.iamsmart.request.AppLink;
import io.github.iamsmart.request.BusinessId;
import io.github.iamsmart.request.InitiatedRequest;
import io.github.iamsmart.request.RequestOptions;
import io.github.iamsmart.request.Scope;
import io.github.iamsmart.request.State;
import io.github.iamsmart.signin.AccessToken;
import io.github.iamsmart.signin.AnonymousReturn;
import io.github.iamsmart.signin.AuthorizationRedirect;
import io.github.iamsmart.tracking.RequestKind;
import io.github.iamsmart.tracking.RequestOutcome;
import java.util.Set;

/**
 * Fills a form with what the user keeps in the app (e-ME), with a sign-in before it or without. Thread-safe.
 *
 * <p><strong>With a sign-in</strong> (the token needs the scope {@code eidapi_formFilling}): {@link #initiate}; the
 * result comes by callback, within 18 minutes [S], as an outcome of {@link #KIND}.
 *
 * <p><strong>Anonymous</strong>: {@link #initiateAnonymous}, keep its business id and state for this browser, send the
 * browser to {@code signIn().authorizationUri(AuthorizationRequest.of(request))}, and when it comes back
 * {@link #completeAnonymous}. The outcome is returned at once, and delivered as one of {@link #ANONYMOUS_KIND} too;
 * that is how the application hears of users who never come back.
 */
public final class FormFillingApi {

    /** The kind of requests with a sign-in before them. */
    public static final RequestKind<FormFillingResult> KIND =
            RequestKind.of("form-filling", FormFillingResult.class, RequestKind.LIFETIME, FormFillingResult::read);

    /** The kind of anonymous requests, whose ticket lives for 18 minutes [D]. */
    public static final RequestKind<FormFillingResult> ANONYMOUS_KIND = RequestKind.anonymous(
            "anonymous-form-filling", FormFillingResult.class, RequestKind.LIFETIME, FormFillingResult::read);

    private static final Initiation INITIATION = new Initiation(Api.FORM_FILLING, KIND, AppLink.Context.FORM_FILLING);

    private static final AnonymousFlow<FormFillingResult> ANONYMOUS = new AnonymousFlow<>(
            Api.ANONYMOUS_FORM_FILLING, Api.ANONYMOUS_FORM_FILLING_RESULT, ANONYMOUS_KIND, Set.of(Scope.FORM_FILLING));

    private final FlowContext context;

    /**
     * Made by the client.
     *
     * @param context what the client lends
     */
    public FormFillingApi(FlowContext context) {
        this.context = context;
    }

    /**
     * Sends a request for a signed-in user [1][D]. Blocks for one call.
     *
     * @param token the user's access token
     * @param request which data for which form
     * @param options from where, and where the result goes
     * @return what the page has to do now
     * @throws IamSmartException if the gateway does not accept it
     */
    public InitiatedRequest initiate(AccessToken token, FormFillingRequest request, RequestOptions options) {
        return INITIATION.send(context, token.value(), token.tokenisedId().value(), options, request.body());
    }

    /**
     * Reads data of a signed-in user at once, without asking him again [1]. The token needs the scope
     * {@code eidapi_profiles}. What the request says about the form itself is not sent. Blocks for one call.
     *
     * @param token the user's access token
     * @param request which data
     * @return the data that the gateway gave
     * @throws IamSmartException if the gateway refuses, for example with {@code D20012} where the scope was not granted
     */
    public FormFillingResult withoutPrompt(AccessToken token, FormFillingRequest request) {
        ObjectNode body = request.fields()
                .put("accessToken", token.value())
                .put("openID", token.tokenisedId().value());
        return FormFillingResult.read(
                context.call(Api.PROFILE_WITHOUT_PROMPT, Repeat.IF_NOT_CARRIED_OUT, Json.write(body)));
    }

    /**
     * Sends a request for a user who has not signed in [1][D]. Blocks for one call.
     *
     * @param request which data for which form
     * @param options from where, and where the browser comes back to
     * @return where to send the browser now, and what to keep for it
     * @throws IamSmartException if the gateway does not accept it
     */
    public AnonymousRequest initiateAnonymous(FormFillingRequest request, RequestOptions options) {
        return ANONYMOUS.initiate(context, options, request.body());
    }

    /**
     * Takes the browser's return: exchanges the code and fetches the result, once, and stores it before it is returned
     * [1][D]. A page that is loaded again gets the same outcome. Blocks for two calls.
     *
     * <p>The business id and the state must be those that <em>this browser</em> was given, from its session for
     * instance, never those of the redirect itself: that is what keeps others from finishing their request in its
     * place.
     *
     * @param redirect what the browser brought back, by {@code signIn().parseRedirect(…)}
     * @param businessId of the request that this browser began
     * @param state the one that this browser was given
     * @return how the request ended
     * @throws ProtocolException if the redirect belongs to another request, or is being dealt with already
     * @throws GatewayException if the gateway refuses for reasons that do not lie with the user; the request stays open
     * @throws IamSmartException for other failures on the way; the request stays open until it expires
     */
    public RequestOutcome<FormFillingResult> completeAnonymous(
            AuthorizationRedirect redirect, BusinessId businessId, State state) {
        return ANONYMOUS.complete(context, AnonymousReturn.of(context, redirect), businessId, state);
    }
}
