package io.github.iamsmart.signing.pdf;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.iamsmart.error.DocumentException;
import io.github.iamsmart.internal.pdf.PageTree;
import io.github.iamsmart.internal.pdf.PdfFile;
import io.github.iamsmart.internal.pdf.UnsoundPdfException;
import io.github.iamsmart.internal.signature.DetachedCms;
import io.github.iamsmart.internal.signature.HashAlgorithm;
import io.github.iamsmart.signing.DocumentDigest;
import io.github.iamsmart.signing.PdfSigningResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Arrays;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;

/**
 * Puts iAM Smart signatures into PDFs, in two steps that may be days apart: {@link #prepare} computes what the user
 * signs, {@link #complete} writes the signed PDF. Immutable and thread-safe.
 *
 * <p>The original file is only read. The user signs the original with an increment appended, so existing signatures
 * stay valid. Filter {@code Adobe.PPKLite}, subfilter {@code adbe.pkcs7.detached} [D].
 */
public final class PdfSigner {

    /** PDFBox counts the bytes of a ByteRange in an {@code int}; the increment also needs some. */
    static final long LONGEST = 2_000_000_000;

    private final Clock clock;

    /** Creates a signer with the system clock. */
    public PdfSigner() {
        this(Clock.systemUTC());
    }

    /**
     * Creates a signer with another clock, for tests.
     *
     * @param clock the source of the time in the signature
     */
    public PdfSigner(Clock clock) {
        this.clock = clock;
    }

    /**
     * Computes what is appended to a PDF and what the user has to sign. Memory grows with the structure of the PDF, not
     * with its length.
     *
     * @param original the PDF; it must not change before completion
     * @param options the appearance of the signature, and how much space is reserved for it
     * @return the state to keep
     * @throws DocumentException if the file is not a PDF, is encrypted, is certified or locked against changes, or has
     *     to be repaired to be read; if the stamp cannot be drawn or has no place on the page; if what would be signed
     *     could not be read again
     * @throws IOException if it cannot be read
     */
    public PreparedPdf prepare(Path original, PdfSignatureOptions options) throws IOException {
        long length = Files.size(original);
        if (length > LONGEST) {
            throw new DocumentException("The PDF is longer than " + LONGEST + " bytes, more than a ByteRange can name:"
                    + " sign its hash instead.");
        }
        try {
            return PdfFile.readForSigning(original, new byte[0], 0, pdf -> {
                PreparedPdf prepared = increment(pdf, length, options);
                PreparedCheck.require(original, pdf, prepared);
                return prepared;
            });
        } catch (UnsoundPdfException e) {
            throw PreparedCheck.refusal(e);
        }
    }

    private PreparedPdf increment(PdfFile pdf, long length, PdfSignatureOptions options) throws IOException {
        PDDocument document = pdf.document();
        Certification.requireSignable(document);
        if (pdf.pages().pages().isEmpty()) {
            throw new DocumentException("The PDF has no page, so there is nothing to sign: add a page.");
        }
        try (SignatureOptions settings = new SignatureOptions()) {
            settings.setPreferredSignatureSize(options.reservedBytes());
            if (options.stamp().isPresent()) {
                stamp(pdf.pages().pages(), settings, options.stamp().get());
            }
            PDSignature signature = signature(options);
            DeferredSignature later = new DeferredSignature();
            document.addSignature(signature, later, settings);
            pdf.prepareForIncrement();
            IncrementCapture capture = new IncrementCapture(length);
            document.saveIncremental(capture);
            return state(length, later.digest(), signature.getByteRange(), capture.increment());
        }
    }

    private static void stamp(List<PageTree.Page> pages, SignatureOptions settings, PdfStamp stamp) throws IOException {
        if (stamp.page() > pages.size()) {
            throw new DocumentException(
                    "The stamp is for page " + stamp.page() + " of a PDF with " + pages.size() + " page(s).");
        }
        settings.setPage(stamp.page() - 1);
        settings.setVisualSignature(StampDrawing.draw(stamp, StampPlace.of(stamp, pages.get(stamp.page() - 1))));
    }

    private PDSignature signature(PdfSignatureOptions options) {
        PDSignature signature = new PDSignature();
        signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
        signature.setSubFilter(PDSignature.SUBFILTER_ADBE_PKCS7_DETACHED);
        options.reason().ifPresent(signature::setReason);
        options.location().ifPresent(signature::setLocation);
        Calendar now = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        now.setTimeInMillis(clock.millis());
        signature.setSignDate(now);
        return signature;
    }

    private static PreparedPdf state(long length, DocumentDigest digest, int[] byteRange, byte[] increment) {
        int hole = Math.toIntExact(byteRange[1] - length);
        int rest = Math.toIntExact(byteRange[2] - length);
        return new PreparedPdf(
                length,
                digest,
                Arrays.copyOf(increment, hole),
                (rest - hole - 2) / 2,
                Arrays.copyOfRange(increment, rest, increment.length));
    }

