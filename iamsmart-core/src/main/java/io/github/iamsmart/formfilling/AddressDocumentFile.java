package io.github.iamsmart.formfilling;

import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.internal.crypto.Sha256;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The PDF of a utility bill ({@code addressDocFile} [D]), up to 5 MB.
 *
 * <p>The file is decoded once, when the result is read, and held once: {@link #pdf()} returns that same array. Its hash
 * is computed on first use. Thread-safe as long as nobody writes to the array.
 */
public final class AddressDocumentFile {

    private static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");

    private final byte[] pdf;
    private final @Nullable String hash;
    private final @Nullable Instant billTime;
    private volatile @Nullable HashCheck hashCheck;

    AddressDocumentFile(byte[] pdf, @Nullable String hash, @Nullable Instant billTime) {
        this.pdf = pdf;
        this.hash = hash;
        this.billTime = billTime;
    }

    /**
     * Compares the PDF with its hash and returns it.
     *
     * @return the bytes of the file: the array itself, not a copy, so do not write to it. If no hash came, the file is
     *     returned unchecked, see {@link #hashCheck()}
     * @throws ProtocolException if the file does not match its hash; reject the document then
     */
    public byte[] pdf() {
        if (hashCheck() == HashCheck.DIFFERS) {
            throw new ProtocolException("The file of the address document does not match its docHash:"
                    + " reject the document and ask for it again");
        }
        return pdf;
    }

    /**
     * {@return the PDF, whatever its hash says, for example to archive a rejected document: the array itself, not a
     * copy, so do not write to it}
     */
    public byte[] uncheckedPdf() {
        return pdf;
    }

    /** {@return the size of the file in bytes} */
    public int size() {
        return pdf.length;
    }

    /**
     * {@return whether the file matches its hash} The hash is SHA-256 in hexadecimal [D]. That it covers the PDF and
     * not its Base64 text is our interpretation [?]; {@link #uncheckedPdf()} returns the file regardless.
     */
    public HashCheck hashCheck() {
        @Nullable HashCheck known = hashCheck;
        if (known == null) {
            known = compare();
            hashCheck = known;
        }
        return known;
    }

    private HashCheck compare() {
        if (hash == null) {
            return HashCheck.ABSENT;
        }
        String actual = HexFormat.of().formatHex(Sha256.of(pdf));
        return actual.equals(hash.toLowerCase(Locale.ROOT)) ? HashCheck.MATCHES : HashCheck.DIFFERS;
    }

    /** {@return the hash that came with the file ({@code docHash} [D]), if present: hexadecimal text as it came} */
    public Optional<String> hash() {
        return Optional.ofNullable(hash);
    }

    /** {@return the date of the bill, if present: the day in Hong Kong at {@link #billTime()}} */
    public Optional<LocalDate> billDate() {
        return billTime().map(time -> LocalDate.ofInstant(time, HONG_KONG));
    }

    /** {@return the date of the bill as it came, if present ({@code billDate}, milliseconds of the epoch [D])} */
    public Optional<Instant> billTime() {
        return Optional.ofNullable(billTime);
    }

    /** Shows the size of the file, but no part of it. */
    @Override
    public String toString() {
        return "AddressDocumentFile[" + pdf.length + " bytes]";
    }
}
