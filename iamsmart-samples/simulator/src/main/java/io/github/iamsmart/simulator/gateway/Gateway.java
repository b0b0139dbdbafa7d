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
import io.github.iamsmart.simulator.journal.Journal;
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
    private final CodeTable codes;
    private final Clock clock;
    private final Duration timestampTolerance;

    public Gateway(
            ClientRegistry clients,
            FaultInjector faults,
            Journal journal,
            CodeTable codes,
            Clock clock,
            Duration timestampTolerance) {
        this.clients = clients;
        this.faults = faults;
        this.journal = journal;
        this.codes = codes;
        this.clock = clock;
        this.timestampTolerance = timestampTolerance;
    }

    public HttpAnswer answer(GatewayEndpoint endpoint, HttpCall call) {
        String clientId = call.header("clientID").orElse("");
        Optional<Fault> instead = faults.take(Stage.INSTEAD, endpoint.path(), clientId);
        if (instead.isPresent()) {
            HttpAnswer answer = Distortion.instead(instead.get());
            log(call, answer.status(), null, happened(instead.get()));
            return answer;
        }
        if (call.tooLarge()) {
            log(call, 413, null, "The body is over 10 MiB.");
            return Router.sentence(413, "A request may have 10 MiB at most.");
        }
        Result result = result(endpoint, call);
        Optional<Fault> spoiled = faults.take(Stage.ANSWER, endpoint.path(), clientId);
        String code = result.envelope().get("code").textValue();
        log(call, 200, code, spoiled.map(Gateway::happened).orElse(result.reason()));
        return spoiled.map(fault -> Distortion.answer(fault, result.envelope()))
                .orElseGet(() -> HttpAnswer.json(200, Json.bytes(result.envelope())));
    }

    private Result result(GatewayEndpoint endpoint, HttpCall call) {
        try {
            Client client = authenticate(call);
            if (endpoint.sealed()) {
                return sealed(endpoint, client, call);
            }
            ObjectNode content = SealedBody.empty(call.body());
            return carryOut(endpoint, new GatewayCall(client, content), null);
        } catch (Refusal refusal) {
            return new Result(Envelope.of(refusal.code().value(), refusal.wireMessage()), refusal.reason());
        }
    }

    private Result sealed(GatewayEndpoint endpoint, Client client, HttpCall call) {
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
        EmptyArrays.refuse(plain);
        return carryOut(endpoint, new GatewayCall(client, plain), cek);
    }

    private Result carryOut(GatewayEndpoint endpoint, GatewayCall call, @Nullable Cek cek) {
        Optional<Fault> ordered =
                faults.take(Stage.HANDLING, endpoint.path(), call.client().id());
        if (ordered.isPresent()) {
            String code = ordered.get().code().orElse(Code.UNKNOWN_EXCEPTION.value());
            return new Result(Envelope.of(code, codes.messageOf(code)), happened(ordered.get()));
        }
        JsonNode answer = endpoint.handle(call);
        JsonNode content = cek == null ? answer : TextNode.valueOf(Content.seal(cek.key(), Json.bytes(answer)));
        return new Result(Envelope.success(content), null);
    }

    private Client authenticate(HttpCall call) {
        checkContentType(call);
        SignedHeaders headers = SignedHeaders.of(call);
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

    private void log(HttpCall call, int status, @Nullable String code, @Nullable String reason) {
        journal.add(call.header("clientID"), call.method(), call.path(), status, code, reason);
    }

    private static String happened(Fault fault) {
        return "Fault " + fault.kind().wireName() + ": " + fault.kind().sentence();
    }
}
