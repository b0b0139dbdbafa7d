package io.github.iamsmart.simulator.signin;

import io.github.iamsmart.simulator.http.HttpAnswer;
import io.github.iamsmart.simulator.http.HttpCall;
import io.github.iamsmart.simulator.request.PendingRequest;
import io.github.iamsmart.simulator.request.RequestRegistry;
import java.util.Arrays;
import java.util.Optional;

/**
 * Recognises a browser that loads getQR again, so that it goes on with its request: in another language, or without
 * scripts after the phone has answered. A cookie carries the ticket; it counts only for the same client, address and
 * state.
 */
final class EarlierVisit {
    private static final String COOKIE = "iamsmart-simulator-qr";

    private final RequestRegistry requests;

    EarlierVisit(RequestRegistry requests) {
        this.requests = requests;
    }

    Optional<PendingRequest> of(HttpCall call, AuthorizationQuery query) {
        return call.headerValues("Cookie").stream()
                .flatMap(header -> Arrays.stream(header.split(";")))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(COOKIE + "="))
                .map(cookie -> cookie.substring(COOKIE.length() + 1))
                .findFirst()
                .flatMap(requests::find)
                .filter(request -> isTheSame(request, query));
    }

    static HttpAnswer remembered(HttpAnswer answer, PendingRequest request, String path) {
        return answer.with(
                "Set-Cookie",
                COOKIE + "=" + request.terms().ticketId() + "; Path=" + path + "; HttpOnly; SameSite=Lax");
    }

    private static boolean isTheSame(PendingRequest request, AuthorizationQuery query) {
        return request.terms().clientId().equals(query.client().id())
                && query.state().isPresent()
                && request.visit().state().equals(query.state())
                && request.visit().redirectUri().equals(Optional.of(query.redirectUri()))
                && (request.terms().anonymous()
                        ? query.ticketId().equals(Optional.of(request.terms().ticketId()))
                        : query.ticketId().isEmpty());
    }
}
