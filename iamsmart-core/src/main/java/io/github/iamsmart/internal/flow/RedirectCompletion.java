package io.github.iamsmart.internal.flow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.error.GatewayException;
import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.identity.AccessToken;
import io.github.iamsmart.internal.gateway.ApiCall;
import io.github.iamsmart.internal.gateway.ApiCall.Repeat;
import io.github.iamsmart.internal.gateway.SealedCalls;
import io.github.iamsmart.internal.json.BusinessObject;
import io.github.iamsmart.internal.json.Json;
import io.github.iamsmart.internal.requests.RequestClaims;
import io.github.iamsmart.internal.requests.RequestClaims.Claim;
import io.github.iamsmart.internal.requests.RequestClaims.Claimed;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.PartReader.Part;
import io.github.iamsmart.requests.RequestKind;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.requests.State;
import io.github.iamsmart.requests.store.SealedAnswer;
import io.github.iamsmart.requests.store.StoredRequest;
import io.github.iamsmart.signin.AuthorizationCode;
import io.github.iamsmart.signin.AuthorizationRedirect;
import io.github.iamsmart.signin.AuthorizationRedirect.Declined;
import io.github.iamsmart.signin.AuthorizationRedirect.Failed;
import io.github.iamsmart.signin.AuthorizationRedirect.Granted;
import io.github.iamsmart.signin.TokenRequest;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Completes anonymous requests: when the browser has come back, exchanges the code that it brings and fetches the
 * result with the token [1] [D]. Thread-safe.
 */
public final class RedirectCompletion {

    private static final Logger log = LoggerFactory.getLogger(RedirectCompletion.class);

    private final FlowContext context;
    private final RequestClaims claims;
    private final TokenExchange exchange;

    /**
     * Creates it.
     *
     * @param context of the client
     */
    public RedirectCompletion(FlowContext context) {
        this.context = context;
        this.claims = context.tracker().claims();
        this.exchange = new TokenExchange(context);
    }

