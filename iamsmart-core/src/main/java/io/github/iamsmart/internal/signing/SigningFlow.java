package io.github.iamsmart.internal.signing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.environment.Api;
import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.identity.AccessToken;
import io.github.iamsmart.internal.flow.Flow;
import io.github.iamsmart.internal.flow.FlowContext;
import io.github.iamsmart.internal.flow.RedirectCompletion;
import io.github.iamsmart.internal.flow.RequestSender;
import io.github.iamsmart.internal.json.Json;
import io.github.iamsmart.requests.AnonymousRequest;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.InitiatedRequest;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.requests.State;
import io.github.iamsmart.signin.AuthorizationRedirect;
import io.github.iamsmart.signing.DocumentDigest;
import io.github.iamsmart.signing.HashSigningRequest;
import io.github.iamsmart.signing.HashSigningResult;
import io.github.iamsmart.signing.IdentificationCode;
import io.github.iamsmart.signing.PdfSigningRequest;
import io.github.iamsmart.signing.PdfSigningResult;
import io.github.iamsmart.signing.SigningAnswer;
import io.github.iamsmart.signing.SigningApi;
import io.github.iamsmart.signing.SigningDetails;
import io.github.iamsmart.signing.StepUpFields;
import java.util.List;

/** Signing over the gateway. */
public final class SigningFlow implements SigningApi {

    /** The acknowledgement of signatures [1] [D]. */
    private static final Api ACKNOWLEDGE = Api.of("signing-acknowledgement", "/api/v1/account/signing/ackResult");

    /** What this flow is. */
    public static final Flow DECLARATION = new Flow(KINDS, List.of(ACKNOWLEDGE));

    private final FlowContext context;
    private final RequestSender sender;
    private final RedirectCompletion completion;
    private final SigningBody body;
    private final IdentificationCode identificationCode;

    /**
     * Creates the flow.
     *
     * @param context of the client
     * @param stepUpFields what the members of a step-up are called
     * @param identificationCode makes the four digits that page and app both show
     */
    public SigningFlow(FlowContext context, StepUpFields stepUpFields, IdentificationCode identificationCode) {
        this.context = context;
        this.sender = new RequestSender(context);
        this.completion = new RedirectCompletion(context);
        this.body = new SigningBody(stepUpFields);
        this.identificationCode = identificationCode;
    }

    @Override
    public InitiatedRequest initiateHash(AccessToken token, HashSigningRequest request, RequestOptions options) {
        return sender.send(HASH_KIND, token, options, body(request))
                .withIdentificationCode(identificationCode(token, request.digest()));
    }

    @Override
    public InitiatedRequest initiatePdf(AccessToken token, PdfSigningRequest request, RequestOptions options) {
        return sender.send(PDF_KIND, token, options, body(request))
                .withIdentificationCode(identificationCode(token, request.digest()));
    }

    @Override
    public AnonymousRequest initiateAnonymousHash(HashSigningRequest request, RequestOptions options) {
        signer(request.details()); // before anything is sent
        return sender.sendAnonymous(ANONYMOUS_HASH_KIND, request.scopes(), options, body(request))
                .withIdentificationCode(anonymousIdentificationCode(request.details(), request.digest()));
    }

    @Override
    public AnonymousRequest initiateAnonymousPdf(PdfSigningRequest request, RequestOptions options) {
        signer(request.details()); // before anything is sent
        return sender.sendAnonymous(ANONYMOUS_PDF_KIND, request.scopes(), options, body(request))
                .withIdentificationCode(anonymousIdentificationCode(request.details(), request.digest()));
    }

    @Override
    public RequestOutcome<HashSigningResult> completeAnonymousHash(
            AuthorizationRedirect redirect, BusinessId businessId, State state) {
        return completion.complete(ANONYMOUS_HASH_KIND, redirect, businessId, state);
    }

    @Override
    public RequestOutcome<PdfSigningResult> completeAnonymousPdf(
            AuthorizationRedirect redirect, BusinessId businessId, State state) {
        return completion.complete(ANONYMOUS_PDF_KIND, redirect, businessId, state);
    }

    @Override
    public String identificationCode(AccessToken token, DocumentDigest digest) {
        return identificationCode.forUser(digest, token.tokenisedId());
    }

    @Override
    public String anonymousIdentificationCode(SigningDetails details, DocumentDigest digest) {
        return identificationCode.anonymous(digest, signer(details), context.clientId());
    }

    @Override
    public void acknowledge(BusinessId businessId, SigningAnswer answer) {
        context.send(ACKNOWLEDGE, Json.write(SigningBody.acknowledgement(businessId, answer.value())));
    }

    private ObjectNode body(HashSigningRequest request) {
        ObjectNode content = Json.object()
                .put("hashCode", request.digest().base64())
                .put("sigAlgo", request.algorithm().value());
        body.write(content, request.details());
        return content;
    }

    private ObjectNode body(PdfSigningRequest request) {
        ObjectNode content = Json.object().put("docDigest", request.digest().base64());
        body.write(content, request.details());
        return content;
    }

    private static String signer(SigningDetails details) {
        return details.hkicHash()
                .orElseThrow(() -> new InvalidRequestException("An anonymous signing request must name who has to sign:"
                        + " set SigningDetails.signer(Hkic)."));
    }
}
