package io.github.iamsmart.internal.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.iamsmart.error.CryptoException;
import io.github.iamsmart.error.ErrorCategory;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.internal.crypto.ContentCipher;
import io.github.iamsmart.internal.crypto.ContentKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls whose content is encrypted in both directions. Thread-safe.
 *
 * <p>If the gateway does not know our content key (D30001-D30004), the key is fetched again and the request is repeated
 * once [W]: the gateway could not read the request, so it has not carried it out.
 */
public final class SealedCalls {

    private static final byte[] BEFORE = "{\"content\":\"".getBytes(US_ASCII);
    private static final byte[] AFTER = "\"}".getBytes(US_ASCII);

    private final SignedCalls signed;
    private final ContentKeySource keys;

    /**
     * Creates the sealed calls.
     *
     * @param signed signs and sends
     * @param keys supplies the content key
     */
    public SealedCalls(SignedCalls signed, ContentKeySource keys) {
        this.signed = signed;
        this.keys = keys;
    }

    /**
     * Opened content, with what is needed to open it again.
     *
     * @param txId the gateway's transaction id
     * @param frame the content as it came, Base64-decoded
     * @param key the key that opens it
     * @param plaintext the opened content
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Opened(@Nullable String txId, byte[] frame, ContentKey key, byte[] plaintext) {

        /** Shows sizes only. */
        @Override
        public String toString() {
            return "Opened[txId=" + txId + ", " + plaintext.length + " bytes]";
        }
    }

    /**
     * Makes a call that must bring content.
     *
     * @param call which call
     * @param plaintext the business object as UTF-8 JSON
     * @return the plaintext of the answer's content
     */
    public byte[] call(ApiCall call, byte[] plaintext) {
        return call(call, plaintext, () -> {});
    }

    /**
     * Makes a call that must bring content, and reports when it is about to be sent. The content key is available by
     * then, so that a failure to fetch a key leaves no trace that looks like a call that was made.
     *
     * @param call which call
     * @param plaintext the business object as UTF-8 JSON
     * @param beforeSending runs once, before anything of the call is sent; an exception from it ends the call
     * @return the plaintext of the answer's content
     */
    public byte[] call(ApiCall call, byte[] plaintext, Runnable beforeSending) {
        return sealed(call, exchange(call, plaintext, beforeSending)).plaintext();
    }

    /**
     * Makes a call that must bring content, for a caller that stores it as it came.
     *
     * @param call which call
     * @param plaintext the business object as UTF-8 JSON
     * @return the content, sealed and opened
     */
    public Opened callForSealed(ApiCall call, byte[] plaintext) {
        return sealed(call, exchange(call, plaintext, () -> {}));
    }

    private static Opened sealed(ApiCall call, Optional<Opened> answer) {
        return answer.orElseThrow(() -> new ProtocolException(call.path() + " succeeded but brought no content."));
    }

    /**
     * Makes a call that may succeed without content.
     *
     * @param call which call
     * @param plaintext the business object as UTF-8 JSON
     * @return the plaintext of the answer's content, if there is any
     */
    public Optional<byte[]> callForOptionalContent(ApiCall call, byte[] plaintext) {
        return exchange(call, plaintext, () -> {}).map(Opened::plaintext);
    }

    /**
     * {@return Base64 of an answer's key, wrapped under the KEK, for storage}
     *
     * @param answer the answer
     */
    public String wrappedKey(Opened answer) {
        return keys.wrapped(answer.key())
                .orElseThrow(
                        () -> new CryptoException("The content key (CEK) was replaced while its answer was read."));
    }

    private Optional<Opened> exchange(ApiCall call, byte[] plaintext, Runnable beforeSending) {
        Deadline deadline = signed.newDeadline();
        ContentKey key = keys.current(deadline);
        beforeSending.run();
        Envelope answer = send(call, plaintext, key, deadline);
        if (answer.code().category() == ErrorCategory.KEY_UNAVAILABLE) {
            key = keys.replace(key, deadline);
            answer = send(call, plaintext, key, deadline);
        }
        answer.requireSuccess(call.path());
        if (answer.plainContent().isPresent()) {
            throw new ProtocolException(call.path() + " answered with content in clear; it must be encrypted.");
        }
        Optional<String> content = answer.sealedContent();
        return content.isPresent() ? Optional.of(open(key, content.get(), deadline, answer.txId())) : Optional.empty();
    }

    private Envelope send(ApiCall call, byte[] plaintext, ContentKey key, Deadline deadline) {
        return signed.call(call, () -> body(key, plaintext), deadline);
    }

    /**
     * The answer may be sealed under a newer key than the request. The call was carried out, so no failure while
     * looking for that key may look like a call that was not.
     */
    private Opened open(ContentKey key, String content, Deadline deadline, @Nullable String txId) {
        byte[] frame = ContentCipher.decode(content);
        try {
            return new Opened(txId, frame, key, ContentCipher.open(key, frame));
        } catch (CryptoException e) {
            ContentKey newer = newerThan(key, deadline, e);
            return new Opened(txId, frame, newer, ContentCipher.open(newer, frame));
        }
    }

    private ContentKey newerThan(ContentKey key, Deadline deadline, CryptoException unopened) {
        ContentKey newer;
        try {
            newer = keys.replace(key, deadline);
        } catch (IamSmartException e) {
            unopened.addSuppressed(e);
            throw unopened;
        }
        if (newer.equals(key)) {
            throw unopened;
        }
        return newer;
    }

    /**
     * {@return the body of a request, to be signed and sent: {@code {"content":"…"}} and nothing else}
     *
     * @param key seals it
     * @param plaintext the business object as UTF-8 JSON
     */
    public static byte[] body(ContentKey key, byte[] plaintext) {
        byte[] content = ContentCipher.seal(key, plaintext);
        byte[] body = new byte[BEFORE.length + content.length + AFTER.length];
        System.arraycopy(BEFORE, 0, body, 0, BEFORE.length);
        System.arraycopy(content, 0, body, BEFORE.length, content.length);
        System.arraycopy(AFTER, 0, body, BEFORE.length + content.length, AFTER.length);
        return body;
    }
}
