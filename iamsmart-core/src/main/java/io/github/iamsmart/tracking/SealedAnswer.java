package io.github.iamsmart.tracking;

import io.github.iamsmart.error.ErrorCode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A callback as it came over the wire, for keeping: the content is still encrypted under the content key (CEK), and
 * that key is wrapped under the KEK. Who reads the store reads no personal data. Immutable by agreement: the array is
 * not copied.
 */
public final class SealedAnswer {

    private final ErrorCode code;
    private final @Nullable String txId;
    private final String wrappedKey;
    private final byte[] content;
    private final Instant receivedAt;

    /**
     * Keeps a callback.
     *
     * @param code the result code, in clear on the wire
     * @param txId the gateway's transaction id
     * @param wrappedKey Base64 of the CEK that opens the content, wrapped under the KEK
     * @param content the sealed frame, without its Base64
     * @param receivedAt when it came
     */
    public SealedAnswer(ErrorCode code, @Nullable String txId, String wrappedKey, byte[] content, Instant receivedAt) {
        this.code = code;
        this.txId = txId;
        this.wrappedKey = wrappedKey;
        this.content = content;
        this.receivedAt = receivedAt;
    }

    /**
     * Returns the result code.
     *
     * @return {@code D00000} or the reason
     */
    public ErrorCode code() {
        return code;
    }

    /**
     * Returns the gateway's transaction id.
     *
     * @return the {@code txID}, if it came
     */
    public Optional<String> txId() {
        return Optional.ofNullable(txId);
    }

    /**
     * Returns the wrapped key that belongs to the content.
     *
     * @return Base64 of the CEK under the KEK
     */
    public String wrappedKey() {
        return wrappedKey;
    }

    /**
     * Returns the sealed content.
     *
     * @return the frame, not a copy: do not change it
     */
    public byte[] content() {
        return content;
    }

    /**
     * Returns when the callback came.
     *
     * @return by this node's clock
     */
    public Instant receivedAt() {
        return receivedAt;
    }

    @Override
    public String toString() {
        return "SealedAnswer[" + code + ", " + content.length + " bytes sealed, receivedAt=" + receivedAt + "]";
    }
}
