package io.github.iamsmart.signing.pdf;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;

/** Discards the original and keeps what is appended to it. */
final class IncrementCapture extends OutputStream {

    private final ByteArrayOutputStream increment = new ByteArrayOutputStream();
    private long toPass;

    IncrementCapture(long originalLength) {
        this.toPass = originalLength;
    }

    @Override
    public void write(int b) {
        if (toPass > 0) {
            toPass--;
        } else {
            increment.write(b);
        }
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        int passing = (int) Math.min(toPass, length);
        toPass -= passing;
        increment.write(bytes, from + passing, length - passing);
    }

    byte[] increment() {
        return increment.toByteArray();
    }
}
