package io.github.iamsmart.formfilling;

import io.github.iamsmart.error.ProtocolException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
 * <p>The file is decoded once, when the result is read, and held once: {@link #pdf()} hands out that very array. Its
 * hash is computed when it is first asked for. Safe for threads as long as nobody writes into the array.
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
     * Returns the PDF, compared with its hash first.
     *
     * @return the bytes of the file: the array itself and no copy, so do not write into it. When no hash came the file
     *     is returned unchecked; {@link #hashCheck()} tells
     * @throws ProtocolException when the file is not the one that its hash announces; refuse the document then
     */
    public byte[] pdf() {
        if (hashCheck() == HashCheck.DIFFERS) {
            throw new ProtocolException("The file of the address document does not fit its docHash:"
                    + " refuse the document and ask for it again");
        }
        return pdf;
    }

    /**
     * Returns the PDF, whatever its hash says, for instance to archive a refused document.
     *
     * @return the bytes of the file: the array itself and no copy, so do not write into it
     */
    public byte[] uncheckedPdf() {
        return pdf;
    }

    /**
     * Returns the size of the file.
     *
     * @return bytes
     */
    public int size() {
        return pdf.length;
    }

    /**
     * Returns whether the file is the one that its hash announces. The hash is SHA-256 in hexadecimal [D]; that it
     * covers the PDF and not the Base64 text around it is our reading [?], and {@link #uncheckedPdf()} the way around
     * it.
     *
     * @return the result of the comparison
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
        try {
            String actual = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(pdf));
            return actual.equals(hash.toLowerCase(Locale.ROOT)) ? HashCheck.MATCHES : HashCheck.DIFFERS;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    /**
     * Returns the hash that came with the file ({@code docHash} [D]).
     *
     * @return hexadecimal text as it came, if present
     */
    public Optional<String> hash() {
        return Optional.ofNullable(hash);
    }

    /**
     * Returns the date of the bill: the day in Hong Kong at {@link #billTime()}.
     *
     * @return the date, if present
     */
    public Optional<LocalDate> billDate() {
        return billTime().map(time -> LocalDate.ofInstant(time, HONG_KONG));
    }

    /**
     * Returns the date of the bill as it came ({@code billDate}, milliseconds of the epoch [D]).
     *
     * @return the time, if present
     */
    public Optional<Instant> billTime() {
        return Optional.ofNullable(billTime);
    }

    /** Shows the size of the file and nothing of it. */
    @Override
    public String toString() {
        return "AddressDocumentFile[" + pdf.length + " bytes]";
    }
}
