package io.github.iamsmart.bulksigning;

import io.github.iamsmart.tracking.RequestTracker.AnswerOpener;
import io.github.iamsmart.tracking.SealedAnswer;

/**
 * Opens what was kept of a bulk request. Made by the client.
 *
 * @param objects opens a business object and takes an envelope around it off
 * @param files opens anything else
 */
public record BulkOpener(AnswerOpener objects, AnswerOpener files) {

    byte[] metadata(BulkPart part) {
        return objects.open(part.metadata());
    }

    byte[] signatures(BulkPart part) {
        SignatureFile file = part.signatures();
        if (!file.isSealed()) {
            return file.bytes();
        }
        SealedAnswer metadata = part.metadata();
        return files.open(
                new SealedAnswer(metadata.code(), null, file.wrappedKey(), file.bytes(), metadata.receivedAt()));
    }
}
