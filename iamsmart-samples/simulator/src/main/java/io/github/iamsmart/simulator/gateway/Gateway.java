package io.github.iamsmart.simulator.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.iamsmart.simulator.Fault;
import io.github.iamsmart.simulator.FaultKind.Stage;
import io.github.iamsmart.simulator.client.Cek;
import io.github.iamsmart.simulator.client.Client;
import io.github.iamsmart.simulator.client.ClientRegistry;
import io.github.iamsmart.simulator.fault.Distortion;
import io.github.iamsmart.simulator.fault.FaultInjector;
import io.github.iamsmart.simulator.http.HttpAnswer;
import io.github.iamsmart.simulator.http.HttpCall;
import io.github.iamsmart.simulator.http.Router;
import io.github.iamsmart.simulator.journal.CallDraft;
import io.github.iamsmart.simulator.journal.Journal;
import io.github.iamsmart.simulator.journal.RelatedRequest;
import io.github.iamsmart.simulator.wire.Code;
import io.github.iamsmart.simulator.wire.CodeTable;
import io.github.iamsmart.simulator.wire.Content;
import io.github.iamsmart.simulator.wire.Envelope;
import io.github.iamsmart.simulator.wire.Json;
import io.github.iamsmart.simulator.wire.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every server-to-server call goes through here, whatever its API. */
public final class Gateway {
    private record Result(ObjectNode envelope, @Nullable String reason) {}

    private final ClientRegistry clients;
    private final FaultInjector faults;
    private final Journal journal;
    private final RelatedRequest related;
    private final CodeTable codes;
    private final Clock clock;
    private final Duration timestampTolerance;

    public Gateway(
            ClientRegistry clients,
            FaultInjector faults,
            Journal journal,
            RelatedRequest related,
            CodeTable codes,
            Clock clock,
            Duration timestampTolerance) {
        this.clients = clients;
        this.faults = faults;
        this.journal = journal;
        this.related = related;
        this.codes = codes;
        this.clock = clock;
        this.timestampTolerance = timestampTolerance;
    }

    public HttpAnswer answer(GatewayEndpoint endpoint, HttpCall call) {
        String clientId = call.header("clientID").orElse("");
        CallDraft line = CallDraft.call(call);
        clients.find(clientId)
                .ifPresent(client -> line.hiding(client.registration().clientSecret()));
        Optional<Fault> instead = faults.take(Stage.INSTEAD, endpoint.path(), clientId);
        if (instead.isPresent()) {
            return recorded(line.ended(null, happened(instead.get())), Distortion.instead(instead.get()));
        }
        if (call.tooLarge()) {
            line.ended(null, "The body is over 10 MiB.");
            return recorded(line, Router.sentence(413, "A request may have 10 MiB at most."));
        }
        Result result = result(endpoint, call, line);
        Optional<Fault> spoiled = faults.take(Stage.ANSWER, endpoint.path(), clientId);
        String code = result.envelope().get("code").textValue();
        line.ended(code, spoiled.map(Gateway::happened).orElse(result.reason()));
        return recorded(
                line,
                spoiled.map(fault -> Distortion.answer(fault, result.envelope()))
                        .orElseGet(() -> HttpAnswer.json(200, Json.bytes(result.envelope()))));
    }

    private HttpAnswer recorded(CallDraft line, HttpAnswer answer) {
        journal.add(line.answered(answer));
        return answer;
    }

    private Result result(GatewayEndpoint endpoint, HttpCall call, CallDraft line) {
        try {
            Client client = authenticate(call, line);
            if (endpoint.sealed()) {
                return sealed(endpoint, client, call, line);
            }
            ObjectNode content = SealedBody.empty(call.body());
            return carryOut(endpoint, new GatewayCall(client, content), null, line);
        } catch (Refusal refusal) {
            return new Result(Envelope.of(refusal.code().value(), refusal.wireMessage()), refusal.reason());
        }
    }

    private Result sealed(GatewayEndpoint endpoint, Client client, HttpCall call, CallDraft line) {
        String content = SealedBody.content(call.body());
        faults.take(Stage.BEFORE, endpoint.path(), client.id())
                .ifPresent(fault -> client.keys().revoke());
        Cek cek = client.keys()
                .current(clock.instant())
                .orElseThrow(() -> Refusal.of(
                        Code.CEK_MISSING,
                        client.keys().former().isEmpty()
                                ? "This client has never fetched a CEK; call getKey first."
                                : "The CEK has expired or was revoked; call getKey for a new one."));
        ObjectNode plain = SealedBody.open(cek, client.keys(), content);
        line.opened(Json.bytes(plain)).ticket(related.ticket(client.id(), plain, Json.object()));
        EmptyArrays.refuse(plain);
        return carryOut(endpoint, new GatewayCall(client, plain), cek, line);
    }

    private Result carryOut(GatewayEndpoint endpoint, GatewayCall call, @Nullable Cek cek, CallDraft line) {
        Optional<Fault> ordered =
                faults.take(Stage.HANDLING, endpoint.path(), call.client().id());
        if (ordered.isPresent()) {
            String code = ordered.get().code().orElse(Code.UNKNOWN_EXCEPTION.value());
            return new Result(Envelope.of(code, codes.messageOf(code)), happened(ordered.get()));
        }
        JsonNode answer = endpoint.handle(call);
        if (cek == null) {
            return new Result(Envelope.success(answer), null);
        }
        byte[] plain = Json.bytes(answer);
        line.answerOpened(plain).ticket(related.ticket(call.client().id(), call.content(), answer));
        return new Result(Envelope.success(TextNode.valueOf(Content.seal(cek.key(), plain))), null);
    }

    private Client authenticate(HttpCall call, CallDraft line) {
        checkContentType(call);
        SignedHeaders headers = SignedHeaders.of(call);
        line.signed(headers.head());
        Client client = clients.find(headers.clientId())
                .orElseThrow(() -> Refusal.about(
                        "clientID",
                        Code.PARAMETER_INVALID,
                        "No client is registered as '" + headers.clientId()
                                + "'; register it with POST /control/clients."));
        SignatureCheck.check(client, headers, call.body(), clock.instant());
        client.seen().accept(headers.nonce(), headers.epochMillis(), timestampTolerance, clock.instant());
        return client;
    }

    private static void checkContentType(HttpCall call) {
        String type = call.header("Content-Type")
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .replace(" ", "")
                .replace("\"", "");
        boolean json = type.equals("application/json") || type.equals("application/json;charset=utf-8");
        if (!json && call.body().length > 0) {
            throw Refusal.about(
                    "Content-Type",
                    Code.PARAMETER_INVALID,
                    "The Content-Type is '" + type + "'; it must be application/json, in UTF-8.");
        }
    }

    private static String happened(Fault fault) {
        return "Fault " + fault.kind().wireName() + ": " + fault.kind().sentence();
    }
}
