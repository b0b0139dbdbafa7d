package io.github.iamsmart.simulator.callback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.FaultKind;
import io.github.iamsmart.simulator.SimulatedCallback;
import io.github.iamsmart.simulator.request.PendingRequest;
import io.github.iamsmart.simulator.wire.Code;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A callback to a service.
 *
 * @param path the API that the request came by, for the faults
 * @param target where it goes
 * @param file the signatures that a {@link Shape#SIGNATURES} brings, as text
 * @param shown the faults that its content shows already
 * @param since when the user answered; a delay counts from then
 * @param outcome gets the outcome, each time that it is sent
 */
public record Callback(
        PendingRequest request,
        String path,
        URI target,
        Code code,
        ObjectNode content,
        Shape shape,
        Optional<String> file,
        List<FaultKind> shown,
        Instant since,
        Consumer<SimulatedCallback> outcome) {

    /** How it looks. */
    public enum Shape {
        /** JSON, as nearly all of them. */
        JSON,
        /** A form with one part of JSON, for services that want that. */
        FORM,
        /** The token of a bulk signing: JSON that no fault of other callbacks touches. */
        TOKEN,
        /** The result of a bulk signing: a form with the metadata and, unless it has failed, a file of signatures. */
        SIGNATURES
    }

    /** The answer to a request that has one. */
    public static Callback result(PendingRequest request, String path, Code code, ObjectNode content, Instant since) {
        Shape shape = request.terms().multipartCallback() ? Shape.FORM : Shape.JSON;
        return new Callback(
                request,
                path,
                request.terms().redirectUri().orElseThrow(),
                code,
                content,
                shape,
                Optional.empty(),
                request.faults(),
                since,
                request::callback);
    }

    /** The token of a bulk signing; nobody waits to hear of it. */
    public static Callback token(PendingRequest request, String path, ObjectNode content) {
        return new Callback(
                request,
                path,
                request.terms().redirectUri().orElseThrow(),
                Code.SUCCESS,
                content,
                Shape.TOKEN,
                Optional.empty(),
                List.of(),
                request.terms().createdAt(),
                result -> {});
    }

    String clientId() {
        return request.terms().clientId();
    }

    @Override
    public String toString() {
        return "Callback[path=" + path + ", code=" + code.value() + ", shape=" + shape + "]";
    }
}
