package io.github.iamsmart.internal.flow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.environment.Api;
import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.error.GatewayException;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.internal.flow.BrowserReturn.Credentials;
import io.github.iamsmart.internal.gateway.ApiCall;
import io.github.iamsmart.internal.gateway.ApiCall.Repeat;
import io.github.iamsmart.internal.gateway.SealedCalls;
import io.github.iamsmart.internal.json.Json;
import io.github.iamsmart.internal.json.TopLevel;
import io.github.iamsmart.request.AnonymousRequest;
import io.github.iamsmart.request.AppLink;
import io.github.iamsmart.request.BusinessId;
import io.github.iamsmart.request.RequestOptions;
import io.github.iamsmart.request.Scope;
import io.github.iamsmart.request.State;
import io.github.iamsmart.tracking.AnonymousRequests;
import io.github.iamsmart.tracking.AnonymousRequests.Claimed;
import io.github.iamsmart.tracking.RequestKind;
import io.github.iamsmart.tracking.RequestOutcome;
import io.github.iamsmart.tracking.SealedAnswer;
import java.util.Optional;
import java.util.Set;

/**
 * A flow without a sign-in before it: initiate, send the browser to the gateway with the ticket, exchange the code that
 * it brings back, fetch the result at once [1][D].
 *
 * @param initiate where the request is sent
 * @param getResult where its result is fetched
 * @param kind the anonymous kind of its requests
 * @param scopes what the user is asked for
 * @param <T> the type of the result
 */
public record AnonymousFlow<T>(Api initiate, Api getResult, RequestKind<T> kind, Set<Scope> scopes) {

    private static final Set<String> NAMES = Set.of("businessID", "state");

    /**
     * Sends the request.
     *
     * @param context what the client lends
     * @param options from where, and where the browser comes back to
     * @param body the members of this flow; the common ones are added to it
     * @return the accepted request
     */
    public AnonymousRequest initiate(FlowContext context, RequestOptions options, ObjectNode body) {
        return new Initiation(initiate, kind, AppLink.Context.ANONYMOUS).sendAnonymous(context, options, scopes, body);
    }

    /**
     * Fetches the result, once, and stores it before it is returned. Who comes again is told the same outcome.
     *
     * @param context what the client lends
     * @param back what the browser brought back
     * @param businessId the request that this browser began
     * @param state the state that this browser was given
     * @return how the request ended
     */
    public RequestOutcome<T> complete(FlowContext context, BrowserReturn back, BusinessId businessId, State state) {
        back.requireAnswerTo(businessId, state);
        AnonymousRequests requests = context.tracker().anonymous();
        AnonymousRequests.Claim claim = requests.claim(businessId, state);
        if (claim instanceof Claimed claimed) {
            return complete(context, back, claimed, state);
        }
        if (claim == AnonymousRequests.Refused.BUSY) {
            throw new ProtocolException(
                    "The redirect came twice, and the result is being fetched for the first: wait for that one.");
        }
        return context.tracker()
                .outcome(businessId, kind)
                .orElseThrow(() -> new ProtocolException(
                        "No request waits for this redirect: it ended too long ago, or was never begun. Begin anew."));
    }

    private RequestOutcome<T> complete(FlowContext context, BrowserReturn back, Claimed claim, State state) {
        AnonymousRequests requests = context.tracker().anonymous();
        SealedAnswer answer;
        try {
            answer = back.refusal().isPresent()
                    ? refused(context, back.refusal().get())
                    : fetch(context, back.exchange().get(), claim.request().businessId(), state);
        } catch (GatewayException e) {
            if (!concernsTheUser(e.code())) {
                requests.release(claim);
                throw e;
            }
            answer = refused(context, e.code());
        } catch (RuntimeException e) {
            requests.release(claim);
            throw e;
        }
        return requests.answer(claim, answer, kind);
    }

    private SealedAnswer fetch(FlowContext context, Credentials credentials, BusinessId businessId, State state) {
        ObjectNode body =
                Json.object().put("accessToken", credentials.accessToken()).put("openID", credentials.tokenisedId());
        if (context.businessIdInGetResult()) {
            body.put("businessID", businessId.value());
        }
        String path = context.paths().path(getResult);
        SealedCalls.Opened result =
                context.calls().callForSealed(new ApiCall(path, Repeat.IF_NOT_CARRIED_OUT), Json.write(body));
        requireOurs(path, result.plaintext(), businessId, state);
        return new SealedAnswer(
                ErrorCode.SUCCESS,
                result.txId(),
                context.calls().wrappedKey(result),
                result.frame(),
                context.clock().instant());
    }

    /** A code that was obtained for another request would fetch that other one's result. */
    private static void requireOurs(String path, byte[] plaintext, BusinessId businessId, State state) {
        TopLevel result = TopLevel.read(plaintext, NAMES, Set.of(), "The content of " + path);
        Optional<String> answered = result.text("businessID");
        Optional<String> secret = result.text("state");
        if (!answered.map(businessId.value()::equals).orElse(true)
                || !secret.map(state::matches).orElse(true)) {
            throw new ProtocolException(path + " answered with the result of another request.");
        }
    }

    /** A redirect can say anything, but not that there is a result without a code. */
    private static SealedAnswer refused(FlowContext context, ErrorCode code) {
        ErrorCode reason = code.isSuccess() ? ErrorCode.UNKNOWN_EXCEPTION : code;
        return new SealedAnswer(reason, null, "", new byte[0], context.clock().instant());
    }

    /** Authentication, profile, form filling, signing, re-authentication: what is no fault of the service's. */
    private static boolean concernsTheUser(ErrorCode code) {
        return code.canonicalValue().matches("D[4-8]\\d{4}");
    }
}
