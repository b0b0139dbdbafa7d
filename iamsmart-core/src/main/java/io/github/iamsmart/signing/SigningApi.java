package io.github.iamsmart.signing;

import io.github.iamsmart.error.GatewayException;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.error.InvalidRequestException;
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
import java.time.Duration;
import java.util.List;

/**
 * Asks users of iAM Smart+ to sign: the hash of any document, or a PDF with an embedded signature. Thread-safe.
 *
 * <p><strong>Signed in</strong> (the token needs the scope {@code eidapi_sign}, for a step-up also {@code eidapi_sua}):
 * call {@link #initiateHash} or {@link #initiatePdf}. The result comes by callback, within 18 minutes [S], as an
 * outcome of {@link #HASH_KIND} or {@link #PDF_KIND}.
 *
 * <p><strong>Anonymous</strong>: call {@link #initiateAnonymousHash} or {@link #initiateAnonymousPdf}, store its
 * business id and state for this browser, send the browser to
 * {@code signIn().authorizationUri(AuthorizationRequest.of(request))}, and call {@link #completeAnonymousHash} or
 * {@link #completeAnonymousPdf} when it comes back. The outcome is returned at once and also delivered to the handler
 * of the anonymous kind.
 *
 * <p>A result is only what the gateway sent. Verify it before you rely on it, then {@linkplain #acknowledge acknowledge
 * it}; {@code VerifiedSigning} in the package {@code signing.verification} does both.
 */
public interface SigningApi {

    /** How long the user can answer an anonymous request [D]. */
    Duration ANONYMOUS_LIFETIME = Duration.ofMinutes(12);

    /** Hash signing by signed-in users [1] [D]; the screen [W]. */
    RequestKind<HashSigningResult> HASH_KIND = RequestKind.builder(
                    "hash-signing", HashSigningResult.class, HashSigningResult::fromJson)
            .path("/api/v1/account/signing/initiateRequest")
            .screen("hash-sign")
            .scopes(Scope.SIGN)
            .build();

    /** PDF signing by signed-in users [1] [D]; the screen is a guess [?]. */
    RequestKind<PdfSigningResult> PDF_KIND = RequestKind.builder(
                    "pdf-signing", PdfSigningResult.class, PdfSigningResult::fromJson)
            .path("/api/v1/account/pdfsigning/initiateRequest")
            .screen("pdf-sign")
            .scopes(Scope.SIGN)
            .build();

    /** Anonymous hash signing [1] [D], whose ticket is valid for 12 minutes [D]. */
    RequestKind<HashSigningResult> ANONYMOUS_HASH_KIND = HASH_KIND
            .anonymous()
            .path("/api/v1/anonymous/signing/initiateRequest")
            .resultPath("/api/v1/anonymous/signing/getResult")
            .businessIdInGetResult(true)
            .lifetime(ANONYMOUS_LIFETIME)
            .build();

    /** Anonymous PDF signing [1] [D], whose ticket is valid for 12 minutes [D]. */
    RequestKind<PdfSigningResult> ANONYMOUS_PDF_KIND = PDF_KIND.anonymous()
            .path("/api/v1/anonymous/pdfsigning/initiateRequest")
            .resultPath("/api/v1/anonymous/pdfsigning/getResult")
            .businessIdInGetResult(true)
            .lifetime(ANONYMOUS_LIFETIME)
            .build();

    /** All kinds. */
    List<RequestKind<?>> KINDS = List.of(HASH_KIND, PDF_KIND, ANONYMOUS_HASH_KIND, ANONYMOUS_PDF_KIND);

    /**
     * Asks a signed-in user to sign a hash [1] [D]. Blocks for one call.
     *
     * @param token the user's access token
     * @param request the hash, and what the app shows the user
     * @param options the source, and where the result goes
     * @return what the page has to do next
     * @throws IamSmartException if the gateway does not accept it, for example with {@code D70004} for a user without
     *     iAM Smart+
     */
    InitiatedRequest initiateHash(AccessToken token, HashSigningRequest request, RequestOptions options);

