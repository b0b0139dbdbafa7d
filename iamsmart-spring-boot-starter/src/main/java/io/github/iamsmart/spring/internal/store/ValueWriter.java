package io.github.iamsmart.spring.internal.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Writes the bytes of a stored value. Numbers are of variable length: seven bits a byte, the lowest first, the eighth
 * bit says that another follows. Texts that are Base64 are stored decoded: most of what is stored is.
 */
final class ValueWriter {

    /** Shorter ones gain nothing. */
    private static final int SHORTEST_BASE64 = 16;

    private final ByteArrayOutputStream out;

    ValueWriter(int expectedSize) {
        this.out = new ByteArrayOutputStream(expectedSize);
    }

    ValueWriter octet(int value) {
        out.write(value);
        return this;
    }

    /** Eight bytes, the highest first. */
    ValueWriter fixedLong(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            out.write((int) (value >>> shift));
        }
        return this;
    }

    ValueWriter number(long value) {
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7fL) != 0) {
            out.write((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
        return this;
    }

    ValueWriter instant(Instant value) {
        return number(value.getEpochSecond()).number(value.getNano());
    }

    ValueWriter octets(byte[] value) {
        number(value.length);
        out.writeBytes(value);
        return this;
    }

    /** A number before it tells whether it is absent (0), text (1) or Base64 (2). */
    ValueWriter text(@Nullable String value) {
        if (value == null) {
            return octet(0);
        }
        byte @Nullable [] decoded = decoded(value);
        return decoded == null ? octet(1).octets(value.getBytes(UTF_8)) : octet(2).octets(decoded);
    }

    private static byte @Nullable [] decoded(String value) {
        if (value.length() < SHORTEST_BASE64 || value.length() % 4 != 0) {
            return null;
        }
        try {
            byte[] decoded = Base64.getDecoder().decode(value);
            // Another text may decode to the same bytes.
            return new String(Base64.getEncoder().encode(decoded), ISO_8859_1).equals(value) ? decoded : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    byte[] toBytes() {
        return out.toByteArray();
    }
}
