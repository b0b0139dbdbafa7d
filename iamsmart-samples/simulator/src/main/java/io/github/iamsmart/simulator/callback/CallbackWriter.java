package io.github.iamsmart.simulator.callback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.ClientRegistration;
import io.github.iamsmart.simulator.Fault;
import io.github.iamsmart.simulator.FaultKind;
import io.github.iamsmart.simulator.callback.Callback.Shape;
import io.github.iamsmart.simulator.client.Cek;
import io.github.iamsmart.simulator.client.Client;
import io.github.iamsmart.simulator.client.ClientKeys;
import io.github.iamsmart.simulator.wire.Code;
import io.github.iamsmart.simulator.wire.CodeTable;
import io.github.iamsmart.simulator.wire.Content;
import io.github.iamsmart.simulator.wire.Envelope;
import io.github.iamsmart.simulator.wire.Json;
import io.github.iamsmart.simulator.wire.RandomText;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Writes callbacks: the content under the client's CEK, and beside it that CEK under the KEK [D][W]. */
final class CallbackWriter {
    private final CodeTable codes;
    private final Clock clock;
    private final Duration cekLifetime;

    CallbackWriter(CodeTable codes, Clock clock, Duration cekLifetime) {
        this.codes = codes;
        this.clock = clock;
        this.cekLifetime = cekLifetime;
    }

    CallbackMessage write(Callback callback, Client client, PublicKey kek, CallbackFaults faults) {
        Optional<Fault> refusal = faults.take(FaultKind.CALLBACK_ERROR_CODE);
        String code = refusal.map(fault -> fault.code().orElse(Code.UNKNOWN_EXCEPTION.value()))
                .orElse(callback.code().value());
        ObjectNode content = refusal.isPresent()
                ? CallbackSender.about(callback.request())
                : callback.content().deepCopy();
        if (faults.has(FaultKind.CALLBACK_WRONG_STATE)) {
            content.put("state", RandomText.hex(32));
        }
        ObjectNode envelope = Envelope.ofCallback(callback.request().terms().ticketId(), code, codes.messageOf(code));
        Cek cek = cek(client, kek, faults);
        boolean failure = !code.equals(Code.SUCCESS.value());
        Optional<byte[]> plaintext = Optional.empty();
        if (failure && faults.has(FaultKind.CALLBACK_FAILURE_IN_CLEAR)) {
            envelope.set("content", content);
        } else if (!failure || !faults.has(FaultKind.CALLBACK_FAILURE_WITHOUT_CONTENT)) {
            plaintext = Optional.of(Json.bytes(CallbackPlaintext.of(envelope, content, faults)));
            seal(envelope, plaintext.get(), cek, faults);
        }
        Optional<String> file = refusal.isPresent() ? Optional.empty() : file(callback, cek, faults);
        Optional<byte[]> form = form(callback, Json.bytes(envelope), file, faults);
        String contentType = form.isPresent() ? Multipart.CONTENT_TYPE : "application/json";
        byte[] body = form.orElseGet(() -> Json.bytes(envelope));
        Optional<CallbackSignature> signature = signature(body, client.registration(), faults);
        return new CallbackMessage(
                body,
                contentType,
                signature.map(CallbackSignature::headers).orElse(Map.of()),
                signature.map(CallbackSignature::head),
                plaintext,
                code,
                faults.shown());
    }

    /** Signed as a request is, which one sample of the sister system shows [?]. */
    private Optional<CallbackSignature> signature(byte[] body, ClientRegistration client, CallbackFaults faults) {
        boolean wrong = faults.has(FaultKind.CALLBACK_WRONG_SIGNATURE);
        if (!wrong && !faults.has(FaultKind.CALLBACK_SIGNED)) {
            return Optional.empty();
        }
        String secret = wrong ? RandomText.hex(32) : client.clientSecret();
        return Optional.of(CallbackSignature.of(client.clientId(), secret, clock.millis(), body));
    }

    private static void seal(ObjectNode envelope, byte[] plaintext, Cek cek, CallbackFaults faults) {
        String sealed = Content.seal(cek.key(), plaintext);
        envelope.put("secretKey", cek.wrapped())
                .put("content", faults.has(FaultKind.CALLBACK_TAMPERED_TAG) ? withAnotherTag(sealed) : sealed);
    }

    /** Whether real ones have braces, or are encrypted, is not public [?]; the sample has no braces [D]. */
    private static Optional<String> file(Callback callback, Cek cek, CallbackFaults faults) {
        return callback.file()
                .map(text -> faults.has(FaultKind.BULK_FILE_WITH_BRACES) ? "{" + text + "}" : text)
                .map(text -> faults.has(FaultKind.BULK_FILE_SEALED)
                        ? Content.seal(cek.key(), text.getBytes(StandardCharsets.UTF_8))
                        : text);
    }

    private static Optional<byte[]> form(
            Callback callback, byte[] envelope, Optional<String> file, CallbackFaults faults) {
        if (callback.shape() == Shape.SIGNATURES) {
            return Optional.of(Multipart.signatures(envelope, file));
        }
        boolean wanted = callback.shape() == Shape.FORM || faults.has(FaultKind.CALLBACK_MULTIPART);
        return wanted ? Optional.of(Multipart.body(envelope)) : Optional.empty();
    }

    private Cek cek(Client client, PublicKey kek, CallbackFaults faults) {
        Instant now = clock.instant();
        if (faults.has(FaultKind.CALLBACK_FOREIGN_KEY)) {
            return ClientKeys.foreign(kek, now, cekLifetime);
        }
        if (faults.has(FaultKind.CALLBACK_NEW_CEK)) {
            client.keys().revoke();
        }
        return client.keys().fetch(kek, now, cekLifetime, false);
    }

    private static String withAnotherTag(String content) {
        byte[] sealed = Base64.getDecoder().decode(content);
        sealed[sealed.length - 1] ^= 1;
        return Base64.getEncoder().encodeToString(sealed);
    }
}
