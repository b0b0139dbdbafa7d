package io.github.iamsmart.bulksigning;

import io.github.iamsmart.environment.Api;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.identity.AccessToken;
import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.identity.TokenisedId;
import io.github.iamsmart.requests.AnonymousRequest;
import io.github.iamsmart.requests.AnswerProgress;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.InitiatedRequest;
import io.github.iamsmart.requests.RequestKind;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.requests.State;
import io.github.iamsmart.signin.AuthorizationRedirect;
import io.github.iamsmart.signing.SigningAnswer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks users of iAM Smart+ to sign up to 1,000 documents with one consent. Thread-safe. All paths are guesses [?];
 * replace them with {@link io.github.iamsmart.environment.ApiPaths}.
 *
 * <p><strong>Signed in</strong> (the token needs the scope {@code eidapi_bulksign}, for a step-up also
 * {@code eidapi_sua}): call {@link #initiate}. The first callback brings the token of the request, further ones its
 * signatures, within 18 minutes [S]. When all have come, the outcome of {@link #KIND} is delivered.
 *
 * <p><strong>Anonymous</strong>: call {@link #initiateAnonymous}, store its business id and state for this browser,
 * send the browser to {@code signIn().authorizationUri(AuthorizationRequest.of(request))}, and call
 * {@link #completeAnonymous} when it comes back. The signatures come by callback as above, as an outcome of
 * {@link #ANONYMOUS_KIND}.
 */
public interface BulkSigningApi {

    /** Bulk signing by signed-in users [?]. */
    RequestKind<BulkSigningResult> KIND = RequestKind.builder(
                    "bulk-signing", BulkSigningResult.class, BulkSigningResult::fromJson)
            .path("/api/v1/account/bdss/initiateRequest")
            .screen("bulk-sign")
            .scopes(Scope.BULK_SIGN)
            .inParts(new BulkPartReader())
            .build();

    /** Anonymous bulk signing [?]. */
    RequestKind<BulkSigningResult> ANONYMOUS_KIND = KIND.anonymous()
            .path("/api/v1/anonymous/bdss/initiateRequest")
            .result(Api.of("anonymous-bulk-signing-token", "/api/v1/anonymous/bdss/getBSQCToken"))
            .build();

    /** Both kinds. */
    List<RequestKind<?>> KINDS = List.of(KIND, ANONYMOUS_KIND);

    /**
     * Asks a signed-in user to sign documents [?]. Blocks for one call.
     *
     * @param token the user's access token
     * @param request the documents, and what the app shows the user
     * @param options the source, and where the callbacks go
     * @return what the page has to do next
     * @throws IamSmartException if the gateway does not accept it, for example with {@code D71004} for a user without
     *     iAM Smart+
     */
    InitiatedRequest initiate(AccessToken token, BulkSigningRequest request, RequestOptions options);

    /**
     * Asks an anonymous user to sign documents [?]. Blocks for one call.
     *
     * @param request the documents, and what the app shows the user; it must name the
     *     {@linkplain BulkSigningRequest#hkicHash signer}
     * @param options the source, where the browser comes back to, and where the signatures go
     * @return where to send the browser now, and what to store for it
     * @throws InvalidRequestException if no signer is named; nothing is sent
     * @throws IamSmartException if the gateway does not accept it
     */
    AnonymousRequest initiateAnonymous(BulkSigningRequest request, RequestOptions options);

    /**
     * Handles the browser's return after {@link #initiateAnonymous}: exchanges the code and fetches the token of the
     * request [?]. The signatures come by callback. Blocks for two calls.
     *
     * <p>The business id and the state must be those that were issued to <em>this browser</em>, for example from its
     * session, never those of the redirect itself.
     *
     * @param redirect what the browser brought back, read by {@code signIn().parseRedirect(…)}
     * @param businessId the business id of the request that this browser started
     * @param state the state that was issued to this browser
     * @return the handle of the request; empty if the user refused, which ends the request
     * @throws ProtocolException if the redirect belongs to another request, came before, or is being processed
     * @throws IamSmartException for transport and other failures; the request stays open until it expires
     */
    Optional<BulkSigningHandle> completeAnonymous(AuthorizationRedirect redirect, BusinessId businessId, State state);

    /**
     * {@return the handle that {@link #status} and {@link #cancel} need; empty until the callback with the token has
     * come, or {@link #completeAnonymous} has fetched it, and after the request was deleted} Makes no call.
     *
     * @param businessId the request
     * @param user the user who has signed in, or who has come back from {@link #initiateAnonymous}
     */
    Optional<BulkSigningHandle> handle(BusinessId businessId, TokenisedId user);

    /**
     * {@return which callbacks with signatures have come, even for a request that has timed out;
     * {@link AnswerProgress#NONE} for an unknown request} Makes no call.
     *
     * @param businessId the request
     */
    AnswerProgress progress(BusinessId businessId);

    /**
     * {@return the signatures that have come, not verified; none for an unknown request} Includes those of a request
     * that timed out before all had come. They are kept as long as the request. Makes no call.
     *
     * <p>They are read one after the other, and at most one part is open at a time. They can be iterated any number of
     * times; each iteration sees the parts that had come when it started, and throws a {@link ProtocolException} where
     * a part can no longer be read. Thread-safe; the iterators are not.
     *
     * @param businessId the request
     */
    Iterable<BulkSignature> signatures(BusinessId businessId);

    /**
     * Asks the gateway for the status of a request [?]. Blocks for one call.
     *
     * @param handle the request
     * @return its status; an unknown code stays readable
     * @throws IamSmartException if the gateway refuses to answer
     */
    BulkSigningStatus status(BulkSigningHandle handle);

    /**
     * Cancels a request that the user has not started to process [?]. It ends at once, as declined with {@code D71000}.
     * Blocks for one call.
     *
     * @param handle the request
     * @throws io.github.iamsmart.error.GatewayException with {@code D71007} if the user has started; the request stays
     *     open
     * @throws IamSmartException if it cannot be cancelled for another reason; the request stays open
     */
    void cancel(BulkSigningHandle handle);

    /**
     * Tells the gateway one verdict on all signatures of a request [?]. Call it for every request that was answered or
     * timed out. Blocks for one call.
     *
     * @param businessId the request
     * @param answer the service's verdict
     * @throws IamSmartException if the gateway does not accept it, for example with {@code D71006}
     */
    void acknowledge(BusinessId businessId, SigningAnswer answer);

    /**
     * Tells the gateway the verdict on each signature [?]. Blocks for one call.
     *
     * @param businessId the request
     * @param answers the service's verdicts, by the id of the document
     * @throws InvalidRequestException if there are no answers
     * @throws IamSmartException if the gateway does not accept it, for example with {@code D71006}
     */
    void acknowledge(BusinessId businessId, Map<String, SigningAnswer> answers);
}
