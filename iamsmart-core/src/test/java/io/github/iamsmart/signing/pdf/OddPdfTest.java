package io.github.iamsmart.signing.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.error.DocumentException;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Odd PDFs are signed so that every reader reads the result without repair, or are refused before the user is asked.
 */
@Tag("slow")
class OddPdfTest {

    private static final PdfStamp STAMP = new PdfStamp(1, 10, 10, 150, 40, PdfStamp.Appearance.text("Signed"));

    @TempDir
    Path folder;

    private Path file(byte[] pdf) throws Exception {
        return Files.write(folder.resolve("odd.pdf"), pdf);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }

    private void signs(byte[] pdf) throws Exception {
        Path original = file(pdf);
        for (PdfSignatureOptions options : new PdfSignatureOptions[] {
            PdfSignatureOptions.DEFAULTS,
            PdfSignatureOptions.builder().stamp(STAMP).build()
        }) {
            Path once = PdfWorld.sign(original, folder.resolve("once.pdf"), options);
            PdfJudges.requireSound(once, 1);
            PdfJudges.requireSound(PdfWorld.sign(once, folder.resolve("twice.pdf"), options), 1);
        }
    }

    private void refuses(byte[] pdf, String... why) throws Exception {
        Path original = file(pdf);
        assertThatThrownBy(() -> PdfWorld.SIGNER_OF_PDFS.prepare(original, PdfSignatureOptions.DEFAULTS))
                .isInstanceOf(DocumentException.class)
                .hasMessageContainingAll(why);
    }

    private static byte[] changed(byte[] pdf, String from, String to) {
        String text = new String(pdf, ISO_8859_1);
        assertThat(text).contains(from);
        return bytes(text.replace(from, to));
    }

    @Test
    void signsTablesStreamsAndHybrids() throws Exception {
        signs(new RawPdf().table());
        signs(new RawPdf().stream(1, 2, 3, 5));
        signs(new RawPdf().stream());
        signs(new RawPdf().hybrid());
    }

    /** A hybrid file that was changed since, by a reader of tables or of streams. */
    @Test
    void signsWhatWasAppendedToAHybrid() throws Exception {
        byte[] hybrid = new RawPdf().hybrid();
        String before = new String(hybrid, ISO_8859_1).replaceAll("(?s).*startxref\\n(\\d+)\\n.*", "$1");
        byte[] table = bytes("19 0 obj\n<< /New true >>\nendobj\nxref\n19 1\n%010d 00000 n \n".formatted(hybrid.length)
                + "trailer\n<< /Size 20 /Root 1 0 R /Prev " + before + " >>\nstartxref\n"
                + (hybrid.length + "19 0 obj\n<< /New true >>\nendobj\n".length()) + "\n%%EOF\n");
        byte[] row = {1, (byte) (hybrid.length >> 8), (byte) hybrid.length};
        byte[] stream = join(
                bytes("11 0 obj\n<< /Type /XRef /Size 12 /Index [11 1] /W [1 2 0] /Root 1 0 R /Length 3 /Prev " + before
                        + " >>\nstream\n"),
                row,
                bytes("\nendstream\nendobj\nstartxref\n" + hybrid.length + "\n%%EOF\n"));

        signs(join(hybrid, table));
        signs(join(hybrid, stream));
    }

    @Test
    void takesOverNothingStaleFromATrailer() throws Exception {
        signs(new RawPdf()
                .trailer("/DocChecksum /abc /Type /XRef /W [1 2 1] /Foo (bar)")
                .table());
        signs(new RawPdf().trailer("/Info 5 /ID 7").table());
        signs(new RawPdf().trailer("/Info 99 0 R /ID []").table());
        signs(new RawPdf().trailer("/Info << /Title (x) >> /Prev 0").table());
    }

