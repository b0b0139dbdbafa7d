package io.github.iamsmart.spring.internal.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.error.StoreException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Reads what {@link ValueWriter} wrote. Any other bytes end as a {@link StoreException} that quotes none of them. */
final class ValueReader {

    private final byte[] bytes;
    private int position;

    private ValueReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Begins behind the byte that tells the format. */
    static ValueReader ofFormat(int format, byte[] bytes) {
        ValueReader reader = new ValueReader(bytes);
        int found = reader.octet();
        if (found != format) {
            throw new StoreException("A value of the store has the format " + found
                    + ", which this version does not know: a newer version wrote it, or something else. Update every"
                    + " node, or give each application a prefix of its own.");
        }
        return reader;
    }

    int octet() {
        if (position >= bytes.length) {
            throw damaged();
        }
        return bytes[position++] & 0xff;
    }

    long fixedLong() {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = (value << 8) | octet();
        }
        return value;
    }

    long number() {
        long rest = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = octet();
            rest |= (long) (next & 0x7f) << shift;
            if (next < 0x80) {
                return (rest >>> 1) ^ -(rest & 1);
            }
        }
        throw damaged();
    }

    int integer() {
        long value = number();
        if (value != (int) value) {
            throw damaged();
        }
        return (int) value;
    }

    Instant instant() {
        try {
            return Instant.ofEpochSecond(number(), integer());
        } catch (DateTimeException | ArithmeticException e) {
            throw damaged();
        }
    }

    byte[] octets() {
        int length = integer();
        if (length < 0 || length > bytes.length - position) {
            throw damaged();
        }
        position += length;
        return Arrays.copyOfRange(bytes, position - length, position);
    }

    @Nullable
    String textOrNull() {
        return switch (octet()) {
            case 0 -> null;
            case 1 -> new String(octets(), UTF_8);
            case 2 -> Base64.getEncoder().encodeToString(octets());
            default -> throw damaged();
        };
    }

    String text() {
        String text = textOrNull();
        if (text == null) {
            throw damaged();
        }
        return text;
    }

    static StoreException damaged() {
        return new StoreException("A value of the store is damaged: something else wrote it, or cut it off. Give each"
                + " application a prefix of its own.");
    }
}
