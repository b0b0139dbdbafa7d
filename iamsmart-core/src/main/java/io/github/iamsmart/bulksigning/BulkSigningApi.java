package io.github.iamsmart.bulksigning;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.environment.Api;
import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.internal.flow.FlowContext;
import io.github.iamsmart.internal.flow.Initiation;
import io.github.iamsmart.internal.gateway.ApiCall;
import io.github.iamsmart.internal.gateway.ApiCall.Repeat;
import io.github.iamsmart.internal.json.Json;
import io.github.iamsmart.request.AnonymousRequest;
import io.github.iamsmart.request.AppLink;
import io.github.iamsmart.request.BusinessId;
import io.github.iamsmart.request.InitiatedRequest;
import io.github.iamsmart.request.RequestOptions;
import io.github.iamsmart.request.State;
import io.github.iamsmart.signin.AccessToken;
import io.github.iamsmart.signin.AnonymousReturn;
import io.github.iamsmart.signin.AuthorizationRedirect;
import io.github.iamsmart.signin.TokenisedId;
import io.github.iamsmart.signing.SigningAnswer;
import io.github.iamsmart.signing.StepUpFields;
import io.github.iamsmart.tracking.RequestKind;
import io.github.iamsmart.tracking.SealedAnswer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks users of iAM Smart+ to sign up to 1,000 documents with one consent, with a sign-in before it or without.
 * Thread-safe. All paths are guesses [?], and can be replaced with {@link io.github.iamsmart.environment.ApiPaths}.
 *
 * <p><strong>With a sign-in</strong> (the token needs the scope {@code eidapi_bulksign}, for a step-up
 * {@code eidapi_sua} too): {@link #initiate}; a first callback brings the token of the request, further ones its
 * signatures, within 18 minutes [S], and when all are there the outcome of {@link #KIND} is delivered.
 *
 * <p><strong>Anonymous</strong>: {@link #initiateAnonymous}, keep its business id and state for this browser, send the
 * browser to {@code signIn().authorizationUri(AuthorizationRequest.of(request))}, and when it comes back
 * {@link #completeAnonymous}. The signatures come by callback as above, as an outcome of {@link #ANONYMOUS_KIND}.
 */
public final class BulkSigningApi {

    /** The kind of bulk signing with a sign-in before it. */
    public static final RequestKind<BulkSigningResult> KIND =
            RequestKind.of("bulk-signing", BulkSigningResult.class, RequestKind.LIFETIME, BulkSigningResult::read);

    /** The kind of anonymous bulk signing. */
    public static final RequestKind<BulkSigningResult> ANONYMOUS_KIND = RequestKind.anonymous(
            "anonymous-bulk-signing", BulkSigningResult.class, RequestKind.LIFETIME, BulkSigningResult::read);

    /** Both kinds. */
    public static final List<RequestKind<?>> KINDS = List.of(KIND, ANONYMOUS_KIND);

    private static final Initiation SIGNED_IN = new Initiation(Api.BULK_SIGNING, KIND, AppLink.Context.BULK_SIGNING);

    private final FlowContext context;
    private final StepUpFields stepUpFields;
    private final AnonymousBulkSigning anonymous;
    private final BulkAssembly assembly;

    /**
     * Made by the client.
     *
     * @param context what the client lends
     * @param stepUpFields what the members of a step-up are called
     * @param assembly knows what has come
     */
    public BulkSigningApi(FlowContext context, StepUpFields stepUpFields, BulkAssembly assembly) {
        this.context = context;
        this.stepUpFields = stepUpFields;
        this.anonymous = new AnonymousBulkSigning(context, assembly);
        this.assembly = assembly;
    }

    /**
     * Asks a signed-in user to sign documents [?]. Blocks for one call.
     *
     * @param token the user's access token
     * @param request the documents, and what the user is told
     * @param options from where, and where the callbacks go
     * @return what the page has to do now
     * @throws IamSmartException if the gateway does not accept it, for example with {@code D71004} for a user without
     *     iAM Smart+
     */
    public InitiatedRequest initiate(AccessToken token, BulkSigningRequest request, RequestOptions options) {
        return SIGNED_IN.send(
                context,
                token.value(),
                token.tokenisedId().value(),
                options,
                request.body(resultUri(request, options), stepUpFields));
    }

    /**
     * Asks a user who has not signed in to sign documents [?]. Blocks for one call.
     *
     * @param request the documents, and what the user is told; it must name the {@linkplain BulkSigningRequest#hkicHash
     *     signer}
     * @param options from where, where the browser comes back to, and where the signatures go
     * @return where to send the browser now, and what to keep for it
     * @throws ConfigurationException if no signer is named; nothing is sent
     * @throws IamSmartException if the gateway does not accept it
     */
    public AnonymousRequest initiateAnonymous(BulkSigningRequest request, RequestOptions options) {
        if (request.hkicHash().isEmpty()) {
            throw new ConfigurationException("An anonymous bulk signing request must name who has to sign: set"
                    + " BulkSigningRequest.signer(Hkic).");
        }
        ObjectNode body = request.body(resultUri(request, options), stepUpFields);
        return anonymous.initiate(options, request.stepUp().isPresent(), body);
    }

    private static URI resultUri(BulkSigningRequest request, RequestOptions options) {
        return request.resultUri()
                .or(options::callbackUri)
                .orElseThrow(() -> new ConfigurationException("A bulk signing request needs a callbackUri in its"
                        + " RequestOptions, or a resultUri: the registered URL to which iAM Smart sends signatures."));
    }

    /**
     * Takes the browser's return after {@link #initiateAnonymous}: exchanges the code and fetches the token of the
     * request [?]. The signatures come by callback. Blocks for two calls.
     *
     * <p>The business id and the state must be those that <em>this browser</em> was given, from its session for
     * instance, never those of the redirect itself.
     *
     * @param redirect what the browser brought back, by {@code signIn().parseRedirect(…)}
     * @param businessId of the request that this browser began
     * @param state the one that this browser was given
     * @return what asks after the request; empty if the user refused, and then the request has ended
     * @throws ProtocolException if the redirect belongs to another request, came before, or is being dealt with
     * @throws IamSmartException for failures on the way; the request stays open until it expires
     */
    public Optional<BulkSigningHandle> completeAnonymous(
            AuthorizationRedirect redirect, BusinessId businessId, State state) {
        return anonymous.complete(AnonymousReturn.of(context, redirect), businessId, state);
    }

    /**
     * Returns what it takes to ask after a request and to cancel it. Makes no call.
     *
     * @param businessId the request
     * @param user the user who has signed in, or who has come back from {@link #initiateAnonymous}
     * @return the handle; empty until the callback with the token has come, or {@link #completeAnonymous} has fetched
     *     it, and after the request was forgotten
     */
    public Optional<BulkSigningHandle> handle(BusinessId businessId, TokenisedId user) {
        return assembly.token(businessId).map(token -> new BulkSigningHandle(businessId, token, user));
    }

    /**
     * Tells which callbacks with signatures have come, also of a request that has timed out. Makes no call.
     *
     * @param businessId the request
     * @return {@link BulkSigningProgress#NONE} for an unknown request
     */
    public BulkSigningProgress progress(BusinessId businessId) {
        return assembly.progress(businessId);
    }

    /**
     * Returns the signatures that have come, also those of a request that has timed out before all were there. They are
     * kept as long as the request. Makes no call.
     *
     * @param businessId the request
     * @return the signatures, not verified; none for an unknown request
     */
    public BulkSignatures signatures(BusinessId businessId) {
        return assembly.signatures(businessId);
    }

    /**
     * Asks the gateway how far a request is [?]. Blocks for one call.
     *
     * @param handle the request
     * @return its status; an unknown code stays readable
     * @throws IamSmartException if the gateway does not tell
     */
    public BulkSigningStatus status(BulkSigningHandle handle) {
        byte[] answer = context.call(Api.BULK_SIGNING_STATUS, Repeat.IF_NOT_CARRIED_OUT, body(handle));
        ObjectNode content = Json.object(answer, "The status of the bulk signing");
        return Json.text(content, "status")
                .map(BulkSigningStatus::new)
                .orElseThrow(() -> new ProtocolException("The answer to the enquiry has no status."));
    }

    /**
     * Cancels a request that the user has not begun [?]. It ends at once, as declined with {@code D71000}. Blocks for
     * one call.
     *
     * @param handle the request
     * @throws io.github.iamsmart.error.GatewayException with {@code D71007} if the user has begun; the request stays
     *     open
     * @throws IamSmartException if it cannot be cancelled for another reason; the request stays open
     */
    public void cancel(BulkSigningHandle handle) {
        send(Api.BULK_SIGNING_CANCEL, body(handle));
        SealedAnswer cancelled = new SealedAnswer(
                ErrorCode.BULK_SIGNING_CANCELLED,
                null,
                "",
                new byte[0],
                context.clock().instant());
        context.tracker().settle(handle.businessId(), cancelled);
    }

    /**
     * Tells the gateway what became of all signatures of a request alike [?]. To be done for every request that was
     * answered or that timed out. Blocks for one call.
     *
     * @param businessId the request
     * @param answer what the service makes of them
     * @throws IamSmartException if the gateway does not accept it, for example with {@code D71006}
     */
    public void acknowledge(BusinessId businessId, SigningAnswer answer) {
        ObjectNode body = Json.object().put("businessID", businessId.value()).put("signingResult", answer.value());
        send(Api.BULK_SIGNING_ACKNOWLEDGEMENT, Json.write(body));
    }

    /**
     * Tells the gateway what became of each signature [?]. Blocks for one call.
     *
     * @param businessId the request
     * @param answers what the service makes of each, by the id of the document
     * @throws ConfigurationException if there are no answers
     * @throws IamSmartException if the gateway does not accept it, for example with {@code D71006}
     */
    public void acknowledge(BusinessId businessId, Map<String, SigningAnswer> answers) {
        if (answers.isEmpty()) {
            throw new ConfigurationException("An acknowledgement by document needs an answer for each document.");
        }
        ObjectNode body = Json.object().put("businessID", businessId.value()).put("signingResult", "");
        body.set("signatures", BulkWire.answers(answers));
        send(Api.BULK_SIGNING_ACKNOWLEDGEMENT, Json.write(body));
    }

    private static byte[] body(BulkSigningHandle handle) {
        return Json.write(Json.object()
                .put("BSQCToken", handle.token().value())
                .put("businessID", handle.businessId().value())
                .put("openID", handle.tokenisedId().value()));
    }

    private void send(Api api, byte[] body) {
        context.calls().callForOptionalContent(new ApiCall(context.paths().path(api), Repeat.IF_NOT_CARRIED_OUT), body);
    }
}
