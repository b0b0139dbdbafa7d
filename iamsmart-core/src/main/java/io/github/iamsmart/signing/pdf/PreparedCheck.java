package io.github.iamsmart.signing.pdf;

import io.github.iamsmart.error.DocumentException;
import io.github.iamsmart.internal.pdf.CrossReferences;
import io.github.iamsmart.internal.pdf.PageTree;
import io.github.iamsmart.internal.pdf.PdfFile;
import io.github.iamsmart.internal.pdf.UnsoundPdfException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.jspecify.annotations.Nullable;

/** Reads what would be signed before anybody is asked to sign it: nobody can mend a PDF once the user has signed it. */
final class PreparedCheck {

    private static final Set<COSName> IN_TABLE_TRAILERS =
            Set.of(COSName.SIZE, COSName.PREV, COSName.ROOT, COSName.INFO, COSName.ID);

    private static final String SAVE_AGAIN =
            "Save the PDF again with a PDF editor, or with \"qpdf in.pdf out.pdf\", and prepare that file.";

    private PreparedCheck() {}

    static void require(Path original, PdfFile before, PreparedPdf prepared) throws IOException {
        String fault;
        try {
            fault = PdfFile.readForSigning(
                    original, prepared.unsigned(), prepared.originalLength(), after -> fault(before, after, prepared));
        } catch (UnsoundPdfException e) {
            throw unreadable(e.reason(), e);
        }
        if (!fault.isEmpty()) {
            throw unreadable(fault, null);
        }
    }

    private static String fault(PdfFile before, PdfFile after, PreparedPdf prepared) {
        CrossReferences references = after.references();
        boolean table = !COSName.XREF.equals(references.trailer().getCOSName(COSName.TYPE));
        if (references.start() < prepared.originalLength()
                || references.trailer().getLong(COSName.PREV)
                        != before.references().start()
                || references.trailer().getLong(COSName.SIZE) != references.highest() + 1
                || (table && !IN_TABLE_TRAILERS.containsAll(references.trailer().keySet()))) {
            return "the trailer would be wrong";
        }
        if (!keys(before).equals(keys(after))) {
            return "it would have other pages";
        }
        long hole = prepared.originalLength() + prepared.head().length;
        long rest = hole + 2 + 2L * prepared.reservedBytes();
        long signatures = after.document().getSignatureDictionaries().stream()
                .map(signature -> Arrays.stream(signature.getByteRange())
                        .asLongStream()
                        .boxed()
                        .toList())
                .filter(List.of(0L, hole, rest, (long) prepared.tail().length)::equals)
                .count();
        return signatures == 1 ? "" : "the signature would not be found";
    }

    private static List<COSObjectKey> keys(PdfFile pdf) {
        return pdf.pages().pages().stream().map(PageTree.Page::key).toList();
    }

    private static DocumentException unreadable(String reason, @Nullable Exception cause) {
        return new DocumentException(
                "The signed PDF could not be read without repair: " + reason + ". " + SAVE_AGAIN, cause);
    }

    /** {@return why a PDF is not prepared, and what helps} */
    static DocumentException refusal(UnsoundPdfException unsound) {
        return new DocumentException(
                switch (unsound.kind()) {
                    case NO_PDF -> "The file is not a PDF that can be read: export it anew.";
                    case ENCRYPTED ->
                        "The PDF is encrypted, which allows nothing to be appended: remove its protection"
                                + " before it is signed.";
                    case DAMAGED ->
                        "The PDF can only be read after a repair, which a signature would not survive: "
                                + unsound.reason() + ". " + SAVE_AGAIN;
                    case TOO_LARGE ->
                        "The PDF would take too much memory to read: " + unsound.reason() + ". If you trust it: "
                                + SAVE_AGAIN;
                },
                unsound);
    }
}
