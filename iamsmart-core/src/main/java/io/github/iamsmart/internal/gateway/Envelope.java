package io.github.iamsmart.internal.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.error.GatewayException;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.internal.json.Json;
import io.github.iamsmart.internal.text.OneLine;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The envelope of the gateway's answers and callbacks: {@code {"txID","code","message","content"}}, in clear except for
 * the content [D] [W].
 *
 * @param code the result code; it alone decides about success
 * @param txId the gateway's transaction id
 * @param message the gateway's message, cut to a safe length
 * @param secretKey in callbacks, the wrapped content key
 * @param content a text node if it is encrypted, an object if it is plain, {@code null} if there is none
 */
public record Envelope(
        ErrorCode code,
        @Nullable String txId,
        @Nullable String message,
        @Nullable String secretKey,
        @Nullable JsonNode content) {

    /**
     * Reads an envelope.
     *
     * @param utf8 the JSON text
     * @param what what the text is, for the exception
     * @return the envelope
     * @throws ProtocolException if it is not a JSON object or has no code
     */
    public static Envelope read(byte[] utf8, String what) {
        ObjectNode json = Json.object(utf8, what);
        String code = Json.text(json, "code")
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new ProtocolException(what + " has no result code."));
        return new Envelope(
                ErrorCode.of(OneLine.of(code)),
                Json.text(json, "txID").map(OneLine::of).orElse(null),
                Json.text(json, "message")
                        .or(() -> Json.text(json, "msg"))
                        .map(OneLine::of)
                        .orElse(null),
                Json.text(json, "secretKey").orElse(null),
                present(json.get("content")));
    }

    private static @Nullable JsonNode present(@Nullable JsonNode content) {
        boolean absent = content == null
                || content.isNull()
                || (content.isTextual() && content.textValue().isEmpty());
        return absent ? null : content;
    }

    /** Shows neither key nor content. */
    @Override
    public String toString() {
        return "Envelope[code=" + code + ", txId=" + txId + "]";
    }

    /** {@return the Base64 text of the encrypted content, empty if there is no content or it is plain} */
    public Optional<String> sealedContent() {
        return Optional.ofNullable(content).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    /** {@return the plain content, empty if there is no content or it is encrypted} */
    public Optional<ObjectNode> plainContent() {
        return Optional.ofNullable(content).filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast);
    }

    /**
     * Throws unless the code is {@code D00000}.
     *
     * @param path the path of the call that was answered
     * @throws GatewayException with the code
     */
    public void requireSuccess(String path) {
        if (!code.isSuccess()) {
            throw new GatewayException(code, txId, path, message);
        }
    }
}
