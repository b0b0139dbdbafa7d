package io.github.iamsmart.internal.signature.revisions;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.io.RandomAccessReadView;

/** The first bytes of a file, up to where a revision ends. */
final class FilePrefix extends RandomAccessReadView {

    private final RandomAccessRead file;
    private final long length;

    private FilePrefix(RandomAccessRead file, long length) {
        super(file, 0, length, true);
        this.file = file;
        this.length = length;
    }

    static FilePrefix of(Path file, long length) throws IOException {
        return new FilePrefix(new RandomAccessReadBufferedFile(file), length);
    }

    @Override
    public RandomAccessReadView createView(long from, long count) throws IOException {
        if (from < 0 || count < 0 || from > length - count) {
            throw new IOException("A stream ends after the end of the revision.");
        }
        return new RandomAccessReadView(file, from, count);
    }
}
