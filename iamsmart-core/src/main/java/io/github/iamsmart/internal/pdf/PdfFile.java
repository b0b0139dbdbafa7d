package io.github.iamsmart.internal.pdf;

import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.internal.pdf.UnsoundPdfException.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * A PDF that was read strictly and within bounds. Whatever is wrong with it is an {@link UnsoundPdfException}; an
 * {@link IOException} says that the file itself cannot be read. Not thread-safe.
 */
public final class PdfFile {

    /** How many bytes may follow the end of a PDF: readers look no farther. */
    private static final long MOST_BYTES_BEHIND_END = 1024;

    private static final byte[] NOTHING = {};

    /** What a section of an increment takes over from the sections before it. */
    private static final Set<COSName> LASTING = Set.of(COSName.ROOT, COSName.INFO, COSName.ID);

    private final CrossReferences references;
    private final PDDocument document;
    private final PageTree pages;

    /**
     * Something that is done with a PDF.
     *
     * @param <T> what comes of it
     */
    @FunctionalInterface
    public interface Use<T> {

        /**
         * {@return what comes of it} Whatever PDFBox throws may be left as it is.
         *
         * @param pdf the PDF, until the end of the call
         */
        T of(PdfFile pdf) throws IOException;
    }

    private PdfFile(CrossReferences references, PDDocument document) {
        this.references = references;
        this.document = document;
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        this.pages = PageTree.of(catalog);
        FieldTree.requireATree(catalog);
    }

    /** {@return the PDF for PDFBox} */
    public PDDocument document() {
        return document;
    }

    /** {@return what its cross-reference sections say} */
    public CrossReferences references() {
        return references;
    }

    /** {@return its pages} */
    public PageTree pages() {
        return pages;
    }

    /** Leaves in the trailer what belongs into that of an increment, and lets new objects have new numbers. */
    public void prepareForIncrement() {
        COSDictionary trailer = document.getDocument().getTrailer();
        trailer.keySet().retainAll(LASTING);
        if (trailer.getCOSDictionary(COSName.INFO) == null) {
            trailer.removeItem(COSName.INFO);
        }
        document.getDocument().setHighestXRefObjectNumber(references.highest());
        if (references.hybrid()) {
            document.getDocument().setIsXRefStream(false);
        }
    }

    /**
     * Reads a PDF. Anything may follow its end, except for further objects.
     *
     * @param file the file
     * @param use what to do with it
     * @return what came of it
     */
    public static <T> T read(Path file, Use<T> use) throws IOException {
        try (PdfBytes bytes = new PdfBytes(file, Files.size(file), NOTHING)) {
            return guarded(() -> {
                ObjectCheck check = new ObjectCheck(bytes);
                CrossReferences references = check.read();
                check.requireObjectsInPlace();
                return use(file, references.end(), NOTHING, references, use);
            });
        }
    }

    /**
     * Reads a PDF that is to be signed, or would be signed: it is not encrypted, every object is well-formed, and next
     * to nothing follows its end.
     *
     * @param file the file
     * @param appended what is read behind its last byte
     * @param from the offset from which objects must be well-formed; those before it must only be in place
     * @param use what to do with it
     * @return what came of it
     */
    public static <T> T readForSigning(Path file, byte[] appended, long from, Use<T> use) throws IOException {
        long length = Files.size(file);
        try (PdfBytes bytes = new PdfBytes(file, length, appended)) {
            return guarded(() -> {
                ObjectCheck check = new ObjectCheck(bytes);
                CrossReferences references = check.read();
                if (references.encrypted()) {
                    throw new UnsoundPdfException(Kind.ENCRYPTED, "it is encrypted", null);
                }
                if (bytes.length() - references.end() > MOST_BYTES_BEHIND_END) {
                    throw new UnsoundPdfException((bytes.length() - references.end()) + " bytes follow its end");
                }
                check.requireWholeObjects(from);
                return use(file, length, appended, references, use);
            });
        }
    }

    private static <T> T use(Path file, long length, byte[] appended, CrossReferences references, Use<T> use)
            throws IOException {
        try (PdfBytes bytes = new PdfBytes(file, length, appended);
                PDDocument document = open(bytes, references)) {
            return use.of(new PdfFile(references, document));
        }
    }

    private static PDDocument open(PdfBytes bytes, CrossReferences references) throws IOException {
        try {
            PDDocument document = new StrictParser(bytes, references.objects()).parse(false);
            if (document.isEncrypted() != references.encrypted()) {
                document.close();
                throw new UnsoundPdfException(Kind.ENCRYPTED, "it is encrypted in a way nobody knows", null);
            }
            return document;
        } catch (UnsoundPdfException | UncheckedIOException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            if (references.encrypted()) {
                throw new UnsoundPdfException(Kind.ENCRYPTED, "it is encrypted", e);
            }
            throw e;
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T run() throws IOException;
    }

    private static <T> T guarded(Reading<T> reading) throws IOException {
        try {
            return reading.run();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (IamSmartException | UnsoundPdfException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new UnsoundPdfException(Kind.DAMAGED, "its structure is malformed", e);
        } catch (StackOverflowError e) {
            // The parser bounds what it nests; this is for what PDFBox walks through afterwards.
            throw new UnsoundPdfException(Kind.TOO_LARGE, "its structure is nested too deeply", e);
        }
    }
}
