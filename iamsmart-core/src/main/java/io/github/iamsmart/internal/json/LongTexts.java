package io.github.iamsmart.internal.json;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * JSON with its long texts cut out, so that a parser need not read megabytes of Base64 byte by byte.
 *
 * <p>It understands only quotation marks and the backslashes before them. Malformed JSON is left as it is, or cut to
 * text that is malformed as well: the parser reports it. What has more quotation marks, or more between two texts, than
 * any answer has is {@linkplain #isTooMuch too much}: nobody should read it to its end.
 */
final class LongTexts {

    /** Shorter texts are not worth a copy of what surrounds them. */
    private static final int LONG = 16 * 1024;

    /** Of all texts that are read, and as many within one that holds JSON. */
    private static final int MOST_QUOTATION_MARKS = 4 * TopLevelReading.MOST_TOKENS;

    private static final int LONGEST_GAP = 1024 * 1024;

    private final byte[] original;
    private final List<Cut> cuts = new ArrayList<>();
    private byte[] rest;
    private @Nullable Text guess;
    private int quotationMarks;
    private boolean tooMuch;

    /** A text between its quotation marks, in place in an array; equal where both are the same place. */
    @SuppressWarnings("ArrayRecordComponent") // compared by identity
    record Text(byte[] array, int from, int to) {

        int length() {
            return to - from;
        }
    }

    /** A text that was cut out, and where its opening quotation mark is in the rest. */
    private record Cut(int quotationMark, Text text) {}

    private LongTexts(byte[] json) {
        this.original = json;
        this.rest = json;
    }

    /** {@return the JSON with its long texts cut out} */
    static LongTexts of(byte[] json) {
        return cut(json, false);
    }

    /**
     * {@return the JSON with its long texts cut out, one of which may have been {@linkplain #guess guessed}}
     *
     * <p>A text whose end is not near is taken to end at the first quotation mark among the last bytes, and what is
     * between is not looked at. The caller has to prove the guess: text that decodes as Base64 has no quotation mark in
     * it, so it ends where the guess says.
     */
    static LongTexts guessing(byte[] json) {
        return cut(json, true);
    }

    private static LongTexts cut(byte[] json, boolean guessing) {
        LongTexts texts = new LongTexts(json);
        if (json.length > LONG) {
            texts.cut(guessing);
        }
        return texts;
    }

    /** {@return the JSON with empty texts in place of the long ones; the original if there is none} */
    byte[] rest() {
        return rest;
    }

    /** {@return whether it need not be read, because no answer is like that} */
    boolean isTooMuch() {
        return tooMuch;
    }

    /** {@return the JSON as it came} */
    byte[] original() {
        return original;
    }

    /** {@return the text whose end was guessed} */
    @Nullable
    Text guess() {
        return guess;
    }

    /** {@return the long text whose opening quotation mark is at this position in the rest, if it is one} */
    @Nullable
    Text at(int offset) {
        for (Cut cut : cuts) {
            if (cut.quotationMark() == offset) {
                return cut.text();
            }
        }
        return null;
    }

    /** {@return where in the original a position in the rest is, outside of the texts that were cut out} */
    int inOriginal(int offset) {
        int position = offset;
        for (Cut cut : cuts) {
            position += cut.quotationMark() < offset ? cut.text().length() : 0;
        }
        return position;
    }

    private void cut(boolean guessing) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        int copied = 0;
        int open = quotationMark(0, original.length);
        tooMuch = open > LONGEST_GAP;
        while (open < original.length && !tooMuch) {
            int close = guessing ? guessedEnd(open + 1) : end(open + 1);
            if (close >= original.length) {
                break;
            }
            if (close - open > LONG) {
                kept.write(original, copied, open + 1 - copied);
                cuts.add(new Cut(kept.size() - 1, new Text(original, open + 1, close)));
                copied = close;
            }
            open = quotationMark(close + 1, original.length);
            tooMuch |= open - close > LONGEST_GAP;
        }
        if (!cuts.isEmpty()) {
            kept.write(original, copied, original.length - copied);
            rest = kept.toByteArray();
        }
    }

    /** At most one text is guessed: what follows is not long enough for another. */
    private int guessedEnd(int from) {
        int near = from + LONG;
        int last = original.length - LONG;
        if (near >= last || quotationMark(from, near) < near) {
            return end(from);
        }
        int close = quotationMark(last, original.length);
        if (close == original.length) {
            return end(from);
        }
        guess = new Text(original, from, close);
        return close;
    }

    /** {@return where the text that begins here ends; beyond the array if it does not end} */
    private int end(int from) {
        int at = quotationMark(from, original.length);
        while (at < original.length && !tooMuch && isEscaped(from, at)) {
            at = quotationMark(at + 1, original.length);
        }
        return at;
    }

    /** {@return whether an odd number of backslashes precedes the position} */
    private boolean isEscaped(int from, int at) {
        int before = at;
        while (before > from && original[before - 1] == '\\') {
            before--;
        }
        return (at - before) % 2 == 1;
    }

    /** {@return the next quotation mark; the end if there is none before it} */
    private int quotationMark(int from, int end) {
        tooMuch |= ++quotationMarks > MOST_QUOTATION_MARKS;
        return ByteSearch.indexOf(original, (byte) '"', from, end);
    }
}