    /**
     * What the call for the result of an anonymous request brought.
     *
     * @param token the access token, which has been used
     * @param content the business object, UTF-8 JSON
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Fetched(AccessToken token, byte[] content) {

        /** Shows sizes only. */
        @Override
        public String toString() {
            return "Fetched[" + content.length + " bytes]";
        }
    }

    /**
     * Fetches the result, once, and stores it before it is returned. A browser that comes again gets the same outcome.
     *
     * @param kind the anonymous kind
     * @param redirect what the browser brought back
     * @param businessId the request that this browser started
     * @param state the state that this browser was given
     * @param <T> the type of the result
     * @return how the request ended
     */
    public <T> RequestOutcome<T> complete(
            RequestKind<T> kind, AuthorizationRedirect redirect, BusinessId businessId, State state) {
        context.tracker().requireKnown(kind);
        if (kind.partReader().isPresent()) {
            throw new InvalidRequestException(
                    "The answer of a " + kind + " comes in parts, by callback: no redirect completes it.");
        }
        requireAnswerTo(redirect, businessId, state);
        Claim claim = claims.claim(businessId, state);
        if (claim instanceof Claimed claimed) {
            requireKind(kind, claimed);
            return complete(kind, redirect, claimed, state);
        }
        if (claim == RequestClaims.Refused.BUSY) {
            throw new ProtocolException(
                    "The redirect came twice, and the result is being fetched for the first: wait for that one.");
        }
        return context.tracker().outcome(businessId, kind).orElseThrow(RedirectCompletion::unknown);
    }

    /**
     * Takes the return of a request of whatever kind it is. A browser that comes again changes nothing.
     *
     * @param redirect what the browser brought back
     * @param businessId the request that this browser started
     * @param state the state that this browser was given
     */
    public void complete(AuthorizationRedirect redirect, BusinessId businessId, State state) {
        requireAnswerTo(redirect, businessId, state);
        Claim claim = claims.claim(businessId, state);
        if (claim == RequestClaims.Refused.UNKNOWN) {
            throw unknown();
        }
        if (claim instanceof Claimed claimed) {
            RequestKind<?> kind = kind(claimed);
            if (kind.partReader().isPresent()) {
                fetchPreliminary(kind, redirect, claimed);
            } else {
                complete(kind, redirect, claimed, state);
            }
        }
    }

    private <T> RequestOutcome<T> complete(
            RequestKind<T> kind, AuthorizationRedirect redirect, Claimed claim, State state) {
        SealedAnswer answer;
        try {
            Optional<ErrorCode> refusal = refusal(redirect);
            answer = refusal.isPresent() ? failed(refusal.get()) : fetch(kind, redirect, claim, state);
        } catch (GatewayException e) {
            if (!e.code().category().concernsTheUser()) {
                claims.release(claim);
                throw e;
            }
            answer = failed(e.code());
        } catch (RuntimeException | Error e) {
            claims.release(claim);
            throw e;
        }
        return context.tracker().outcome(claims.answer(claim, answer), kind);
    }

    private RequestKind<?> kind(Claimed claim) {
        String name = claim.request().kind();
        return context.tracker().kind(name).orElseThrow(() -> {
            claims.release(claim);
            return new ConfigurationException("The client does not know the kind " + name
                    + " of the request that a browser comes back with: another version of this application began it.");
        });
    }

    private static ProtocolException unknown() {
        return new ProtocolException(
                "No request waits for this redirect: it ended too long ago, or was never started. Start again.");
    }

    private SealedAnswer fetch(RequestKind<?> kind, AuthorizationRedirect redirect, Claimed claim, State state) {
        BusinessId businessId = claim.request().businessId();
        AccessToken token = exchange.exchange(TokenRequest.of(code(redirect)));
        SealedCalls.Opened result = call(kind, token, businessId);
        requireOurs(kind, result, businessId, state);
        return sealed(result);
    }

    /**
     * Fetches what comes before the parts of an answer and keeps it; the parts come by callback.
     *
     * @param kind an anonymous kind whose answer comes in parts
     * @param redirect what the browser brought back
     * @param businessId the request that this browser started
     * @param state the state that this browser was given
     * @return what was fetched; empty if the user refused, and then the request has ended
     */
    public Optional<Fetched> fetchPreliminary(
            RequestKind<?> kind, AuthorizationRedirect redirect, BusinessId businessId, State state) {
        requireAnswerTo(redirect, businessId, state);
        if (!(claims.claim(businessId, state) instanceof Claimed claim)) {
            throw new ProtocolException("No request waits for this redirect: it has ended, was never started, or the"
                    + " redirect came twice and is being processed.");
        }
        requireKind(kind, claim);
        return fetchPreliminary(kind, redirect, claim);
    }

    private Optional<Fetched> fetchPreliminary(RequestKind<?> kind, AuthorizationRedirect redirect, Claimed claim) {
        Optional<ErrorCode> refusal = refusal(redirect);
        if (refusal.isPresent()) {
            claims.answer(claim, failed(refusal.get()));
            return Optional.empty();
        }
        try {
            AccessToken token = exchange.exchange(TokenRequest.of(code(redirect)));
            SealedCalls.Opened answer = call(kind, token, claim.request().businessId());
            byte[] content = BusinessObject.read(answer.plaintext(), "The content of " + path(kind))
                    .json();
            requirePreliminary(kind, content);
            keep(claim.request(), answer);
            return Optional.of(new Fetched(token, content));
        } finally {
            claims.release(claim);
        }
    }

    /** What cannot be read must not take the place of what can. */
    private static void requirePreliminary(RequestKind<?> kind, byte[] content) {
        boolean isPreliminary = kind.partReader()
                .map(reader -> reader.read(content, new byte[0]).equals(Part.PRELIMINARY))
                .orElse(false);
        if (!isPreliminary) {
            throw new ProtocolException("The answer to the request for what comes before the parts of a " + kind
                    + " brings something else.");
        }
    }

    /** The application gets it also where it cannot be kept: the gateway hands it out once. */
    private void keep(StoredRequest request, SealedCalls.Opened answer) {
        try {
            context.tracker().parts().keepPreliminary(request, sealed(answer));
        } catch (RuntimeException e) {
            log.warn(
                    "What was fetched for request {} could not be kept, only returned: the store failed with {}",
                    request.businessId(),
                    e.getClass().getName());
        }
    }

    /** The result of another kind would be fetched, and handed to the handlers of this one. */
    private void requireKind(RequestKind<?> kind, Claimed claim) {
        String started = claim.request().kind();
        if (!started.equals(kind.name())) {
            claims.release(claim);
            throw new InvalidRequestException("The request " + claim.request().businessId() + " is of the kind "
                    + started + ", not " + kind + ": complete it as what was started.");
        }
    }

    /** Refuses what belongs to another request than the one that this browser started. */
    private static void requireAnswerTo(AuthorizationRedirect redirect, BusinessId businessId, State state) {
        boolean sameState = state.matches(redirect.state().map(State::value).orElse(null));
        Optional<String> named = redirect instanceof Granted granted ? granted.businessId() : Optional.empty();
        if (!sameState || !named.map(businessId.value()::equals).orElse(true)) {
            throw new ProtocolException("The redirect does not answer the request that this browser started: its state"
                    + " or businessID is another one. Start again.");
        }
    }

    private static Optional<ErrorCode> refusal(AuthorizationRedirect redirect) {
        if (redirect instanceof Failed failed) {
            return Optional.of(failed.errorCode());
        }
        // Back without a code and without a reason: the user left the gateway's page [D].
        return redirect instanceof Declined declined
                ? Optional.of(declined.errorCode().orElse(ErrorCode.AUTHENTICATION_CANCELLED))
                : Optional.empty();
    }

    private static AuthorizationCode code(AuthorizationRedirect redirect) {
        if (redirect instanceof Granted granted) {
            return granted.code();
        }
        throw new ProtocolException("A redirect without a code has nothing to exchange.");
    }

    private SealedCalls.Opened call(RequestKind<?> kind, AccessToken token, BusinessId businessId) {
        ObjectNode body = Json.object()
                .put("accessToken", token.value())
                .put("openID", token.tokenisedId().value());
        if (context.businessIdInGetResult().contains(kind.name())) {
            body.put("businessID", businessId.value());
        }
        return context.calls().callForSealed(new ApiCall(path(kind), Repeat.IF_NOT_CARRIED_OUT), Json.write(body));
    }

    /** Every anonymous kind has such a call, and no other is claimed. */
    private String path(RequestKind<?> kind) {
        return context.paths().path(kind.result().orElseThrow());
    }

    /** A code that was obtained for another request would fetch that other one's result. */
    private void requireOurs(RequestKind<?> kind, SealedCalls.Opened answer, BusinessId businessId, State state) {
        BusinessObject result = BusinessObject.read(answer.plaintext(), "The content of " + path(kind));
        if (!result.businessId().map(businessId.value()::equals).orElse(true)
                || !result.state().map(state::matches).orElse(true)) {
            throw new ProtocolException(path(kind) + " answered with the result of another request.");
        }
        Optional<ErrorCode> failure = result.code().filter(code -> !code.isSuccess());
        if (failure.isPresent()) {
            throw new GatewayException(failure.get(), answer.txId(), path(kind), null);
        }
    }

    private SealedAnswer sealed(SealedCalls.Opened answer) {
        return new SealedAnswer(
                ErrorCode.SUCCESS,
                answer.txId(),
                context.calls().wrappedKey(answer),
                answer.frame(),
                context.clock().instant());
    }

    /** A redirect can say anything, but not that there is a result without a code. */
    private SealedAnswer failed(ErrorCode code) {
        return SealedAnswer.withoutContent(
                code.isSuccess() ? ErrorCode.UNKNOWN_EXCEPTION : code,
                context.clock().instant());
    }
}
