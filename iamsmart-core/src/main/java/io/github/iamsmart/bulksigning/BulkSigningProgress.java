package io.github.iamsmart.bulksigning;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which callbacks with signatures of a bulk request have come. Immutable.
 *
 * @param announced how many will come in all ({@code totalCallbacks}); 0 while none has come that says so
 * @param received the numbers of those that have come ({@code callbackSeq}); that of the {@linkplain BulkPart#TOKEN
 *     token} is left out
 */
public record BulkSigningProgress(int announced, SortedSet<Integer> received) {

    /** Nothing has come. */
    public static final BulkSigningProgress NONE = new BulkSigningProgress(0, Collections.emptySortedSet());

    /**
     * Keeps a copy.
     *
     * @param announced how many will come in all; 0 while none has come that says so
     * @param received the numbers of those that have come, with that of the token or without
     */
    public BulkSigningProgress {
        received = Collections.unmodifiableSortedSet(new TreeSet<>(received.tailSet(BulkPart.TOKEN + 1)));
    }

    /**
     * Returns whether all have come.
     *
     * @return {@code false} while one is missing, or nothing is known
     */
    public boolean isComplete() {
        return announced > 0 && received.size() >= announced;
    }
}
