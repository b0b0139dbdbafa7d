package io.github.iamsmart.signing.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.iamsmart.error.DocumentException;
import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.signing.DocumentDigest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;

/**
 * A PDF that waits for its signature: only what will be appended to it, a few kilobytes, never the PDF itself. Store it
 * with the PDF until the signature comes, on this node or another. Immutable.
 *
 * <p>It is not secret, and it is bound to the PDF: completion fails with any other file, and after any change.
 */
public final class PreparedPdf implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int VERSION = 1;

    private final long originalLength;
    private final DocumentDigest digest;
    private final byte[] head;
    private final int reservedBytes;
    private final byte[] tail;

    /**
     * Keeps what is appended.
     *
     * @param originalLength the length of the PDF
     * @param digest the digest of the ByteRange
     * @param head what is appended before the reserved space
     * @param reservedBytes the maximum length of the signature
     * @param tail what is appended after the reserved space
     */
    PreparedPdf(long originalLength, DocumentDigest digest, byte[] head, int reservedBytes, byte[] tail) {
        this.originalLength = originalLength;
        this.digest = digest;
        this.head = head;
        this.reservedBytes = reservedBytes;
        this.tail = tail;
    }

    /** {@return what the user signs, the {@code docDigest} of the signing request: the SHA-256 of the ByteRange} */
    public DocumentDigest digest() {
        return digest;
    }

    /** {@return the maximum length of the signature: the bytes of its PKCS#7 structure} */
    public int reservedBytes() {
        return reservedBytes;
    }

    long originalLength() {
        return originalLength;
    }

    byte[] head() {
        return head;
    }

    byte[] tail() {
        return tail;
    }

    /**
     * {@return the state as Base64 text, for a database column or a queue; later versions of this SDK can also read it}
     */
    public String encoded() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream data = new DataOutputStream(bytes)) {
            data.writeByte(VERSION);
            data.writeLong(originalLength);
            data.writeUTF(digest.base64());
            data.writeInt(reservedBytes);
            data.writeInt(head.length);
            data.write(head);
            data.writeInt(tail.length);
            data.write(tail);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    /**
     * Reads what {@link #encoded} returned.
     *
     * @param text the text
     * @return the state
     * @throws DocumentException if it is anything else
     */
    public static PreparedPdf decode(String text) {
        try (DataInputStream data =
                new DataInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(text)))) {
            if (data.readByte() != VERSION) {
                throw new DocumentException(
                        "The state of the prepared PDF was written by a later version: update this" + " node.");
            }
            long originalLength = data.readLong();
            DocumentDigest digest = new DocumentDigest(data.readUTF());
            int reservedBytes = data.readInt();
            byte[] head = array(data);
            byte[] tail = array(data);
            PreparedPdf prepared = new PreparedPdf(originalLength, digest, head, reservedBytes, tail);
            if (data.read() >= 0 || !prepared.namesItsByteRange()) {
                throw new IOException("surplus");
            }
            return prepared;
        } catch (IOException | IllegalArgumentException | InvalidRequestException unreadable) {
            throw new DocumentException("This text is not the complete state of a prepared PDF: store what encoded()"
                    + " returns, in full.");
        }
    }

    /** The digest does not cover how much is reserved; the ByteRange that it covers tells. */
    private boolean namesItsByteRange() {
        if (originalLength < 0
                || originalLength > PdfSigner.LONGEST
                || reservedBytes <= 0
                || reservedBytes > PdfSignatureOptions.MOST) {
            return false;
        }
        long hole = originalLength + head.length;
        long rest = hole + 2 + 2L * reservedBytes;
        String increment = new String(head, ISO_8859_1) + '\n' + new String(tail, ISO_8859_1);
        return increment.contains("/ByteRange [0 " + hole + " " + rest + " " + tail.length + "]");
    }

    /** {@return what is appended, with nothing but zeros for the signature} */
    byte[] unsigned() {
        ByteArrayOutputStream increment = new ByteArrayOutputStream();
        increment.writeBytes(head);
        increment.write('<');
        byte[] zeros = new byte[2 * reservedBytes];
        Arrays.fill(zeros, (byte) '0');
        increment.writeBytes(zeros);
        increment.write('>');
        increment.writeBytes(tail);
        return increment.toByteArray();
    }

    private static byte[] array(DataInputStream data) throws IOException {
        int length = data.readInt();
        if (length < 0 || length > data.available()) {
            throw new IOException("truncated");
        }
        return data.readNBytes(length);
    }

    @Override
    public String toString() {
        return "PreparedPdf[" + digest + ", " + (head.length + tail.length) + " bytes to append]";
    }
}
