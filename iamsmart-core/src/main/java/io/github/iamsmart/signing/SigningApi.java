package io.github.iamsmart.signing;

import io.github.iamsmart.environment.Api;
import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.error.GatewayException;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.internal.flow.AnonymousFlow;
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
import io.github.iamsmart.request.Scope;
import io.github.iamsmart.request.State;
import io.github.iamsmart.signin.AccessToken;
import io.github.iamsmart.signin.AnonymousReturn;
import io.github.iamsmart.signin.AuthorizationRedirect;
import io.github.iamsmart.tracking.RequestKind;
import io.github.iamsmart.tracking.RequestOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Asks users of iAM Smart+ to sign: the hash of any document, or a PDF that carries its signature in itself, with a
 * sign-in before it or without. Thread-safe.
 *
 * <p><strong>With a sign-in</strong> (the token needs the scope {@code eidapi_sign}, for a step-up {@code eidapi_sua}
 * too): {@link #initiateHash} or {@link #initiatePdf}; the result comes by callback, within 18 minutes [S], as an
 * outcome of {@link #HASH_KIND} or {@link #PDF_KIND}.
 *
 * <p><strong>Anonymous</strong>: {@link #initiateAnonymousHash} or {@link #initiateAnonymousPdf}, keep its business id
 * and state for this browser, send the browser to {@code signIn().authorizationUri(AuthorizationRequest.of(request))},
 * and when it comes back {@link #completeAnonymousHash} or {@link #completeAnonymousPdf}. The outcome is returned at
 * once, and delivered as one of the anonymous kinds too.
 *
 * <p>A result is only what the gateway sent. Verify it before you believe it, then {@linkplain #acknowledge tell the
 * gateway}; {@code VerifiedSigning} of the package {@code signing.verification} does both.
 */
public final class SigningApi {

    /** How long the user can answer an anonymous request [D]. */
    public static final Duration ANONYMOUS_LIFETIME = Duration.ofMinutes(12);

    /** The kind of hash signing with a sign-in before it. */
    public static final RequestKind<HashSigningResult> HASH_KIND =
            RequestKind.of("hash-signing", HashSigningResult.class, RequestKind.LIFETIME, HashSigningResult::read);

    /** The kind of PDF signing with a sign-in before it. */
    public static final RequestKind<PdfSigningResult> PDF_KIND =
            RequestKind.of("pdf-signing", PdfSigningResult.class, RequestKind.LIFETIME, PdfSigningResult::read);

    /** The kind of anonymous hash signing, whose ticket lives for 12 minutes [D]. */
    public static final RequestKind<HashSigningResult> ANONYMOUS_HASH_KIND = RequestKind.anonymous(
            "anonymous-hash-signing", HashSigningResult.class, ANONYMOUS_LIFETIME, HashSigningResult::read);

    /** The kind of anonymous PDF signing, whose ticket lives for 12 minutes [D]. */
    public static final RequestKind<PdfSigningResult> ANONYMOUS_PDF_KIND = RequestKind.anonymous(
            "anonymous-pdf-signing", PdfSigningResult.class, ANONYMOUS_LIFETIME, PdfSigningResult::read);

    /** All kinds. */
    public static final List<RequestKind<?>> KINDS =
            List.of(HASH_KIND, PDF_KIND, ANONYMOUS_HASH_KIND, ANONYMOUS_PDF_KIND);

    private static final Initiation HASH = new Initiation(Api.HASH_SIGNING, HASH_KIND, AppLink.Context.HASH_SIGNING);

    private static final Initiation PDF = new Initiation(Api.PDF_SIGNING, PDF_KIND, AppLink.Context.PDF_SIGNING);

    private final FlowContext context;
    private final StepUpFields stepUpFields;
    private final IdentificationCode identificationCode;

    /**
     * Made by the client.
     *
     * @param context what the client lends
     * @param stepUpFields what the members of a step-up are called
     * @param identificationCode makes the four digits that page and app both show
     */
    public SigningApi(FlowContext context, StepUpFields stepUpFields, IdentificationCode identificationCode) {
        this.context = context;
        this.stepUpFields = stepUpFields;
        this.identificationCode = identificationCode;
    }

    /**
     * Asks a signed-in user to sign a hash [W][D]. Blocks for one call.
     *
     * @param token the user's access token
     * @param request the hash, and what the user is told
     * @param options from where, and where the result goes
     * @return what the page has to do now
     * @throws IamSmartException if the gateway does not accept it, for example with {@code D70004} for a user without
     *     iAM Smart+
     */
    public InitiatedRequest initiateHash(AccessToken token, HashSigningRequest request, RequestOptions options) {
        return HASH.send(context, token.value(), token.tokenisedId().value(), options, request.body(stepUpFields));
    }

    /**
     * Asks a signed-in user to sign a PDF [1][D]. Blocks for one call.
     *
     * @param token the user's access token
     * @param request the digest of the prepared PDF, and what the user is told
     * @param options from where, and where the result goes
     * @return what the page has to do now
     * @throws IamSmartException if the gateway does not accept it
     */
    public InitiatedRequest initiatePdf(AccessToken token, PdfSigningRequest request, RequestOptions options) {
        return PDF.send(context, token.value(), token.tokenisedId().value(), options, request.body(stepUpFields));
    }

    /**
     * Asks a user who has not signed in to sign a hash [1][D]. Blocks for one call.
     *
     * @param request the hash, and what the user is told; it must name the {@linkplain SigningDetails#hkicHash()
     *     signer}
     * @param options from where, and where the browser comes back to
     * @return where to send the browser now, and what to keep for it
     * @throws ConfigurationException if no signer is named; nothing is sent
     * @throws IamSmartException if the gateway does not accept it
     */
    public AnonymousRequest initiateAnonymousHash(HashSigningRequest request, RequestOptions options) {
        return anonymousHash(checkedScopes(request.details())).initiate(context, options, request.body(stepUpFields));
    }

    /**
     * Asks a user who has not signed in to sign a PDF [1][D]. Blocks for one call.
     *
     * @param request the digest of the prepared PDF, and what the user is told; it must name the
     *     {@linkplain SigningDetails#hkicHash() signer}
     * @param options from where, and where the browser comes back to
     * @return where to send the browser now, and what to keep for it
     * @throws ConfigurationException if no signer is named; nothing is sent
     * @throws IamSmartException if the gateway does not accept it
     */
    public AnonymousRequest initiateAnonymousPdf(PdfSigningRequest request, RequestOptions options) {
        return anonymousPdf(checkedScopes(request.details())).initiate(context, options, request.body(stepUpFields));
    }

    /**
     * Takes the browser's return after {@link #initiateAnonymousHash}: exchanges the code and fetches the result, once,
     * and stores it before it is returned [1][D]. A page that is loaded again gets the same outcome. Blocks for two
     * calls.
     *
     * <p>The business id and the state must be those that <em>this browser</em> was given, from its session for
     * instance, never those of the redirect itself.
     *
     * @param redirect what the browser brought back, by {@code signIn().parseRedirect(…)}
     * @param businessId of the request that this browser began
     * @param state the one that this browser was given
     * @return how the request ended
     * @throws ProtocolException if the redirect belongs to another request, or is being dealt with already
     * @throws GatewayException if the gateway refuses for reasons that do not lie with the user; the request stays open
     * @throws IamSmartException for other failures on the way; the request stays open until it expires
     */
    public RequestOutcome<HashSigningResult> completeAnonymousHash(
            AuthorizationRedirect redirect, BusinessId businessId, State state) {
        return anonymousHash(Set.of()).complete(context, AnonymousReturn.of(context, redirect), businessId, state);
    }

    /**
     * Takes the browser's return after {@link #initiateAnonymousPdf}, as {@link #completeAnonymousHash} does.
     *
     * @param redirect what the browser brought back, by {@code signIn().parseRedirect(…)}
     * @param businessId of the request that this browser began
     * @param state the one that this browser was given
     * @return how the request ended
     * @throws ProtocolException if the redirect belongs to another request, or is being dealt with already
     * @throws GatewayException if the gateway refuses for reasons that do not lie with the user; the request stays open
     * @throws IamSmartException for other failures on the way; the request stays open until it expires
     */
    public RequestOutcome<PdfSigningResult> completeAnonymousPdf(
            AuthorizationRedirect redirect, BusinessId businessId, State state) {
        return anonymousPdf(Set.of()).complete(context, AnonymousReturn.of(context, redirect), businessId, state);
    }

    /**
     * Returns the four digits to show beside "open the app" when a signed-in user is asked to sign; the app shows them
     * too [1].
     *
     * @param token the user's access token
     * @param digest what is signed
     * @return four digits, made by the client's {@link IdentificationCode}
     */
    public String identificationCode(AccessToken token, DocumentDigest digest) {
        return identificationCode.forUser(digest, token.tokenisedId());
    }

    /**
     * Returns the four digits to show when a user who has not signed in is asked to sign.
     *
     * @param details the details of the request; they must name the signer
     * @param digest what is signed
     * @return four digits, made by the client's {@link IdentificationCode}
     * @throws ConfigurationException if no signer is named
     */
    public String anonymousIdentificationCode(SigningDetails details, DocumentDigest digest) {
        return identificationCode.anonymous(digest, signer(details), context.clientId());
    }

    /**
     * Tells the gateway what became of a signature, with a sign-in before it or without [1][D]. To be done for every
     * request that was answered or that timed out. Blocks for one call.
     *
     * @param businessId the request
     * @param answer what the service makes of it
     * @throws IamSmartException if the gateway does not accept it, for example with {@code D70006}
     */
    public void acknowledge(BusinessId businessId, SigningAnswer answer) {
        byte[] body =
                Json.write(Json.object().put("businessID", businessId.value()).put("signingResult", answer.value()));
        String path = context.paths().path(Api.SIGNING_ACKNOWLEDGEMENT);
        context.calls().callForOptionalContent(new ApiCall(path, Repeat.IF_NOT_CARRIED_OUT), body);
    }

    private static AnonymousFlow<HashSigningResult> anonymousHash(Set<Scope> scopes) {
        return new AnonymousFlow<>(
                Api.ANONYMOUS_HASH_SIGNING, Api.ANONYMOUS_HASH_SIGNING_RESULT, ANONYMOUS_HASH_KIND, scopes);
    }

    private static AnonymousFlow<PdfSigningResult> anonymousPdf(Set<Scope> scopes) {
        return new AnonymousFlow<>(
                Api.ANONYMOUS_PDF_SIGNING, Api.ANONYMOUS_PDF_SIGNING_RESULT, ANONYMOUS_PDF_KIND, scopes);
    }

    private static Set<Scope> checkedScopes(SigningDetails details) {
        signer(details);
        return details.stepUp().isPresent() ? Set.of(Scope.SIGN, Scope.STEP_UP) : Set.of(Scope.SIGN);
    }

    private static String signer(SigningDetails details) {
        return details.hkicHash()
                .orElseThrow(() -> new ConfigurationException("An anonymous signing request must name who has to sign:"
                        + " set SigningDetails.signer(Hkic)."));
    }
}
