package io.github.iamsmart.bulksigning;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.environment.Api;
import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.internal.flow.AnonymousFlow;
import io.github.iamsmart.internal.flow.BrowserReturn;
import io.github.iamsmart.internal.flow.BrowserReturn.Credentials;
import io.github.iamsmart.internal.flow.FlowContext;
import io.github.iamsmart.internal.gateway.ApiCall;
import io.github.iamsmart.internal.gateway.ApiCall.Repeat;
import io.github.iamsmart.internal.gateway.SealedCalls;
import io.github.iamsmart.internal.json.Json;
import io.github.iamsmart.request.AnonymousRequest;
import io.github.iamsmart.request.BusinessId;
import io.github.iamsmart.request.RequestOptions;
import io.github.iamsmart.request.Scope;
import io.github.iamsmart.request.State;
import io.github.iamsmart.signin.TokenisedId;
import io.github.iamsmart.tracking.AnonymousRequests;
import io.github.iamsmart.tracking.AnonymousRequests.Claimed;
import io.github.iamsmart.tracking.SealedAnswer;
import io.github.iamsmart.tracking.TrackedRequest;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Bulk signing without a sign-in: the browser's return brings only the token, the signatures come by callback [D]. */
final class AnonymousBulkSigning {

    private static final Logger log = LoggerFactory.getLogger(AnonymousBulkSigning.class);

    private final FlowContext context;
    private final BulkAssembly assembly;

    AnonymousBulkSigning(FlowContext context, BulkAssembly assembly) {
        this.context = context;
        this.assembly = assembly;
    }

    AnonymousRequest initiate(RequestOptions options, boolean stepUp, ObjectNode body) {
        Set<Scope> scopes = stepUp ? Set.of(Scope.BULK_SIGN, Scope.STEP_UP) : Set.of(Scope.BULK_SIGN);
        return new AnonymousFlow<>(
                        Api.ANONYMOUS_BULK_SIGNING,
                        Api.ANONYMOUS_BULK_SIGNING_TOKEN,
                        BulkSigningApi.ANONYMOUS_KIND,
                        scopes)
                .initiate(context, options, body);
    }

    Optional<BulkSigningHandle> complete(BrowserReturn back, BusinessId businessId, State state) {
        back.requireAnswerTo(businessId, state);
        if (!(context.tracker().anonymous().claim(businessId, state) instanceof Claimed claim)) {
            throw new ProtocolException("No request waits for this redirect: it has ended, was never begun, or the"
                    + " redirect came twice and is being dealt with.");
        }
        if (back.refusal().isPresent()) {
            refuse(claim, back.refusal().get());
            return Optional.empty();
        }
        try {
            return Optional.of(fetchToken(claim.request(), back.exchange().get()));
        } finally {
            // Its signatures are still to come.
            context.tracker().anonymous().release(claim);
        }
    }

    /** A redirect can say anything, but not that there is a result without a code. */
    private void refuse(Claimed claim, ErrorCode code) {
        ErrorCode reason = code.isSuccess() ? ErrorCode.UNKNOWN_EXCEPTION : code;
        AnonymousRequests requests = context.tracker().anonymous();
        requests.answer(
                claim,
                new SealedAnswer(reason, null, "", new byte[0], context.clock().instant()),
                BulkSigningApi.ANONYMOUS_KIND);
    }

    private BulkSigningHandle fetchToken(TrackedRequest request, Credentials credentials) {
        byte[] body = Json.write(
                Json.object().put("accessToken", credentials.accessToken()).put("openID", credentials.tokenisedId()));
        ApiCall call = new ApiCall(context.paths().path(Api.ANONYMOUS_BULK_SIGNING_TOKEN), Repeat.IF_NOT_CARRIED_OUT);
        SealedCalls.Opened answer = context.calls().callForSealed(call, body);
        BulkSigningToken token = Json.text(Json.object(answer.plaintext(), "The answer with the token"), "BSQCToken")
                .map(BulkSigningToken::new)
                .orElseThrow(() -> new ProtocolException("The answer to the request for the token has no BSQCToken."));
        keep(request, answer);
        return new BulkSigningHandle(request.businessId(), token, TokenisedId.of(credentials.tokenisedId()));
    }

    /** The application may lose the handle. It gets it all the same: the gateway hands the token out once. */
    private void keep(TrackedRequest request, SealedCalls.Opened answer) {
        SealedAnswer token = new SealedAnswer(
                ErrorCode.SUCCESS,
                answer.txId(),
                context.calls().wrappedKey(answer),
                answer.frame(),
                context.clock().instant());
        try {
            assembly.keepToken(request, token);
        } catch (RuntimeException e) {
            log.warn(
                    "The token of bulk signing {} could not be kept, only returned: the store failed with {}",
                    request.businessId(),
                    e.getClass().getName());
        }
    }
}
