package io.github.iamsmart.internal.flow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.environment.Api;
import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.error.GatewayException;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.error.TransportException;
import io.github.iamsmart.internal.gateway.ApiCall.Repeat;
import io.github.iamsmart.internal.json.Json;
import io.github.iamsmart.request.AnonymousRequest;
import io.github.iamsmart.request.AppLink;
import io.github.iamsmart.request.BusinessId;
import io.github.iamsmart.request.InitiatedRequest;
import io.github.iamsmart.request.RequestOptions;
import io.github.iamsmart.request.Scope;
import io.github.iamsmart.tracking.RequestKind;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Sends a request that the user answers in the app. The request is stored before it is sent, so that a callback which
 * overtakes the answer finds it.
 *
 * @param api where it is sent
 * @param kind what kind it is
 * @param screen which screen of the app it opens
 */
public record Initiation(Api api, RequestKind<?> kind, AppLink.Context screen) {

    /** A request that was sent, and what the gateway answered. */
    private record Sent(Instant expiresAt, ObjectNode answer) {}

    /**
     * Sends a request for a user who has signed in.
     *
     * @param context what the client lends
     * @param accessToken the user's token
     * @param tokenisedId the user
     * @param options from where, and to where
     * @param body the members of this flow; the common ones are added to it
     * @return the accepted request
     */
    public InitiatedRequest send(
            FlowContext context, String accessToken, String tokenisedId, RequestOptions options, ObjectNode body) {
        URI callback = options.callbackUri()
                .orElseThrow(
                        () -> new ConfigurationException("The request needs a callbackUri in its RequestOptions: the"
                                + " registered URL to which iAM Smart sends the result."));
        body.put("accessToken", accessToken).put("openID", tokenisedId).put("redirectURI", callback.toString());
        Sent sent = send(context, options, body);
        boolean authByQr =
                Json.text(sent.answer(), "authByQR").map(Boolean::parseBoolean).orElse(true);
        String ticket = ticket(sent.answer());
        if (!authByQr && ticket.isEmpty()) {
            throw noTicket();
        }
        Optional<URI> link = authByQr ? Optional.empty() : context.appLinks().find(screen, ticket);
        return new InitiatedRequest(options.businessId(), authByQr, ticket, sent.expiresAt(), link);
    }

    /**
     * Sends a request for a user who has not signed in.
     *
     * @param context what the client lends
     * @param options from where, and where the browser comes back to
     * @param scopes what the user is asked for when the browser goes to the gateway
     * @param body the members of this flow; the common ones are added to it
     * @return the accepted request
     */
    AnonymousRequest sendAnonymous(FlowContext context, RequestOptions options, Set<Scope> scopes, ObjectNode body) {
        URI redirect = options.redirectUri()
                .orElseThrow(() -> new ConfigurationException("An anonymous request needs a redirectUri in its"
                        + " RequestOptions: the registered URL to which the browser comes back."));
        body.put("redirectURI", redirect.toString());
        Sent sent = send(context, options, body);
        String ticket = ticket(sent.answer());
        if (ticket.isEmpty()) {
            throw noTicket();
        }
        return new AnonymousRequest(
                options.businessId(),
                options.state(),
                ticket,
                redirect,
                scopes,
                options.source(),
                options.language(),
                sent.expiresAt(),
                context.appLinks().open(screen, ticket));
    }

    private Sent send(FlowContext context, RequestOptions options, ObjectNode body) {
        BusinessId businessId = options.businessId();
        body.put("businessID", businessId.value())
                .put("source", options.source().value())
                .put("state", options.state().value())
                .put("lang", options.language().orElse(context.language()).wireValue());
        Remembered remembered = new Remembered(context.tracker(), kind, options);
        try {
            byte[] answer = context.call(api, Repeat.IF_NOT_CARRIED_OUT, Json.write(body), remembered);
            return new Sent(remembered.expiresAt(), Json.object(answer, "The content of " + api));
        } catch (IamSmartException e) {
            if (certainlyNotCarriedOut(e)) {
                remembered.withdraw();
            }
            throw e;
        }
    }

    /** After any other failure the user may still see the request, and answer it. */
    private static boolean certainlyNotCarriedOut(IamSmartException e) {
        return e instanceof GatewayException
                || e instanceof ConfigurationException
                || (e instanceof TransportException transport && !transport.mayHaveArrived());
    }

    private static String ticket(ObjectNode answer) {
        return Json.text(answer, "ticketID").orElse("");
    }

    private static ProtocolException noTicket() {
        return new ProtocolException(
                "The answer to the request has no ticketID, without which the user cannot open it.");
    }
}
