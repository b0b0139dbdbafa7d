package io.github.iamsmart.internal.callback;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.iamsmart.callback.EmbeddedKey;
import io.github.iamsmart.error.CryptoException;
import io.github.iamsmart.error.TransportException;
import io.github.iamsmart.internal.crypto.ContentCipher;
import io.github.iamsmart.internal.crypto.ContentKey;
import io.github.iamsmart.internal.json.BusinessObject;
import io.github.iamsmart.internal.key.CekSource;
import io.github.iamsmart.internal.key.KekRing;
import io.github.iamsmart.internal.key.KnownKey;
import io.github.iamsmart.internal.requests.StoreCipher;
import io.github.iamsmart.requests.store.AnswerFile;
import io.github.iamsmart.requests.store.SealedAnswer;
import io.github.iamsmart.requests.store.SealedContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Opens what callbacks bring, with the keys in the order in which they are trusted.
 *
 * <ol>
 *   <li>Keys that the gateway has handed out: that one of them opens the content proves that the sender knew it. No
 *       RSA.
 *   <li>The gateway's newest key, asked for over the authenticated channel, at most once in a short time.
 *   <li>The key in the callback itself, with implicit rejection, for this callback alone.
 * </ol>
 *
 * <p>Thread-safe.
 */
public final class CallbackKeys implements StoreCipher {

    private static final byte[] CONTEXT_MARK = "context:".getBytes(US_ASCII);

    private final CekSource source;
    private final KekRing keks;
    private final EmbeddedKey embedded;

    /**
     * Creates it.
     *
     * @param source the keys of the gateway
     * @param keks unwrap keys
     * @param embedded what to do with the key in a callback
     */
    public CallbackKeys(CekSource source, KekRing keks, EmbeddedKey embedded) {
        this.source = source;
        this.keks = keks;
        this.embedded = embedded;
    }

    /**
     * Content that was opened.
     *
     * @param plaintext what was in it
     * @param wrappedKey the key that opened it, as it may be stored
     * @param fromGateway whether the gateway has handed that key out, as far as is known
     * @param doubt why that is not known: the gateway's newest key could not be had
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Opened(byte[] plaintext, String wrappedKey, boolean fromGateway, Optional<TransportException> doubt) {

        Opened(byte[] plaintext, String wrappedKey, boolean fromGateway) {
            this(plaintext, wrappedKey, fromGateway, Optional.empty());
        }

        Opened doubtful(TransportException doubt) {
            return new Opened(plaintext, wrappedKey, fromGateway, Optional.of(doubt));
        }
    }

    Optional<Opened> open(byte[] frame, String secretKey) {
        List<KnownKey> tried = source.known();
        for (KnownKey known : tried) {
            Optional<Opened> opened = tryOpen(known.key(), frame, known.wrapped(), true);
            if (opened.isPresent()) {
                return opened;
            }
        }
        try {
            return source.fetchForCallback(tried)
                    .flatMap(known -> tryOpen(known.key(), frame, known.wrapped(), true))
                    .or(() -> openEmbedded(frame, secretKey));
        } catch (TransportException e) {
            if (embedded == EmbeddedKey.REJECT) {
                // Refused, a genuine callback would be lost: it may come again when the key can be had.
                throw e;
            }
            return openEmbedded(frame, secretKey).map(opened -> opened.doubtful(e));
        }
    }

    private Optional<Opened> openEmbedded(byte[] frame, String secretKey) {
        if (embedded == EmbeddedKey.REJECT || secretKey.isEmpty()) {
            return Optional.empty();
        }
        Optional<Opened> found = Optional.empty();
        for (ContentKey key : keks.unwrapUntrusted(secretKey)) {
            Optional<Opened> opened = tryOpen(key, frame, secretKey, false);
            found = opened.isPresent() ? opened : found;
        }
        return found;
    }

    private static Optional<Opened> tryOpen(ContentKey key, byte[] frame, String wrappedKey, boolean fromGateway) {
        try {
            return Optional.of(new Opened(ContentCipher.open(key, frame), wrappedKey, fromGateway));
        } catch (CryptoException e) {
            return Optional.empty();
        }
    }

    /**
     * {@return whether the secret state of a request is enough to believe a callback that answers it} So it is for a
     * callback under the key that it brings itself.
     */
    boolean isStateEnough() {
        return embedded == EmbeddedKey.ACCEPT;
    }

    /** Opens what was accepted before: its wrapped key was trusted then. */
    @Override
    public byte[] open(SealedAnswer answer) {
        byte[] plaintext = openKept(answer.content(), answer.wrappedKey());
        return BusinessObject.read(plaintext, "A stored result").json();
    }

    @Override
    public byte[] open(AnswerFile file) {
        return file.isSealed() ? openKept(file.bytes(), file.wrappedKey()) : file.bytes();
    }

    /** The mark keeps a context from being taken for an answer, whoever moves it about in the store. */
    @Override
    public SealedContext seal(byte[] context) {
        KnownKey key = source.known().stream()
                .findFirst()
                .orElseThrow(() -> new CryptoException("There is no content key (CEK) yet: send the request first."));
        byte[] marked = Arrays.copyOf(CONTEXT_MARK, CONTEXT_MARK.length + context.length);
        System.arraycopy(context, 0, marked, CONTEXT_MARK.length, context.length);
        return new SealedContext(
                key.wrapped(), ContentCipher.decode(new String(ContentCipher.seal(key.key(), marked), US_ASCII)));
    }

    @Override
    public byte[] open(SealedContext context) {
        byte[] marked = openKept(context.content(), context.wrappedKey());
        if (!Arrays.equals(
                marked, 0, Math.min(marked.length, CONTEXT_MARK.length), CONTEXT_MARK, 0, CONTEXT_MARK.length)) {
            throw new CryptoException("What the store holds as the context of a request is something else.");
        }
        return Arrays.copyOfRange(marked, CONTEXT_MARK.length, marked.length);
    }

    private byte[] openKept(byte[] frame, String wrappedKey) {
        List<KnownKey> known = source.known().stream()
                .filter(key -> key.wrapped().equals(wrappedKey))
                .toList();
        List<ContentKey> keys = known.isEmpty()
                ? keks.unwrapUntrusted(wrappedKey)
                : known.stream().map(KnownKey::key).toList();
        return keys.stream()
                .map(key -> tryOpen(key, frame, "", false))
                .flatMap(Optional::stream)
                .findFirst()
                .map(Opened::plaintext)
                .orElseThrow(() -> new CryptoException("A stored result does not open: the KEK under which its key is"
                        + " wrapped is no longer configured. Configure the old KEK beside the new one."));
    }
}
