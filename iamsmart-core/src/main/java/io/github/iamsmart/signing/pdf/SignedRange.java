package io.github.iamsmart.signing.pdf;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The bytes of a file that a signature covers: everything before the signature itself, and some or all of the bytes
 * after it.
 *
 * @param hole where the signature begins
 * @param rest where the signature ends
 * @param end where the signed bytes end
 */
record SignedRange(long hole, long rest, long end) {

    private static final long LONGEST_HOLE = 4L * 1024 * 1024;

    static Optional<SignedRange> of(int[] range, long length) {
        if (range.length != 4 || range[0] != 0 || range[1] <= 0 || range[3] < 0) {
            return Optional.empty();
        }
        long hole = range[1];
        long rest = range[2];
        long end = rest + range[3];
        return rest - hole > 2 && rest - hole <= LONGEST_HOLE && end <= length
                ? Optional.of(new SignedRange(hole, rest, end))
                : Optional.empty();
    }

    /** {@return the signature, if the gap in the signed bytes holds nothing else} */
    Optional<byte[]> contents(Path pdf) throws IOException {
        try (InputStream file = Files.newInputStream(pdf)) {
            file.skipNBytes(hole);
            String text = new String(file.readNBytes((int) (rest - hole)), US_ASCII);
            return text.startsWith("<") && text.endsWith(">")
                    ? Optional.of(HexFormat.of().parseHex(text.substring(1, text.length() - 1)))
                    : Optional.empty();
        } catch (IllegalArgumentException notHex) {
            return Optional.empty();
        }
    }

    /** {@return a new stream of the signed bytes} */
    InputStream open(Path pdf) throws IOException {
        InputStream before = part(pdf, 0, hole);
        try {
            return new SequenceInputStream(before, part(pdf, rest, end));
        } catch (IOException e) {
            before.close();
            throw e;
        }
    }

    private static InputStream part(Path pdf, long from, long to) throws IOException {
        InputStream file = Files.newInputStream(pdf);
        file.skipNBytes(from);
        return new Part(file, to - from);
    }

    /** The next bytes of a stream, up to a given number. */
    private static final class Part extends FilterInputStream {

        private long left;

        Part(InputStream file, long length) {
            super(file);
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            if (left == 0) {
                return -1;
            }
            left--;
            return super.read();
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int n = super.read(target, from, (int) Math.min(left, length));
            left -= Math.max(0, n);
            return n;
        }
    }
}
