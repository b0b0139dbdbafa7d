package io.github.iamsmart.internal.bulksigning;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.bulksigning.BulkSignature;
import io.github.iamsmart.bulksigning.BulkSigningApi;
import io.github.iamsmart.bulksigning.BulkSigningHandle;
import io.github.iamsmart.bulksigning.BulkSigningRequest;
import io.github.iamsmart.bulksigning.BulkSigningStatus;
import io.github.iamsmart.bulksigning.BulkSigningToken;
import io.github.iamsmart.environment.Api;
import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.identity.AccessToken;
import io.github.iamsmart.identity.TokenisedId;
import io.github.iamsmart.internal.flow.Flow;
import io.github.iamsmart.internal.flow.FlowContext;
import io.github.iamsmart.internal.flow.RedirectCompletion;
import io.github.iamsmart.internal.flow.RequestSender;
import io.github.iamsmart.internal.gateway.ApiCall.Repeat;
import io.github.iamsmart.internal.json.Json;
import io.github.iamsmart.internal.requests.PartAssembly;
import io.github.iamsmart.internal.requests.PartAssembly.OpenedPart;
import io.github.iamsmart.internal.signing.SigningBody;
import io.github.iamsmart.requests.AnonymousRequest;
import io.github.iamsmart.requests.AnswerProgress;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.InitiatedRequest;
import io.github.iamsmart.requests.PartReader.Part;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.requests.State;
import io.github.iamsmart.signin.AuthorizationRedirect;
import io.github.iamsmart.signing.SigningAnswer;
import io.github.iamsmart.signing.StepUpFields;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Bulk signing over the gateway. */
public final class BulkSigningFlow implements BulkSigningApi {

    private static final Api ACKNOWLEDGE = Api.of("bulk-signing-acknowledgement", "/api/v1/account/bdss/ackResult");
    private static final Api STATUS = Api.of("bulk-signing-status", "/api/v1/account/bdss/enquireStatus");
    private static final Api CANCEL = Api.of("bulk-signing-cancel", "/api/v1/account/bdss/cancelRequest");

    /** What this flow is. All of its paths are guesses [?]. */
    public static final Flow DECLARATION = new Flow(KINDS, List.of(ACKNOWLEDGE, STATUS, CANCEL));

    private final FlowContext context;
    private final RequestSender sender;
    private final RedirectCompletion completion;
    private final PartAssembly parts;
    private final BulkBody body;

    /**
     * Creates the flow.
     *
     * @param context of the client
     * @param stepUpFields what the members of a step-up are called
     */
    public BulkSigningFlow(FlowContext context, StepUpFields stepUpFields) {
        this.context = context;
        this.sender = new RequestSender(context);
        this.completion = new RedirectCompletion(context);
        this.parts = context.tracker().parts();
        this.body = new BulkBody(new SigningBody(stepUpFields));
    }

    @Override
    public InitiatedRequest initiate(AccessToken token, BulkSigningRequest request, RequestOptions options) {
        return sender.send(KIND, token, options, body.request(request, resultUri(request, options)));
    }

    @Override
    public AnonymousRequest initiateAnonymous(BulkSigningRequest request, RequestOptions options) {
        if (request.hkicHash().isEmpty()) {
            throw new InvalidRequestException("An anonymous bulk signing request must name who has to sign: set"
                    + " BulkSigningRequest.signer(Hkic).");
        }
        ObjectNode content = body.request(request, resultUri(request, options));
        return sender.sendAnonymous(ANONYMOUS_KIND, request.scopes(), options, content);
    }

    private static URI resultUri(BulkSigningRequest request, RequestOptions options) {
        return request.resultUri()
                .or(options::callbackUri)
                .orElseThrow(() -> new InvalidRequestException("A bulk signing request needs a callbackUri in its"
                        + " RequestOptions, or a resultUri: the registered URL to which iAM Smart sends signatures."));
    }

    @Override
    public Optional<BulkSigningHandle> completeAnonymous(
            AuthorizationRedirect redirect, BusinessId businessId, State state) {
        return completion
                .fetchPreliminary(ANONYMOUS_KIND, redirect, businessId, state)
                .map(fetched -> new BulkSigningHandle(
                        businessId,
                        token(fetched.content()).orElseThrow(), // only one that brings a token was fetched
                        fetched.token().tokenisedId()));
    }

    @Override
    public Optional<BulkSigningHandle> handle(BusinessId businessId, TokenisedId user) {
        return parts.find(businessId, Part.PRELIMINARY.number())
                .map(OpenedPart::content)
                .flatMap(BulkSigningFlow::token)
                .map(token -> new BulkSigningHandle(businessId, token, user));
    }

    private static Optional<BulkSigningToken> token(byte[] content) {
        return Json.text(Json.object(content, "What brings the token"), "BSQCToken")
                .map(BulkSigningToken::new);
    }

    @Override
    public AnswerProgress progress(BusinessId businessId) {
        return parts.progress(businessId);
    }

    @Override
    public Iterable<BulkSignature> signatures(BusinessId businessId) {
        return new ReceivedSignatures(businessId, parts);
    }

    @Override
    public BulkSigningStatus status(BulkSigningHandle handle) {
        byte[] answer = context.call(STATUS, Repeat.IF_NOT_CARRIED_OUT, Json.write(BulkBody.handle(handle)));
        return Json.text(Json.object(answer, "The status of the bulk signing"), "status")
                .map(BulkSigningStatus::new)
                .orElseThrow(() -> new ProtocolException("The answer to the enquiry has no status."));
    }

    @Override
    public void cancel(BulkSigningHandle handle) {
        context.send(CANCEL, Json.write(BulkBody.handle(handle)));
        context.tracker().end(handle.businessId(), ErrorCode.BULK_SIGNING_CANCELLED);
    }

    @Override
    public void acknowledge(BusinessId businessId, SigningAnswer answer) {
        acknowledge(SigningBody.acknowledgement(businessId, answer.value()));
    }

    @Override
    public void acknowledge(BusinessId businessId, Map<String, SigningAnswer> answers) {
        if (answers.isEmpty()) {
            throw new InvalidRequestException("An acknowledgement by document needs an answer for each document.");
        }
        acknowledge(BulkBody.answers(SigningBody.acknowledgement(businessId, ""), answers));
    }

    private void acknowledge(ObjectNode content) {
        context.send(ACKNOWLEDGE, Json.write(content));
    }
}
