package io.github.iamsmart.simulator.callback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.Fault;
import io.github.iamsmart.simulator.FaultKind;
import io.github.iamsmart.simulator.client.Cek;
import io.github.iamsmart.simulator.client.Client;
import io.github.iamsmart.simulator.client.ClientKeys;
import io.github.iamsmart.simulator.fault.FaultInjector;
import io.github.iamsmart.simulator.request.PendingRequest;
import io.github.iamsmart.simulator.wire.Code;
import io.github.iamsmart.simulator.wire.Content;
import io.github.iamsmart.simulator.wire.Envelope;
import io.github.iamsmart.simulator.wire.Json;
import io.github.iamsmart.simulator.wire.RandomText;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Writes callbacks: the content under the client's CEK, and beside it that CEK under the KEK [D][W]. */
final class CallbackWriter {
    private final FaultInjector faults;
    private final Clock clock;
    private final Duration cekLifetime;

    CallbackWriter(FaultInjector faults, Clock clock, Duration cekLifetime) {
        this.faults = faults;
        this.clock = clock;
        this.cekLifetime = cekLifetime;
    }

    /** One message and the faults that it shows. */
    private final class Draft {
        private final PendingRequest request;
        private final String path;
        private final Client client;
        private final List<FaultKind> shown = new ArrayList<>();

        private Draft(PendingRequest request, String path, Client client) {
            this.request = request;
            this.path = path;
            this.client = client;
            this.shown.addAll(request.faults());
        }

        private Optional<Fault> take(FaultKind kind) {
            Optional<Fault> fault = faults.take(kind, path, client.id());
            fault.ifPresent(one -> shown.add(kind));
            return fault;
        }

        private boolean has(FaultKind kind) {
            return take(kind).isPresent();
        }

        private CallbackMessage write(PublicKey kek, Code result, ObjectNode resultContent) {
            Optional<Fault> refusal = take(FaultKind.CALLBACK_ERROR_CODE);
            String code = refusal.map(fault -> fault.code().orElse(Code.UNKNOWN_EXCEPTION.value()))
                    .orElse(result.value());
            ObjectNode content = refusal.isPresent() ? Callbacks.about(request) : resultContent;
            if (has(FaultKind.CALLBACK_WRONG_STATE)) {
                content.put("state", RandomText.hex(32));
            }
            ObjectNode envelope = Envelope.of(code, Code.messageOf(code));
            ObjectNode plain = content;
            if (has(FaultKind.CALLBACK_INNER_ENVELOPE)) {
                plain = envelope.deepCopy();
                plain.set("content", content);
            }
            Cek cek = cek(kek);
            String sealed = Content.seal(cek.key(), Json.bytes(plain));
            envelope.put("secretKey", cek.wrapped())
                    .put("content", has(FaultKind.CALLBACK_TAMPERED_TAG) ? withAnotherTag(sealed) : sealed);
            boolean multipart =
                    has(FaultKind.CALLBACK_MULTIPART) || request.terms().multipartCallback();
            byte[] json = Json.bytes(envelope);
            return multipart
                    ? new CallbackMessage(Multipart.body(json), Multipart.CONTENT_TYPE, code, List.copyOf(shown))
                    : new CallbackMessage(json, "application/json", code, List.copyOf(shown));
        }

        private Cek cek(PublicKey kek) {
            Instant now = clock.instant();
            if (has(FaultKind.CALLBACK_FOREIGN_KEY)) {
                return ClientKeys.foreign(kek, now, cekLifetime);
            }
            if (has(FaultKind.CALLBACK_NEW_CEK)) {
                client.keys().revoke();
            }
            return client.keys().fetch(kek, now, cekLifetime, false);
        }
    }

    CallbackMessage write(
            PendingRequest request, String path, Client client, PublicKey kek, Code code, ObjectNode content) {
        return new Draft(request, path, client).write(kek, code, content);
    }

    private static String withAnotherTag(String content) {
        byte[] sealed = Base64.getDecoder().decode(content);
        sealed[sealed.length - 1] ^= 1;
        return Base64.getEncoder().encodeToString(sealed);
    }
}
