package io.github.iamsmart.internal.flow;

import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.identity.AccessToken;
import io.github.iamsmart.requests.AnonymousRequest;
import io.github.iamsmart.requests.InitiatedRequest;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.requests.UserRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hands each request to the flow that sends it, by its class. Thread-safe when it is complete. */
public final class FlowRoutes {

    private final Map<Class<?>, Route<?>> routes = new LinkedHashMap<>();

    /** Creates it without a flow. */
    public FlowRoutes() {}

    /** Sends the requests of users who have signed in. */
    @FunctionalInterface
    public interface Initiation<R extends UserRequest> {

        /** {@return the accepted request} */
        InitiatedRequest initiate(AccessToken token, R request, RequestOptions options);
    }

    /** Sends the requests of users who have not signed in. */
    @FunctionalInterface
    public interface AnonymousInitiation<R extends UserRequest> {

        /** {@return the accepted request} */
        AnonymousRequest initiate(R request, RequestOptions options);
    }

    private record Route<R extends UserRequest>(
            Class<R> type, Initiation<R> signedIn, @Nullable AnonymousInitiation<R> anonymous) {

        InitiatedRequest initiate(AccessToken token, UserRequest request, RequestOptions options) {
            return signedIn.initiate(token, type.cast(request), options);
        }

        AnonymousRequest initiateAnonymous(UserRequest request, RequestOptions options) {
            if (anonymous == null) {
                throw new InvalidRequestException(
                        "Users must sign in before they are asked for a " + request.kind() + ".");
            }
            return anonymous.initiate(type.cast(request), options);
        }
    }

    /**
     * Adds a flow for users who must sign in.
     *
     * @param type the class of its requests
     * @param signedIn sends them
     * @return this
     */
    public <R extends UserRequest> FlowRoutes add(Class<R> type, Initiation<R> signedIn) {
        routes.put(type, new Route<>(type, signedIn, null));
        return this;
    }

    /**
     * Adds a flow.
     *
     * @param type the class of its requests
     * @param signedIn sends those of users who have signed in
     * @param anonymous sends those of others
     * @return this
     */
    public <R extends UserRequest> FlowRoutes add(
            Class<R> type, Initiation<R> signedIn, AnonymousInitiation<R> anonymous) {
        routes.put(type, new Route<>(type, signedIn, anonymous));
        return this;
    }

    /** Sends a request for a user who has signed in. */
    public InitiatedRequest initiate(UserRequest request, AccessToken token, RequestOptions options) {
        return route(request).initiate(token, request, options);
    }

    /** Sends a request for a user who has not signed in. */
    public AnonymousRequest initiateAnonymous(UserRequest request, RequestOptions options) {
        return route(request).initiateAnonymous(request, options);
    }

    private Route<?> route(UserRequest request) {
        Route<?> route = routes.get(request.getClass());
        if (route == null) {
            throw new ConfigurationException(request.getClass().getName()
                    + " is a UserRequest that no flow sends: make it with OwnRequest.of(kind, body).");
        }
        return route;
    }
}
