package io.github.iamsmart.internal.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.io.RandomAccessReadView;

/**
 * The first bytes of a file, and others that are to follow them. A failure to read the file is an
 * {@link UncheckedIOException}, so that nobody takes it for a fault in the PDF. Not thread-safe.
 */
final class PdfBytes implements RandomAccessRead {

    private final RandomAccessRead file;
    private final long fileLength;
    private final byte[] appended;
    private long position;

    PdfBytes(Path file, long fileLength, byte[] appended) throws IOException {
        this.file = new RandomAccessReadBufferedFile(file);
        this.fileLength = Math.min(fileLength, this.file.length());
        this.appended = appended;
    }

    @Override
    public int read() {
        if (position >= length()) {
            return -1;
        }
        long at = position++;
        if (at >= fileLength) {
            return appended[(int) (at - fileLength)] & 0xFF;
        }
        try {
            file.seek(at);
            return file.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int read(byte[] target, int from, int length) {
        if (position >= length()) {
            return -1;
        }
        int count;
        if (position >= fileLength) {
            int at = (int) (position - fileLength);
            count = Math.min(length, appended.length - at);
            System.arraycopy(appended, at, target, from, count);
        } else {
            count = readFile(target, from, (int) Math.min(length, fileLength - position));
        }
        position += count;
        return count;
    }

    private int readFile(byte[] target, int from, int length) {
        try {
            file.seek(position);
            return Math.max(0, file.read(target, from, length));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long getPosition() {
        return position;
    }

    @Override
    public void seek(long to) throws IOException {
        if (to < 0) {
            throw new IOException("Before the first byte");
        }
        position = Math.min(to, length());
    }

    @Override
    public long length() {
        return fileLength + appended.length;
    }

    @Override
    public boolean isEOF() {
        return position >= length();
    }

    @Override
    public RandomAccessReadView createView(long start, long length) {
        return new RandomAccessReadView(this, start, length);
    }

    @Override
    public boolean isClosed() {
        return file.isClosed();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
