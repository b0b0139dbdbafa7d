package io.github.iamsmart.internal.signature.revisions;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.io.RandomAccessRead;

/**
 * Checks that what was appended to a PDF is written to the letter: programs read sloppy objects, and dictionaries that
 * say something twice, in different ways. It builds nothing. Not thread-safe.
 */
final class StrictSyntax extends StrictWords {

    private static final int DEEPEST = 100;
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,15}");
    private static final Pattern REAL = Pattern.compile("[+-]?([0-9]{1,15}\\.[0-9]{0,40}|\\.[0-9]{1,40})");

    private final Budget budget;

    StrictSyntax(RandomAccessRead source, Budget budget) {
        super(source, budget);
        this.budget = budget;
    }

    /** Checks an indirect object. */
    void object(long offset, COSObjectKey key) throws IOException {
        source.seek(offset);
        if (count() != key.getNumber() || count() != key.getGeneration() || !word().equals("obj")) {
            throw sloppy();
        }
        bodyOfObject();
    }

    /** Checks the object that is a cross-reference stream. */
    void stream(long offset) throws IOException {
        source.seek(offset);
        count();
        count();
        if (!word().equals("obj")) {
            throw sloppy();
        }
        bodyOfObject();
    }

    private void bodyOfObject() throws IOException {
        skipSpace();
        boolean dictionary = source.peek() == '<';
        value(0);
        String end = word();
        if (end.equals("stream") && dictionary) {
            int c = read();
            if (c != '\n' && (c != '\r' || read() != '\n')) {
                throw sloppy();
            }
        } else if (!end.equals("endobj")) {
            throw sloppy();
        }
    }

    /** Checks a cross-reference table and its trailer. {@return the numbers that it declares free} */
    Set<Long> table(long offset) throws IOException {
        source.seek(offset);
        if (!word().equals("xref")) {
            throw sloppy();
        }
        Set<Long> free = new HashSet<>();
        Set<Long> numbers = new HashSet<>();
        String next = word();
        while (!next.equals("trailer")) {
            long first = count(next);
            long count = count();
            for (long number = first; number < first + count; number++) {
                count();
                count();
                String kind = word();
                // Of two entries for an object, some programs take the first and some the last.
                if (!numbers.add(number)) {
                    throw sloppy();
                }
                if (kind.equals("f")) {
                    free.add(number);
                } else if (!kind.equals("n")) {
                    throw sloppy();
                }
            }
            next = word();
        }
        value(0);
        return free;
    }

    /** Checks the decompressed content of an object stream. {@return the numbers of its objects, in order} */
    long[] objects(int count, int first) throws IOException {
        if (count < 0 || first < 0 || count > source.length() / 4 || first > source.length()) {
            throw sloppy();
        }
        long[] numbers = new long[count];
        long[] offsets = new long[count];
        Set<Long> distinct = new HashSet<>();
        for (int i = 0; i < count; i++) {
            numbers[i] = count();
            offsets[i] = count();
            if (!distinct.add(numbers[i]) || (i > 0 && offsets[i] <= offsets[i - 1])) {
                throw sloppy();
            }
        }
        for (int i = 0; i < count; i++) {
            skipSpace();
            if (source.getPosition() > first + offsets[i]) {
                throw sloppy();
            }
            source.seek(first + offsets[i]);
            value(0);
        }
        skipSpace();
        if (!source.isEOF()) {
            throw sloppy();
        }
        return numbers;
    }

    private void value(int depth) throws IOException {
        budget.step();
        if (depth > DEEPEST) {
            throw Budget.tooLarge();
        }
        skipSpace();
        switch (source.peek()) {
            case '<' -> {
                read();
                if (source.peek() == '<') {
                    read();
                    dictionary(depth);
                } else {
                    hexadecimal();
                }
            }
            case '[' -> {
                read();
                array(depth);
            }
            case '(' -> {
                read();
                text();
            }
            case '/' -> name();
            default -> numberOrReference();
        }
    }

    private void dictionary(int depth) throws IOException {
        Set<String> names = new HashSet<>();
        skipSpace();
        while (source.peek() == '/') {
            if (!names.add(name())) {
                throw new UndecidedException("what was appended says something twice");
            }
            value(depth + 1);
            skipSpace();
        }
        expect('>');
        expect('>');
    }

    private void array(int depth) throws IOException {
        skipSpace();
        while (source.peek() != ']') {
            value(depth + 1);
            skipSpace();
        }
        read();
    }

    /** A number, {@code true}, {@code false}, {@code null}, or two numbers and an {@code R}. */
    private void numberOrReference() throws IOException {
        String word = word();
        if (!INTEGER.matcher(word).matches()) {
            if (!REAL.matcher(word).matches()
                    && !Set.of("true", "false", "null").contains(word)) {
                throw sloppy();
            }
            return;
        }
        long after = source.getPosition();
        if (!isCount(word) || !followedByReference()) {
            source.seek(after);
        }
    }

    private boolean followedByReference() throws IOException {
        skipSpace();
        String generation = regular();
        skipSpace();
        return isCount(generation) && regular().equals("R");
    }
}
