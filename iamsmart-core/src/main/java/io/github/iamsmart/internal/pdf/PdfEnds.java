package io.github.iamsmart.internal.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.io.RandomAccessRead;

/**
 * Where a PDF begins and ends in its file.
 *
 * @param crossReferences the offset behind the last {@code startxref}
 * @param end where the last {@code %%EOF} ends
 */
record PdfEnds(long crossReferences, long end) {

    private static final Pattern HEADER = Pattern.compile("%PDF-[12]\\.\\d");
    private static final int HEADER_IS_WITHIN = 1024;
    private static final String START = "startxref";
    private static final Pattern END = Pattern.compile("startxref[\\r\\n\\t ]{1,9}(\\d{1,10})[\\r\\n\\t ]{1,9}%%EOF");
    private static final Pattern OBJECT = Pattern.compile("\\d[\\r\\n\\t ]{1,9}\\d{1,5}[\\r\\n\\t ]{1,9}obj|startxref");
    private static final int OVERLAP = 64;
    private static final int BLOCK = 16 * 1024;

    /** Finds them. There must be nothing before the beginning, and no further object behind the end. */
    static PdfEnds of(RandomAccessRead pdf) throws IOException {
        Matcher header = HEADER.matcher(text(pdf, 0, HEADER_IS_WITHIN));
        if (!header.find()) {
            throw new UnsoundPdfException(UnsoundPdfException.Kind.NO_PDF, "it does not begin like a PDF", null);
        }
        if (header.start() > 0) {
            throw new UnsoundPdfException(header.start() + " byte(s) stand before its beginning");
        }
        PdfEnds ends = last(pdf);
        for (long block = ends.end; block < pdf.length(); block += BLOCK - OVERLAP) {
            if (OBJECT.matcher(text(pdf, block, BLOCK)).find()) {
                throw new UnsoundPdfException("its end is missing");
            }
        }
        return ends;
    }

    /** Blocks overlap, so that no end is cut. */
    private static PdfEnds last(RandomAccessRead pdf) throws IOException {
        long block = Math.max(0, pdf.length() - BLOCK);
        while (true) {
            String text = text(pdf, block, BLOCK);
            int last = text.lastIndexOf(START);
            Matcher end = END.matcher(text);
            if (last >= 0 && end.find(last)) {
                return new PdfEnds(Long.parseLong(end.group(1)), block + end.end());
            }
            if (last >= 0 || block == 0) {
                throw new UnsoundPdfException("its end is missing");
            }
            block = Math.max(0, block - BLOCK + OVERLAP);
        }
    }

    private static String text(RandomAccessRead pdf, long from, int length) throws IOException {
        byte[] bytes = new byte[(int) Math.min(length, pdf.length() - from)];
        pdf.seek(from);
        pdf.readFully(bytes);
        return new String(bytes, ISO_8859_1);
    }
}
