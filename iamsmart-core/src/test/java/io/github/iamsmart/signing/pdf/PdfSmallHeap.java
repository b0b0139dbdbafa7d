package io.github.iamsmart.signing.pdf;

import io.github.iamsmart.error.DocumentException;
import io.github.iamsmart.signing.verification.VerificationReport;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads PDFs that do not fit into the memory of the JVM that it runs in. */
public final class PdfSmallHeap {

    /** Begins each line that is not one of a logger. */
    static final String SAYS = "small heap: ";

    private static final int LARGE = 160 * 1024 * 1024;

    private PdfSmallHeap() {}

    public static void main(String[] folder) throws Exception {
        Path bomb = Files.write(Path.of(folder[0], "bomb.pdf"), PdfBombs.objectStream(512));
        try {
            PdfWorld.SIGNER_OF_PDFS.prepare(bomb, PdfSignatureOptions.DEFAULTS);
        } catch (DocumentException refused) {
            System.out.println(SAYS + "not prepared");
        }
        try {
            PdfWorld.VERIFIER.verify(bomb);
        } catch (DocumentException refused) {
            System.out.println(SAYS + "not verified");
        }
        Path signed = PdfWorld.sign(
                large(Path.of(folder[0])), Path.of(folder[0], "signed.pdf"), PdfSignatureOptions.DEFAULTS);
        boolean passed = PdfWorld.VERIFIER.verify(signed).stream().allMatch(VerificationReport::passed);
        System.out.println(SAYS + "signed and verified: " + passed);
    }

    private static Path large(Path folder) throws Exception {
        String pdf = new String(
                new RawPdf()
                        .with(6, "<< /Length %010d >>\nstream\n\nendstream".formatted(LARGE))
                        .table(),
                StandardCharsets.ISO_8859_1);
        int data = pdf.indexOf("stream\n\nendstream") + "stream\n".length();
        int start = pdf.indexOf("xref\n0");
        byte[] block = new byte[1024 * 1024];
        Path file = folder.resolve("large.pdf");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(pdf.substring(0, data).getBytes(StandardCharsets.ISO_8859_1));
            for (int i = 0; i < LARGE; i += block.length) {
                out.write(block);
            }
            out.write(pdf.substring(data)
                    .replace("startxref\n" + start, "startxref\n" + (start + LARGE))
                    .getBytes(StandardCharsets.ISO_8859_1));
        }
        return file;
    }
}
