package io.github.iamsmart.simulator.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.client.Cek;
import io.github.iamsmart.simulator.client.ClientKeys;
import io.github.iamsmart.simulator.wire.Code;
import io.github.iamsmart.simulator.wire.Content;
import io.github.iamsmart.simulator.wire.Content.NotOpened;
import io.github.iamsmart.simulator.wire.Json;
import io.github.iamsmart.simulator.wire.Json.NotJson;
import io.github.iamsmart.simulator.wire.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The body of a call: {@code {"content":"…"}} and nothing else, or nothing at all. */
final class SealedBody {
    private SealedBody() {}

    /** For the key calls: empty or {@code {}} [W]. */
    static ObjectNode empty(byte[] body) {
        if (body.length == 0) {
            return Json.object();
        }
        ObjectNode object = object(body);
        if (!object.isEmpty()) {
            throw Refusal.about("body", Code.PARAMETER_INVALID, "This API takes an empty body or {}.");
        }
        return object;
    }

    /** The content's Base64 text. */
    static String content(byte[] body) {
        if (body.length == 0) {
            throw Refusal.about(
                    "content", Code.PARAMETER_MISSING, "The body is empty; it must be {\"content\":\"…\"}.");
        }
        ObjectNode object = object(body);
        JsonNode content = object.get("content");
        if (content == null) {
            throw Refusal.about("content", Code.PARAMETER_MISSING, "The body has no member 'content'.");
        }
        if (object.size() > 1) {
            List<String> others = new ArrayList<>();
            object.fieldNames().forEachRemaining(others::add);
            others.remove("content");
            throw Refusal.about(
                    "body",
                    Code.PARAMETER_INVALID,
                    "The body has members beside 'content': " + others
                            + ". Everything belongs inside the sealed content.");
        }
        if (!content.isTextual()) {
            throw Refusal.about("content", Code.PARAMETER_INVALID, "'content' must be a JSON string.");
        }
        if (content.textValue().isEmpty()) {
            throw Refusal.about("content", Code.PARAMETER_EMPTY, "'content' is empty.");
        }
        return content.textValue();
    }

    static ObjectNode open(Cek cek, ClientKeys keys, String content) {
        byte[] plaintext;
        try {
            plaintext = Content.open(cek.key(), content);
        } catch (NotOpened e) {
            boolean formerKey = former(keys, content).isPresent();
            throw Refusal.of(
                    Code.DECRYPTION,
                    formerKey
                            ? "The content is sealed under a CEK that was revoked or has expired; fetch the key again."
                            : "The content cannot be opened: " + e.getMessage());
        }
        try {
            return Json.readObject(plaintext);
        } catch (NotJson e) {
            throw Refusal.about(
                    "content",
                    Code.PARAMETER_INVALID,
                    "The content opens, but its plaintext is not right: " + e.getMessage());
        }
    }

    /** The plaintext under any key that the client ever had here, to explain mistakes. */
    static Optional<byte[]> plaintext(ClientKeys keys, String content, Instant now) {
        return keys.current(now).flatMap(cek -> tryOpen(cek, content)).or(() -> former(keys, content));
    }

    private static Optional<byte[]> former(ClientKeys keys, String content) {
        return keys.former().stream()
                .map(cek -> tryOpen(cek, content))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<byte[]> tryOpen(Cek cek, String content) {
        try {
            return Optional.of(Content.open(cek.key(), content));
        } catch (NotOpened e) {
            return Optional.empty();
        }
    }

    private static ObjectNode object(byte[] body) {
        try {
            return Json.readObject(body);
        } catch (NotJson e) {
            throw Refusal.about("body", Code.PARAMETER_INVALID, "The body is not right: " + e.getMessage());
        }
    }
}
