package io.github.iamsmart.bulksigning;

import java.util.SortedSet;

/**
 * Which callbacks with signatures of a bulk request have come.
 *
 * @param announced how many will come in all ({@code totalCallbacks}); 0 while none has come that says so
 * @param received the numbers of those that have come ({@code callbackSeq})
 */
public record BulkSigningProgress(int announced, SortedSet<Integer> received) {

    /**
     * Returns whether all have come.
     *
     * @return {@code false} while one is missing, or nothing is known
     */
    public boolean isComplete() {
        return announced > 0 && received.size() >= announced;
    }
}
