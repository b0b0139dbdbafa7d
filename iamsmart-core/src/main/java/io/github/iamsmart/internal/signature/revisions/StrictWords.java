package io.github.iamsmart.internal.signature.revisions;

import java.io.IOException;
import java.util.regex.Pattern;
import org.apache.pdfbox.io.RandomAccessRead;

/** The words, names and texts of which objects are made, to the letter. Not thread-safe. */
class StrictWords {

    private static final int LONGEST_WORD = 1_024;
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,10}");

    final RandomAccessRead source;
    private final Budget budget;

    StrictWords(RandomAccessRead source, Budget budget) {
        this.source = source;
        this.budget = budget;
    }

    static boolean isCount(String word) {
        return COUNT.matcher(word).matches();
    }

    void hexadecimal() throws IOException {
        int c = read();
        while (c != '>') {
            if (Character.digit(c, 16) < 0 && !isSpace(c)) {
                throw sloppy();
            }
            c = read();
        }
    }

    void text() throws IOException {
        int open = 1;
        while (open > 0) {
            int c = read();
            if (c == '\\') {
                read();
            } else if (c == '(') {
                open++;
            } else if (c == ')') {
                open--;
                // PDFBox takes this for the end of a text in which a bracket is not closed.
                if (open > 0 && (source.peek() == '\r' || source.peek() == '\n')) {
                    throw sloppy();
                }
            }
        }
    }

    String name() throws IOException {
        read();
        StringBuilder name = new StringBuilder();
        while (isRegular(source.peek())) {
            int c = read();
            if (c == '#') {
                int high = Character.digit(read(), 16);
                int low = Character.digit(read(), 16);
                c = 16 * high + low;
                if (high < 0 || low < 0 || c == 0) {
                    throw sloppy();
                }
            }
            append(name, c);
        }
        if (name.isEmpty()) {
            throw sloppy();
        }
        return name.toString();
    }

    long count() throws IOException {
        return count(word());
    }

    static long count(String word) {
        if (!isCount(word)) {
            throw sloppy();
        }
        return Long.parseLong(word);
    }

    String word() throws IOException {
        skipSpace();
        String word = regular();
        if (word.isEmpty()) {
            throw sloppy();
        }
        return word;
    }

    String regular() throws IOException {
        StringBuilder word = new StringBuilder();
        while (isRegular(source.peek())) {
            append(word, read());
        }
        return word.toString();
    }

    private static void append(StringBuilder word, int c) {
        if (word.length() >= LONGEST_WORD) {
            throw sloppy();
        }
        word.append((char) c);
    }

    void skipSpace() throws IOException {
        while (isSpace(source.peek())) {
            read();
        }
    }

    void expect(int c) throws IOException {
        if (read() != c) {
            throw sloppy();
        }
    }

    int read() throws IOException {
        budget.read(1);
        int c = source.read();
        if (c < 0) {
            throw sloppy();
        }
        return c;
    }

    private static boolean isSpace(int c) {
        return c == 0 || c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == ' ';
    }

    private static boolean isRegular(int c) {
        return c > ' ' && c != 127 && "()<>[]{}/%".indexOf(c) < 0;
    }

    static UndecidedException sloppy() {
        return new UndecidedException("what was appended is not written as the format demands");
    }
}
