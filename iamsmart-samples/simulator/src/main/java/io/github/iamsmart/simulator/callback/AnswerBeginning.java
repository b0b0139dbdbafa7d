package io.github.iamsmart.simulator.callback;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps the beginning of an answer for the journal and lets the rest go by, however long it is. */
final class AnswerBeginning implements Consumer<Optional<byte[]>> {
    private static final int LONGEST = 4_096;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    @Override
    public synchronized void accept(Optional<byte[]> part) {
        part.ifPresent(bytes -> kept.write(bytes, 0, Math.min(bytes.length, LONGEST - kept.size())));
    }

    synchronized byte[] bytes() {
        return kept.toByteArray();
    }
}