    /**
     * Asks a signed-in user to sign a PDF [1] [D]. Blocks for one call.
     *
     * @param token the user's access token
     * @param request the digest of the prepared PDF, and what the app shows the user
     * @param options the source, and where the result goes
     * @return what the page has to do next
     * @throws IamSmartException if the gateway does not accept it
     */
    InitiatedRequest initiatePdf(AccessToken token, PdfSigningRequest request, RequestOptions options);

    /**
     * Asks an anonymous user to sign a hash [1] [D]. Blocks for one call.
     *
     * @param request the hash, and what the app shows the user; it must name the {@linkplain SigningDetails#hkicHash()
     *     signer}
     * @param options the source, and where the browser comes back to
     * @return where to send the browser now, and what to store for it
     * @throws InvalidRequestException if no signer is named; nothing is sent
     * @throws IamSmartException if the gateway does not accept it
     */
    AnonymousRequest initiateAnonymousHash(HashSigningRequest request, RequestOptions options);

    /**
     * Asks an anonymous user to sign a PDF [1] [D]. Blocks for one call.
     *
     * @param request the digest of the prepared PDF, and what the app shows the user; it must name the
     *     {@linkplain SigningDetails#hkicHash() signer}
     * @param options the source, and where the browser comes back to
     * @return where to send the browser now, and what to store for it
     * @throws InvalidRequestException if no signer is named; nothing is sent
     * @throws IamSmartException if the gateway does not accept it
     */
    AnonymousRequest initiateAnonymousPdf(PdfSigningRequest request, RequestOptions options);

    /**
     * Handles the browser's return after {@link #initiateAnonymousHash}: exchanges the code, fetches the result, once,
     * and stores it before returning it [1] [D]. A reloaded page gets the same outcome. Blocks for two calls.
     *
     * <p>The business id and the state must be those that were issued to <em>this browser</em>, for example from its
     * session, never those of the redirect itself.
     *
     * @param redirect what the browser brought back, read by {@code signIn().parseRedirect(…)}
     * @param businessId the business id of the request that this browser started
     * @param state the state that was issued to this browser
     * @return how the request ended
     * @throws ProtocolException if the redirect belongs to another request, or is already being processed
     * @throws GatewayException if the gateway refuses for reasons that do not lie with the user; the request stays open
     * @throws IamSmartException for transport and other failures; the request stays open until it expires
     */
    RequestOutcome<HashSigningResult> completeAnonymousHash(
            AuthorizationRedirect redirect, BusinessId businessId, State state);

    /**
     * Handles the browser's return after {@link #initiateAnonymousPdf}, like {@link #completeAnonymousHash}.
     *
     * @param redirect what the browser brought back, read by {@code signIn().parseRedirect(…)}
     * @param businessId the business id of the request that this browser started
     * @param state the state that was issued to this browser
     * @return how the request ended
     * @throws ProtocolException if the redirect belongs to another request, or is already being processed
     * @throws GatewayException if the gateway refuses for reasons that do not lie with the user; the request stays open
     * @throws IamSmartException for transport and other failures; the request stays open until it expires
     */
    RequestOutcome<PdfSigningResult> completeAnonymousPdf(
            AuthorizationRedirect redirect, BusinessId businessId, State state);

    /**
     * {@return the four digits to show beside "open the app" when a signed-in user is asked to sign, computed by the
     * client's {@link IdentificationCode}} The app shows them too [1].
     *
     * @param token the user's access token
     * @param digest what is signed
     */
    String identificationCode(AccessToken token, DocumentDigest digest);

    /**
     * {@return the four digits to show when an anonymous user is asked to sign, computed by the client's
     * {@link IdentificationCode}}
     *
     * @param details the details of the request; they must name the signer
     * @param digest what is signed
     * @throws InvalidRequestException if no signer is named
     */
    String anonymousIdentificationCode(SigningDetails details, DocumentDigest digest);

    /**
     * Tells the gateway the service's verdict on a signature [1] [D]. Call it for every request that was answered or
     * timed out. Blocks for one call.
     *
     * @param businessId the request
     * @param answer the verdict
     * @throws IamSmartException if the gateway does not accept it, for example with {@code D70006}
     */
    void acknowledge(BusinessId businessId, SigningAnswer answer);
}
