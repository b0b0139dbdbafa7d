package io.github.iamsmart.internal.flow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.error.GatewayException;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.error.TransportException;
import io.github.iamsmart.identity.AccessToken;
import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.internal.gateway.ApiCall.Repeat;
import io.github.iamsmart.internal.json.Json;
import io.github.iamsmart.internal.text.QueryText;
import io.github.iamsmart.requests.AnonymousRequest;
import io.github.iamsmart.requests.InitiatedRequest;
import io.github.iamsmart.requests.RequestKind;
import io.github.iamsmart.requests.RequestOptions;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests that users answer in the app. A request is stored before it is sent, so that a callback which
 * overtakes the answer finds it. Thread-safe.
 */
public final class RequestSender {

    private final FlowContext context;

    /**
     * Creates a sender.
     *
     * @param context of the client
     */
    public RequestSender(FlowContext context) {
        this.context = context;
    }

    /** A request that was sent, and what the gateway answered. */
    private record Sent(Instant expiresAt, ObjectNode answer) {

        String ticket() {
            return Json.text(answer, "ticketID")
                    .filter(ticket -> !ticket.isBlank())
                    .orElse("");
        }
    }

    /**
     * Sends a request for a user who has signed in.
     *
     * @param kind what kind it is
     * @param token the user's token
     * @param options from where, and where the result goes
     * @param body the members of this kind; the common ones are added to it
     * @return the accepted request
     */
    public InitiatedRequest send(RequestKind<?> kind, AccessToken token, RequestOptions options, ObjectNode body) {
        if (kind.isAnonymous()) {
            throw new InvalidRequestException(
                    "A " + kind + " is for users who have not signed in: send it with initiateAnonymous.");
        }
        URI callback = options.callbackUri()
                .orElseThrow(
                        () -> new InvalidRequestException("The request needs a callbackUri in its RequestOptions: the"
                                + " registered URL to which iAM Smart sends the result."));
        body.put("accessToken", token.value())
                .put("openID", token.tokenisedId().value())
                .put(options.appReturn().isPresent() ? "serverRedirectURI" : "redirectURI", redirectUri(callback));
        options.appReturn().ifPresent(way -> way.parameters().forEach(body::put));
        Sent sent = send(kind, options, body);
        boolean authByQr =
                Json.text(sent.answer(), "authByQR").map(Boolean::parseBoolean).orElse(true);
        String ticket = sent.ticket();
        if (!authByQr && ticket.isEmpty()) {
            throw noTicket();
        }
        Optional<URI> link = authByQr ? Optional.empty() : context.appLinks().find(kind.screen(), ticket);
        return new InitiatedRequest(options.businessId(), authByQr, ticket, sent.expiresAt(), link, Optional.empty());
    }

    /**
     * Sends a request for a user who has not signed in.
     *
     * @param kind what kind it is
     * @param scopes what the user is asked for when the browser goes to the gateway
     * @param options from where, and where the browser comes back to
     * @param body the members of this kind; the common ones are added to it
     * @return the accepted request
     */
    public AnonymousRequest sendAnonymous(
            RequestKind<?> kind, Set<Scope> scopes, RequestOptions options, ObjectNode body) {
        if (!kind.isAnonymous()) {
            throw new InvalidRequestException(
                    "A " + kind + " is for users who have signed in: send it with initiate, or"
                            + " send its twin, which kind.anonymous() makes.");
        }
        if (options.appReturn().isPresent()) {
            throw new InvalidRequestException(
                    "An anonymous request comes back to a browser: AppReturn is for signed-in users.");
        }
        URI redirect = options.redirectUri()
                .orElseThrow(() -> new InvalidRequestException("An anonymous request needs a redirectUri in its"
                        + " RequestOptions: the registered URL to which the browser comes back."));
        body.put("redirectURI", redirectUri(redirect));
        Sent sent = send(kind, options, body);
        if (sent.ticket().isEmpty()) {
            throw noTicket();
        }
        return new AnonymousRequest(
                options.businessId(),
                options.state(),
                sent.ticket(),
                redirect,
                scopes,
                options.source(),
                options.language(),
                sent.expiresAt(),
                context.appLinks().open(kind.screen(), sent.ticket()),
                Optional.empty());
    }

    private String redirectUri(URI uri) {
        return context.encodeRedirectUri() ? QueryText.encoded(uri.toString()) : uri.toString();
    }

    private Sent send(RequestKind<?> kind, RequestOptions options, ObjectNode body) {
        body.put("businessID", options.businessId().value())
                .put("source", options.source().value())
                .put("state", options.state().value())
                .put("lang", options.language().orElse(context.language()).wireValue());
        byte[] plaintext = Json.write(body);
        Registration registration = new Registration(kind, options, plaintext);
        try {
            byte[] answer =
                    context.call(path(kind, options), Repeat.IF_NOT_CARRIED_OUT, plaintext, registration::store);
            return new Sent(registration.expiresAt(), Json.object(answer, "The content of " + kind.initiate()));
        } catch (IamSmartException e) {
            if (certainlyNotCarriedOut(e)) {
                registration.withdraw();
            }
            throw e;
        }
    }

    private String path(RequestKind<?> kind, RequestOptions options) {
        String path = context.paths().path(kind.initiate());
        return options.appReturn().isPresent() ? context.ownAppCalls().path(path) : path;
    }

    /** After any other failure the user may still see the request, and answer it. */
    private static boolean certainlyNotCarriedOut(IamSmartException e) {
        return e instanceof GatewayException
                || e instanceof ConfigurationException
                || (e instanceof TransportException transport && !transport.mayHaveArrived());
    }

    private static ProtocolException noTicket() {
        return new ProtocolException(
                "The answer to the request has no ticketID, without which the user cannot open it.");
    }

    /** A request in the store, from the moment before it is sent. For one thread. */
    private final class Registration {

        private final RequestKind<?> kind;
        private final RequestOptions options;
        private final byte[] plaintext;
        private @Nullable Instant expiresAt;

        Registration(RequestKind<?> kind, RequestOptions options, byte[] plaintext) {
            this.kind = kind;
            this.options = options;
            this.plaintext = plaintext;
        }

        void store() {
            expiresAt = context.tracker().begin(kind, options, plaintext);
        }

        Instant expiresAt() {
            if (expiresAt == null) {
                throw new IllegalStateException("The request was not sent yet.");
            }
            return expiresAt;
        }

        /** Deletes the request, unless it was another one that had this business id before. */
        void withdraw() {
            if (expiresAt != null) {
                context.tracker().withdraw(kind, options.businessId());
            }
        }
    }
}
