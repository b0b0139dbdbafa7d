package io.github.iamsmart.requests.store;

import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.PartReader.Part;
import java.time.Instant;

/**
 * A part of an answer that comes in several callbacks, for storage. It is kept as it came over the wire: its content is
 * still encrypted, and so is its file unless it came in clear. Immutable by convention: the arrays are not copied.
 *
 * @param businessId the request
 * @param number its number, or that of {@link Part#PRELIMINARY}; unique within the request
 * @param total how many parts the answer has; 0 if this one does not say so
 * @param content its content, sealed
 * @param file the file that came with it
 * @param keepUntil when a store may delete it even without a call to do so
 */
public record AnswerPart(
        BusinessId businessId, int number, int total, SealedAnswer content, AnswerFile file, Instant keepUntil) {}
