package io.github.iamsmart.internal.signature.revisions;

/** How much work the comparison of one file may take, so that no file can hold a server up. Not thread-safe. */
final class Budget {

    /** Values that are read and compared for one signature: more than a document of thousands of pages has. */
    static final long STEPS = 4_000_000;
    /** The same for all signatures of a file. */
    static final long STEPS_IN_ALL = 30_000_000;
    /** Streams and other bytes that are read, over all signatures. */
    static final long BYTES = 8_000_000_000L;
    /** Structure that is decompressed, and thus held in memory, for one revision. */
    static final long DECOMPRESSED = 32L * 1024 * 1024;

    private final long stepsForOne;
    private long stepsLeft;
    private long steps;
    private long bytes;

    Budget(long stepsForOne, long stepsInAll, long bytes) {
        this.stepsForOne = stepsForOne;
        this.stepsLeft = stepsInAll;
        this.bytes = bytes;
    }

    /** Begins the comparison for another signature. */
    void next() {
        steps = stepsForOne;
    }

    void step() {
        if (--steps < 0 || --stepsLeft < 0) {
            throw tooLarge();
        }
    }

    void read(long count) {
        bytes -= count;
        if (bytes < 0) {
            throw tooLarge();
        }
    }

    static UndecidedException tooLarge() {
        return new UndecidedException("its structure is too large to compare");
    }
}
