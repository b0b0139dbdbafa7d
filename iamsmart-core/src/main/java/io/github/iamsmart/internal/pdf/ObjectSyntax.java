package io.github.iamsmart.internal.pdf;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.pdfbox.io.RandomAccessRead;

/**
 * Reads over an object and checks it to the letter: where PDFBox skips what it does not understand, other readers skip
 * something else. Keeps nothing but names. Not thread-safe.
 */
final class ObjectSyntax {

    /** PDFBox stops at 500, and needs more stack for each. */
    private static final int DEEPEST = 100;

    private static final String MALFORMED = "an object is malformed";

    private final RandomAccessRead source;

    ObjectSyntax(RandomAccessRead source) {
        this.source = source;
    }

    /** Reads over the next object, and over what separates it from the one before. */
    void read() throws IOException {
        read(0);
    }

    private void read(int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new UnsoundPdfException("an object is nested too deeply");
        }
        int c = afterBlanks();
        switch (c) {
            case '<' -> {
                if (source.peek() == '<') {
                    source.read();
                    dictionary(depth);
                } else {
                    hexText();
                }
            }
            case '[' -> array(depth);
            case '(' -> text();
            case '/' -> name();
            case 't' -> word("rue");
            case 'f' -> word("alse");
            case 'n' -> word("ull");
            default -> number(c);
        }
    }

    /** Reads on to the next byte that is neither blank nor part of a comment, and returns it. */
    private int afterBlanks() throws IOException {
        int c = source.read();
        while (isBlank(c) || c == '%') {
            if (c == '%') {
                while (c != '\r' && c != '\n' && c >= 0) {
                    c = source.read();
                }
            } else {
                c = source.read();
            }
        }
        return c;
    }

    private static boolean isBlank(int c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0;
    }

    private static boolean isRegular(int c) {
        return c >= 0 && !isBlank(c) && "()<>[]{}/%".indexOf(c) < 0;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private void dictionary(int depth) throws IOException {
        Set<String> names = new HashSet<>();
        int c = afterBlanks();
        while (c == '/') {
            // Of two entries with the same name, some readers take the first and some the last.
            require(names.add(name()));
            read(depth + 1);
            c = afterBlanks();
        }
        require(c == '>' && source.read() == '>');
    }

    private void array(int depth) throws IOException {
        while (afterBlanks() != ']') {
            require(!source.isEOF());
            source.rewind(1);
            read(depth + 1);
        }
    }

    private void hexText() throws IOException {
        int c = source.read();
        while (isBlank(c) || Character.digit(c, 16) >= 0) {
            c = source.read();
        }
        require(c == '>');
    }

    private void text() throws IOException {
        int open = 1;
        while (open > 0) {
            int c = source.read();
            require(c >= 0);
            if (c == '\\') {
                require(source.read() >= 0);
            } else if (c == '(') {
                open++;
            } else if (c == ')') {
                open--;
            }
        }
    }

    private String name() throws IOException {
        StringBuilder name = new StringBuilder();
        while (isRegular(source.peek())) {
            int c = source.read();
            if (c == '#') {
                int high = Character.digit(source.read(), 16);
                int low = Character.digit(source.read(), 16);
                require(high >= 0 && low >= 0);
                c = high * 16 + low;
            }
            name.append((char) c);
        }
        return name.toString();
    }

    private void word(String rest) throws IOException {
        for (int i = 0; i < rest.length(); i++) {
            require(source.read() == rest.charAt(i));
        }
        require(!isRegular(source.peek()));
    }

    private void number(int first) throws IOException {
        boolean signed = first == '+' || first == '-';
        int c = signed ? source.read() : first;
        int digits = 0;
        int points = 0;
        while (isDigit(c) || c == '.') {
            digits += isDigit(c) ? 1 : 0;
            points += c == '.' ? 1 : 0;
            c = isRegular(source.peek()) ? source.read() : -1;
        }
        require(c == -1 && digits > 0 && points <= 1);
        if (!signed && points == 0) {
            restOfReference();
        }
    }

    /** After a whole number, there may be another one and an R. */
    private void restOfReference() throws IOException {
        long end = source.getPosition();
        int c = afterBlanks();
        boolean generation = isDigit(c);
        while (isDigit(c)) {
            c = source.read();
        }
        if (generation && isBlank(c) && afterBlanks() == 'R' && !isRegular(source.peek())) {
            return;
        }
        source.seek(end);
    }

    private static void require(boolean wellFormed) {
        if (!wellFormed) {
            throw new UnsoundPdfException(MALFORMED);
        }
    }
}
