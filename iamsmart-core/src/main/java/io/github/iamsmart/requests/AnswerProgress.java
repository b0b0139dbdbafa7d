package io.github.iamsmart.requests;

import io.github.iamsmart.requests.PartReader.Part;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The parts of an answer that have come. Immutable.
 *
 * @param announced how many parts the answer has; 0 until a part that says so has come
 * @param received the numbers of the parts that have come, without {@link Part#PRELIMINARY}
 */
public record AnswerProgress(int announced, SortedSet<Integer> received) {

    /** No part has come. */
    public static final AnswerProgress NONE = new AnswerProgress(0, Collections.emptySortedSet());

    /**
     * Copies the numbers.
     *
     * @param announced how many parts the answer has; 0 until a part that says so has come
     * @param received the numbers of the parts that have come, with or without {@link Part#PRELIMINARY}
     */
    public AnswerProgress {
        received = Collections.unmodifiableSortedSet(new TreeSet<>(received.tailSet(Part.PRELIMINARY.number() + 1)));
    }

    /** {@return whether all parts have come; {@code false} also while their number is unknown} */
    public boolean isComplete() {
        return announced > 0 && received.size() >= announced;
    }
}
