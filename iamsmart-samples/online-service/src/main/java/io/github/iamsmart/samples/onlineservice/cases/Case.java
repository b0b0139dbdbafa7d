package io.github.iamsmart.samples.onlineservice.cases;

import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;

/** Something that a visitor has begun: a form, a signature. Immutable. */
public interface Case {

    /** Known to the server only. */
    String id();

    /** Whose it is, as {@link Visitor} says. */
    String owner();

    Instant openedAt();

    /** How many requests have been begun for it: an answer to any but the latest one is not wanted any more. */
    int requests();

    /** What a request carries to iAM Smart and back, so that the answer finds its case. */
    default String reference() {
        return id() + "/" + requests();
    }

    /** All files that belong to it now. */
    default Stream<Path> files() {
        return Stream.empty();
    }
}
