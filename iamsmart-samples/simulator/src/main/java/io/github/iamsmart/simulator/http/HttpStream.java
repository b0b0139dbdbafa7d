package io.github.iamsmart.simulator.http;

import java.io.IOException;
import java.io.OutputStream;

/** Writes a body bit by bit. */
@FunctionalInterface
public interface HttpStream {
    /** Returns when there is nothing more to write; fails when the caller has left. */
    void writeTo(OutputStream out) throws IOException, InterruptedException;
}