    /**
     * Writes the signed PDF. Everything is checked before the first byte is written.
     *
     * @param prepared the state that {@link #prepare} returned
     * @param original the same PDF
     * @param result what came from the gateway; verify it as well
     * @param target receives the signed PDF as a stream; it is not closed
     * @throws DocumentException if the signature does not fit into the reserved space, is malformed, or signs something
     *     else, or the PDF is not the one that was prepared
     * @throws IOException if reading or writing fails
     */
    public void complete(PreparedPdf prepared, Path original, PdfSigningResult result, OutputStream target)
            throws IOException {
        byte[] signature = result.pdfSignature();
        DetachedCms cms = requireSignature(prepared, result, signature);
        try (InputStream whole = signedBytes(prepared, original)) {
            if (Files.size(original) != prepared.originalLength()
                    || !DocumentDigest.of(whole).equals(prepared.digest())) {
                throw new DocumentException("This is not the PDF that was prepared, or it was changed since: what the"
                        + " user signed would not fit it. Prepare it anew and have it signed again.");
            }
        }
        requireSameContent(cms, prepared, original);
        Files.copy(original, target);
        target.write(prepared.head());
        target.write('<');
        target.write(HexFormat.of().formatHex(signature).getBytes(US_ASCII));
        byte[] zeros = new byte[2 * (prepared.reservedBytes() - signature.length)];
        Arrays.fill(zeros, (byte) '0');
        target.write(zeros);
        target.write('>');
        target.write(prepared.tail());
        target.flush();
    }

    /**
     * Writes the signed PDF to a file, like {@link #complete(PreparedPdf, Path, PdfSigningResult, OutputStream)}. The
     * file appears only when it is complete, and replaces one that is there: nobody reads half of it, and calling this
     * again does no harm. On POSIX systems only the owner of this process may read it.
     *
     * @param prepared the state that {@link #prepare} returned
     * @param original the same PDF
     * @param result what came from the gateway; verify it as well
     * @param target the signed PDF, in a folder whose file system can rename files
     * @throws DocumentException if the signature does not fit into the reserved space, is malformed, or signs something
     *     else, or the PDF is not the one that was prepared; the file is as before
     * @throws IOException if reading or writing fails; the file is as before
     */
    public void complete(PreparedPdf prepared, Path original, PdfSigningResult result, Path target) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        Path unfinished = Files.createTempFile(folder, "unfinished", ".pdf");
        try {
            try (OutputStream out = Files.newOutputStream(unfinished)) {
                complete(prepared, original, result, out);
            }
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static DetachedCms requireSignature(PreparedPdf prepared, PdfSigningResult result, byte[] signature) {
        if (result.digest().filter(digest -> !digest.equals(prepared.digest())).isPresent()) {
            throw new DocumentException("The user signed another docDigest than that of this PDF: the result belongs to"
                    + " another request.");
        }
        if (signature.length > prepared.reservedBytes()) {
            throw new DocumentException("The signature has " + signature.length + " bytes, and only "
                    + prepared.reservedBytes() + " are reserved for it: prepare the PDF with a larger reservedBytes and"
                    + " have it signed again.");
        }
        return DetachedCms.read(signature)
                .orElseThrow(() -> new DocumentException("The gateway's pdfSignature is no PKCS#7 structure with one"
                        + " signer, so it cannot be put into a PDF."));
    }

    /** The user signs a SHA-256, but the structure may hold a digest of another kind. */
    private static void requireSameContent(DetachedCms cms, PreparedPdf prepared, Path original) throws IOException {
        if (cms.messageDigest().isEmpty()) {
            return;
        }
        HashAlgorithm algorithm = cms.digestAlgorithm()
                .filter(HashAlgorithm::isStrong)
                .orElseThrow(
                        () -> new DocumentException("Whether the gateway's pdfSignature is one of this PDF cannot be"
                                + " told, because its digest is by an algorithm that is too weak or not known: it is not put"
                                + " into the PDF. SignatureVerifier reports which it is."));
        MessageDigest digest = algorithm.digest();
        try (InputStream whole = new DigestInputStream(signedBytes(prepared, original), digest)) {
            whole.transferTo(OutputStream.nullOutputStream());
        }
        if (!Arrays.equals(cms.messageDigest().get(), digest.digest())) {
            throw new DocumentException(
                    "The digest inside the signature is not that of this PDF: it signs something else.");
        }
    }

    private static InputStream signedBytes(PreparedPdf prepared, Path original) throws IOException {
        InputStream increment = new SequenceInputStream(
                new ByteArrayInputStream(prepared.head()), new ByteArrayInputStream(prepared.tail()));
        return new SequenceInputStream(Files.newInputStream(original), increment);
    }
}