    /** A size that is too small, or numbers that were free before: new objects have new numbers. */
    @Test
    void countsObjectsAnew() throws Exception {
        byte[] table = new RawPdf().table();
        signs(changed(table, "/Size 6", "/Size 3"));
        signs(changed(table, "/Size 6", "/Size 99"));
        byte[] free = changed(table, "0 6\n", "0 9\n");
        signs(changed(free, "trailer", "0000000000 00001 f \n".repeat(3) + "trailer"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\0\0\0\0\0\0", "garbage", "%%EOF\n", "<html><body>502</body></html>"})
    void signsWhatALittleFollows(String rest) throws Exception {
        signs(join(new RawPdf().table(), bytes(rest)));
        signs(join(new RawPdf().stream(1, 2, 3), bytes(rest)));
    }

    @Test
    void refusesWhatMuchFollows() throws Exception {
        refuses(join(new RawPdf().table(), new byte[1_200]), "1201 bytes follow its end", "qpdf in.pdf out.pdf");
        refuses(join(new RawPdf().table(), bytes("7 0 obj\n<< >>\nendobj\n")), "end is missing");
        refuses(join(new RawPdf().table(), bytes("startxref\n0\n%%EOF\n")), "cross-reference", "Save");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\u00EF\u00BB\u00BF", "HTTP/1.1 200 OK\n\n"})
    void refusesWhatSomethingPrecedes(String start) throws Exception {
        refuses(join(bytes(start), new RawPdf().table()), "byte(s) stand before its beginning", "Save the PDF again");
    }

    @Test
    void refusesWhatWasCutOff() throws Exception {
        for (byte[] pdf : new byte[][] {new RawPdf().table(), new RawPdf().stream(1, 2, 3), new RawPdf().hybrid()}) {
            for (int cut = 2; cut < pdf.length - 20; cut += 7) {
                refuses(Arrays.copyOf(pdf, pdf.length - cut), "Save the PDF again");
            }
        }
    }

    @Test
    void refusesWhatIsShifted() throws Exception {
        byte[] pdf = new RawPdf().table();
        refuses(changed(pdf, "\n", "\r\n"), "cross-reference section", "Save the PDF again");
        refuses(changed(pdf, "xref\n0 6", "xref\n1 6"), "is not where");
        refuses(changed(pdf, " n \n", " n\n"), "table is malformed");
        refuses(changed(pdf, "%%EOF", ""), "end is missing");
        refuses(changed(pdf, "65535 f", "65535 n"), "nowhere");
        refuses(changed(pdf, "(Hello)", "(Hell)"), "cross-reference section");
        refuses(changed(pdf, "/Helvetica", "/Helvetica /Type /Again"), "cross-reference section");
    }

    static final Object[][] DAMAGED = {
        {2, "<< /Type /Pages /Kids [3 0 R] /Count 9 >>", "as many pages"},
        {2, "<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 2 >>", "a page twice"},
        {2, "<< /Type /Pages /Kids [2 0 R] /Count 1 >>", "a circle"},
        {2, "<< /Type /Pages /Kids [null] /Count 1 >>", "no page"},
        {2, "<< /Type /Pages /Kids [99 0 R] /Count 1 >>", "no page"},
        {2, "<< /Type /Pages /Kids [<< /Type /Page >>] /Count 1 >>", "no page"},
        {2, "<< /Type /Pages /Kids [1 0 R] /Count 1 >>", "no page"},
        {2, "<< /Kids [3 0 R] /Count 1 >>", "no page"},
        {2, "5", "malformed"},
        {2, "<< /Type /Pages /Kids [] /Count 0 >>", "has no page"},
        {2, "<< /Type /Pages /Count 0 >>", "has no page"},
        {1, "[1]", "malformed"},
        {1, "<< /Type /Catalog /Pages 2 0 R /AcroForm 5 >>", "not a form"},
        {1, "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [null] >> >>", "no field"},
        {1, "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R] >> >>", "a circle"},
        {1, "<< /Type /Catalog /Pages 2 0 R /A 1 /A 2 >>", "malformed"},
        {1, "<< /Type /Catalog /Pages 2 0 R Foo >>", "malformed"},
        {5, "<< /A " + "[".repeat(100_000) + "]".repeat(100_000) + " >>", "too deeply"},
        {5, "<< /A ".repeat(50_000) + "1" + " >>".repeat(50_000), "too deeply"},
        {5, "(text", "malformed"},
        {5, "1 2", "malformed"},
        {4, "<< /Length 3 >>\nstream\n123456\nendstream", "length that it names"},
        {4, "<< /Foo 3 >>\nstream\n123\nendstream", "does not name its length"},
        {4, "<< /Length 4 0 R >>\nstream\n123\nendstream", "does not name its length"},
        {4, "<< /Length 99999999999999 >>\nstream\n123\nendstream", "does not name its length"},
        {4, "<< /Filter /FlateDecode /Length 3 >>\nstream\n123\nendstream", "data of a stream"},
    };

    @ParameterizedTest
    @FieldSource("DAMAGED")
    void refusesADamagedStructure(int number, String object, String why) throws Exception {
        RawPdf pdf =
                new RawPdf().with(6, "<< /T (a) /Kids [6 0 R] /Parent 6 0 R >>").with(number, object);
        refuses(pdf.table(), why);
        if (number != 4) {
            assertThatThrownBy(() -> PdfWorld.SIGNER_OF_PDFS.prepare(
                            file(pdf.stream(1, 2, 3, 5, 6)), PdfSignatureOptions.DEFAULTS))
                    .isInstanceOf(DocumentException.class);
        }
    }

    @Test
    void refusesTreesThatAreTooDeep() throws Exception {
        RawPdf pages = new RawPdf().with(2, "<< /Type /Pages /Count 1 /Kids [10 0 R] >>");
        RawPdf fields = new RawPdf().with(1, RawPdf.CATALOG.formatted("/AcroForm << /Fields [10 0 R] >>"));
        for (int i = 10; i < 20_000; i++) {
            pages.with(i, "<< /Type /Pages /Count 1 /Kids [" + (i + 1) + " 0 R] >>");
            fields.with(i, "<< /T (a) /Kids [" + (i + 1) + " 0 R] >>");
        }
        refuses(pages.with(20_000, RawPdf.PAGE.formatted("")).table(), "too many levels");
        refuses(fields.with(20_000, "<< /T (b) >>").table(), "too many levels");
    }

    @Test
    void refusesSectionsThatLeadInACircle() throws Exception {
        byte[] pdf = new RawPdf().trailer("/Prev 0000000000").table();
        int start = new String(pdf, ISO_8859_1).indexOf("xref\n0");
        refuses(changed(pdf, "/Prev 0000000000", "/Prev %010d".formatted(start)), "in a circle");
        refuses(changed(pdf, "/Prev 0000000000", "/Prev 7777777777"), "out of the file");
        refuses(changed(pdf, "startxref\n" + start, "startxref\n0"), "out of the file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "5",
                "[]",
                "(x)",
                "/Standard",
                "<< >>",
                "99 0 R",
                "<< /Filter /Foo >>",
                "<< /Filter /Standard >>",
                "<< /Filter /Standard /V 4 /R 4 /O (a) /U (b) /P -4 /Length 128 >>",
                "<< /Filter /Standard /V 9 /R 9 >>",
                "<< /Filter /Adobe.PubSec /V 4 /SubFilter /adbe.pkcs7.s5 /StmF /DefaultCryptFilter /StrF"
                        + " /DefaultCryptFilter /CF << /DefaultCryptFilter << /Recipients [(abc)] /CFM /AESV2 >> >> >>"
            })
    void refusesEveryKindOfEncryption(String encryption) throws Exception {
        byte[] pdf = new RawPdf().trailer("/Encrypt " + encryption).table();
        refuses(pdf, "encrypted", "remove its protection");
        assertThatThrownBy(() -> PdfWorld.VERIFIER.verify(file(pdf)))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining("encrypted");
    }

    /** The annotations of a page are replaced where they are none. */
    @ParameterizedTest
    @ValueSource(strings = {"null", "5", "[null]", "[5]", "<< >>", "[<< >>]", "99 0 R", "[99 0 R]"})
    void signsPagesWithOddAnnotations(String annotations) throws Exception {
        signs(new RawPdf()
                .with(3, RawPdf.PAGE.formatted("/MediaBox [0 0 612 792] /Annots " + annotations))
                .table());
    }

    static Stream<Arguments> soundPdfs() throws Exception {
        return Stream.of(
                Arguments.of("table", new RawPdf().table()),
                Arguments.of("stream", new RawPdf().stream(1, 2, 3, 5)),
                Arguments.of("hybrid", new RawPdf().hybrid()));
    }

    /** Whatever byte was changed, lost or added: signed well, or refused; never anything between. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("soundPdfs")
    void signsOrRefusesWhatWasDamagedAnywhere(String name, byte[] pdf) throws Exception {
        Random random = new Random(7);
        int signed = 0;
        for (int i = 0; i < 25; i++) {
            int at = random.nextInt(pdf.length);
            byte[] damaged = pdf.clone();
            damaged[at] ^= (byte) (1 << random.nextInt(8));
            byte[][] versions = {
                damaged,
                join(Arrays.copyOf(pdf, at), Arrays.copyOfRange(pdf, at + 1, pdf.length)),
                join(Arrays.copyOf(pdf, at), bytes("A"), Arrays.copyOfRange(pdf, at, pdf.length))
            };
            for (byte[] version : versions) {
                signed += signsOrRefuses(version) ? 1 : 0;
            }
        }
        assertThat(signed).isPositive();
    }

    private boolean signsOrRefuses(byte[] pdf) throws Exception {
        Path original = file(pdf);
        PreparedPdf prepared;
        try {
            prepared = PdfWorld.SIGNER_OF_PDFS.prepare(original, PdfSignatureOptions.DEFAULTS);
        } catch (DocumentException refused) {
            return false;
        }
        Path target = folder.resolve("signed.pdf");
        try (var out = Files.newOutputStream(target)) {
            PdfWorld.SIGNER_OF_PDFS.complete(prepared, original, PdfWorld.signed(prepared), out);
        }
        PdfJudges.requireSound(target, 1);
        return true;
    }
}
