package io.github.iamsmart.internal.key;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.internal.gateway.ApiCall;
import io.github.iamsmart.internal.gateway.Deadline;
import io.github.iamsmart.internal.gateway.Envelope;
import io.github.iamsmart.internal.gateway.SignedCalls;
import io.github.iamsmart.internal.json.Json;
import io.github.iamsmart.key.WrappedCek;
import java.time.Instant;

/**
 * The two calls of the key API, {@code getKey} and {@code revokeKey}: signed, not encrypted, with an empty body [W].
 */
public final class KeyCalls {

    private static final byte[] NOTHING = {};

    private final SignedCalls signed;
    private final ApiCall getKey;
    private final ApiCall revokeKey;

    /**
     * Creates the calls.
     *
     * @param signed signs and sends
     * @param getKeyPath the path of {@code getKey}
     * @param revokeKeyPath the path of {@code revokeKey}
     */
    public KeyCalls(SignedCalls signed, String getKeyPath, String revokeKeyPath) {
        this.signed = signed;
        this.getKey = new ApiCall(getKeyPath, ApiCall.Repeat.SAFE);
        this.revokeKey = new ApiCall(revokeKeyPath, ApiCall.Repeat.SAFE);
    }

    WrappedCek getKey() {
        return getKey(signed.newDeadline());
    }

    /**
     * {@return the key that the gateway issues now}
     *
     * @param deadline until when it may take
     * @throws io.github.iamsmart.error.IamSmartException if it issues none
     */
    public WrappedCek getKey(Deadline deadline) {
        Envelope answer = signed.call(getKey, () -> NOTHING, deadline);
        answer.requireSuccess(getKey.path());
        ObjectNode content = answer.plainContent()
                .orElseThrow(() -> new ProtocolException(getKey.path() + " succeeded but brought no key."));
        Instant issuedAt = Instant.ofEpochMilli(number(content, "issueAt"));
        return new WrappedCek(
                Json.text(content, "secretKey").orElseThrow(() -> missing("secretKey")),
                Json.text(content, "pubKey").orElse(""),
                issuedAt,
                expiry(issuedAt, number(content, "expiresIn")));
    }

    /**
     * A lifetime in milliseconds; a value beyond {@code issueAt} is itself the time of expiry, as a documented sample
     * shows.
     */
    private static Instant expiry(Instant issuedAt, long expiresIn) {
        return expiresIn >= issuedAt.toEpochMilli() ? Instant.ofEpochMilli(expiresIn) : issuedAt.plusMillis(expiresIn);
    }

    void revokeKey() {
        signed.call(revokeKey, NOTHING).requireSuccess(revokeKey.path());
    }

    private long number(ObjectNode content, String name) {
        return Json.number(content, name).filter(value -> value > 0).orElseThrow(() -> missing(name));
    }

    private ProtocolException missing(String name) {
        return new ProtocolException(getKey.path() + " brought a key without a usable " + name + ".");
    }
}
