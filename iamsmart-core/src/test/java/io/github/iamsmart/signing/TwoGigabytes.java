package io.github.iamsmart.signing;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Hashes a document that does not fit into the memory of the JVM that it runs in. */
public final class TwoGigabytes {

    private static final long SIZE = 2L * 1024 * 1024 * 1024;

    private TwoGigabytes() {}

    public static void main(String[] arguments) throws IOException {
        System.out.print(DocumentDigest.of(new Zeros()));
    }

    private static final class Zeros extends InputStream {

        private long left = SIZE;

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] target, int from, int length) {
            if (left == 0) {
                return -1;
            }
            int n = (int) Math.min(left, length);
            Arrays.fill(target, from, from + n, (byte) 0);
            left -= n;
            return n;
        }
    }
}
