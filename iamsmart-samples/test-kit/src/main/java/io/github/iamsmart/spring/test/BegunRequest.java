package io.github.iamsmart.spring.test;

import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.identity.TokenisedId;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestInfo;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.requests.RequestOutcome.Completed;
import io.github.iamsmart.requests.RequestOutcome.Declined;
import io.github.iamsmart.requests.RequestOutcome.Failed;
import io.github.iamsmart.requests.RequestOutcome.TimedOut;
import io.github.iamsmart.requests.UserRequest;
import java.time.Instant;
import java.util.Optional;

/**
 * A request that the application began in a test without a gateway. Its methods make the outcomes that
 * {@link IamSmartRecorder#deliver} hands to the application.
 *
 * @param kind the name of its kind, for example {@code form-filling}
 * @param request what the user is asked
 * @param businessId its id
 * @param reference the application's own
 * @param thenGoTo where the browser goes when the user has approved, a path within the application
 * @param againAt where the user can begin again, if the application said so
 * @param user who is asked; empty if they have not signed in
 * @param begunAt when
 */
public record BegunRequest(
        String kind,
        UserRequest request,
        BusinessId businessId,
        Optional<String> reference,
        String thenGoTo,
        Optional<String> againAt,
        Optional<TokenisedId> user,
        Instant begunAt) {

    /** {@return what an outcome says of the request} */
    public RequestInfo info() {
        return new RequestInfo(businessId, kind, reference, begunAt);
    }

    /**
     * {@return the outcome of a user who approves}
     *
     * @param result what comes of it; {@link TestResults} has some
     * @param <T> its type
     */
    public <T> RequestOutcome<T> approved(T result) {
        return new Completed<>(info(), result);
    }

    /** {@return the outcome of a user who refuses} */
    public RequestOutcome<?> declined() {
        return new Declined<>(info(), ErrorCode.AUTHENTICATION_REJECTED);
    }

    /**
     * {@return the outcome of a request that the gateway could not complete}
     *
     * @param code the gateway's code
     */
    public RequestOutcome<?> failed(ErrorCode code) {
        return new Failed<>(info(), code);
    }

    /** {@return the outcome of a request that nobody answered, and about which no callback came} */
    public RequestOutcome<?> timedOut() {
        return new TimedOut<>(info(), Optional.empty());
    }

    /** Does not show what the user is asked, nor any path. */
    @Override
    public String toString() {
        return "BegunRequest[" + info() + "]";
    }
}
