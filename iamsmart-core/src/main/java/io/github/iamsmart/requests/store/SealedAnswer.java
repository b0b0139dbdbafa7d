package io.github.iamsmart.requests.store;

import io.github.iamsmart.error.ErrorCode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it came over the wire, for storage: the content is still encrypted under the content key (CEK), and that
 * key is wrapped under the KEK. Read access to the store reveals no personal data. Immutable by convention: the array
 * is not copied.
 */
public final class SealedAnswer {

    private static final byte[] NOTHING = {};

    private final ErrorCode code;
    private final @Nullable String txId;
    private final String wrappedKey;
    private final byte[] content;
    private final Instant receivedAt;

    /**
     * Creates an answer.
     *
     * @param code the result code, in clear on the wire
     * @param txId the gateway's transaction id
     * @param wrappedKey Base64 of the CEK that opens the content, wrapped under the KEK
     * @param content the sealed frame, Base64-decoded
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
     * {@return the answer to a request that ended without a result}
     *
     * @param code why
     * @param receivedAt when
     */
    public static SealedAnswer withoutContent(ErrorCode code, Instant receivedAt) {
        return new SealedAnswer(code, null, "", NOTHING, receivedAt);
    }

    /** {@return the result code: {@code D00000} or the reason for a failure} */
    public ErrorCode code() {
        return code;
    }

    /** {@return the gateway's transaction id ({@code txID}), if it came} */
    public Optional<String> txId() {
        return Optional.ofNullable(txId);
    }

    /** {@return Base64 of the CEK that opens the content, wrapped under the KEK} */
    public String wrappedKey() {
        return wrappedKey;
    }

    /** {@return the sealed frame, not a copy: do not change it} */
    public byte[] content() {
        return content;
    }

    /** {@return when the answer came, by this node's clock} */
    public Instant receivedAt() {
        return receivedAt;
    }

    @Override
    public String toString() {
        return "SealedAnswer[" + code + ", " + content.length + " bytes sealed, receivedAt=" + receivedAt + "]";
    }
}
