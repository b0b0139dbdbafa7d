package io.github.iamsmart.bulksigning;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.internal.json.Json;
import io.github.iamsmart.tracking.SealedAnswer;
import java.util.function.Supplier;

/**
 * A callback whose metadata were opened.
 *
 * @param metadata what is kept of them, with the result code
 * @param content takes out the business object that they hold, as UTF-8 JSON
 * @param fromGateway whether the key that opened them is one that the gateway has handed out, and not merely one that
 *     came along
 * @param signatures the file that came with them
 * @param text the signatures in clear
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record BulkCallback(
        SealedAnswer metadata, Supplier<byte[]> content, boolean fromGateway, SignatureFile signatures, byte[] text) {

    private static final int MOST_CALLBACKS = BulkLimits.MOST_DOCUMENTS;

    /**
     * Which part it is.
     *
     * @param sequence its number
     * @param total how many parts with signatures there are, 0 for the token
     */
    record Place(int sequence, int total) {

        static final Place OF_TOKEN = new Place(BulkPart.TOKEN, 0);
    }

    Place place() {
        ObjectNode members = Json.object(content.get(), "The content of the callback");
        if (members.has("BSQCToken")) {
            return Place.OF_TOKEN;
        }
        long sequence = Json.number(members, "callbackSeq").orElse(-1L);
        long total = Json.number(members, "totalCallbacks").orElse(0L);
        if (sequence < 0 || sequence > MOST_CALLBACKS || total < 1 || total > MOST_CALLBACKS) {
            throw new ProtocolException("The callback of a bulk signing brings neither a token, nor a callbackSeq and"
                    + " totalCallbacks that can be.");
        }
        return new Place((int) sequence, (int) total);
    }

    /** A part that cannot be read must not take the place of one that can. */
    void requireReadable() {
        byte[] certificate = BulkPartReader.certificate(Json.object(content.get(), "The content of the callback"));
        new BulkPartReader(text, certificate).forEachRemaining(signature -> {});
    }

    /** Shows nothing of the signer. */
    @Override
    public String toString() {
        return "BulkCallback[" + metadata + ", " + signatures + "]";
    }
}
