package io.github.iamsmart.signing.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.error.DocumentException;
import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.signing.DocumentDigest;
import io.github.iamsmart.signing.PdfSigningResult;
import io.github.iamsmart.signing.verification.Check;
import io.github.iamsmart.signing.verification.Finding;
import io.github.iamsmart.signing.verification.RawCms;
import io.github.iamsmart.signing.verification.VerificationReport;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfSignerTest {

    @TempDir
    Path folder;

    private Path original() throws IOException {
        return PdfWorld.pdf(folder.resolve("original.pdf"));
    }

    private Path signed() throws Exception {
        return PdfWorld.sign(original(), folder.resolve("signed.pdf"), PdfSignatureOptions.DEFAULTS);
    }

    private static void onlyFails(VerificationReport report, Check check, String why) {
        assertThat(report.failures()).as(report.toString()).singleElement().satisfies(failure -> {
            assertThat(failure.check()).isEqualTo(check);
            assertThat(failure.reason()).contains(why);
        });
    }

    @Test
    void signsInTwoSteps() throws Exception {
        List<VerificationReport> reports = PdfWorld.VERIFIER.verify(signed());

        assertThat(reports).singleElement().satisfies(report -> {
            assertThat(report.passed()).as(report.toString()).isTrue();
            assertThat(report.finding(Check.BYTE_RANGE))
                    .map(Finding::reason)
                    .contains("The signature covers all of the file.");
        });
    }

    /** With the whole content, as readers of PDFs do it, and not with its digest. */
    @Test
    void bouncyCastleCallsBothSignaturesOfASignedPdfValid() throws Exception {
        Path twice = PdfWorld.sign(signed(), folder.resolve("twice.pdf"), PdfSignatureOptions.DEFAULTS);
        byte[] file = Files.readAllBytes(twice);

        try (PDDocument document = Loader.loadPDF(file)) {
            assertThat(document.getSignatureDictionaries()).hasSize(2).allSatisfy(signature -> {
                // A stream, because zeros fill what is left of the reserved place.
                CMSSignedData cms = new CMSSignedData(
                        new CMSProcessableByteArray(signature.getSignedContent(file)),
                        new ByteArrayInputStream(signature.getContents(file)));
                SignerInformation signer = cms.getSignerInfos().iterator().next();
                assertThat(signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(PdfWorld.SIGNER)))
                        .isTrue();
                assertThat(signature.getFilter()).isEqualTo("Adobe.PPKLite");
                assertThat(signature.getSubFilter()).isEqualTo("adbe.pkcs7.detached");
            });
        }
    }

    @Test
    void keepsAnEarlierSignatureByteForByte() throws Exception {
        Path once = signed();
        Path twice = PdfWorld.sign(once, folder.resolve("twice.pdf"), PdfSignatureOptions.DEFAULTS);

        assertThat(Arrays.copyOf(Files.readAllBytes(twice), (int) Files.size(once)))
                .isEqualTo(Files.readAllBytes(once));
        assertThat(PdfWorld.VERIFIER.verify(twice))
                .hasSize(2)
                .allSatisfy(report ->
                        assertThat(report.passed()).as(report.toString()).isTrue())
                .first()
                .satisfies(report -> assertThat(
                                report.finding(Check.BYTE_RANGE).orElseThrow().reason())
                        .contains("what follows was signed later"));
    }

    @Test
    void findsOneChangedByte() throws Exception {
        Path signed = signed();
        byte[] file = Files.readAllBytes(signed);
        int dollars = new String(file, StandardCharsets.ISO_8859_1).indexOf("Pay 100") + 4;
        file[dollars] = '9';
        Files.write(signed, file);

        assertThat(PdfWorld.VERIFIER.verify(signed))
                .singleElement()
                .satisfies(report -> onlyFails(report, Check.MESSAGE_DIGEST, "was changed"));
    }

    /** Every region of the file is hit: text, structure, the signature and the zeros behind it. */
    @Test
    void noChangedByteStaysUnnoticed() throws Exception {
        Path signed = PdfWorld.sign(
                original(),
                folder.resolve("signed.pdf"),
                PdfSignatureOptions.builder().reservedBytes(4_096).build());
        byte[] file = Files.readAllBytes(signed);
        for (int i = 0; i < file.length; i += 31) {
            byte[] changed = file.clone();
            changed[i] ^= 1;
            Files.write(signed, changed);

            assertThat(isGood(signed)).as("byte " + i).isFalse();
        }
        Files.write(signed, file);
        assertThat(isGood(signed)).isTrue();
    }

    private static boolean isGood(Path pdf) throws IOException {
        try {
            List<VerificationReport> reports = PdfWorld.VERIFIER.verify(pdf);
            return !reports.isEmpty() && reports.stream().allMatch(VerificationReport::passed);
        } catch (DocumentException damaged) {
            return false;
        }
    }

    @Test
    void findsWhatWasAppendedAfterTheSignature() throws Exception {
        Path signed = signed();
        Files.writeString(signed, "% later\n", StandardOpenOption.APPEND);

        assertThat(PdfWorld.VERIFIER.verify(signed))
                .singleElement()
                .satisfies(report -> onlyFails(report, Check.BYTE_RANGE, "covered by no signature"));
    }

    @Test
    void findsWhatHidesBehindTheSignature() throws Exception {
        Path signed = signed();
        byte[] file = Files.readAllBytes(signed);
        int end = new String(file, StandardCharsets.ISO_8859_1).lastIndexOf("00000000>") + 6;
        file[end] = '4';
        Files.write(signed, file);

        assertThat(PdfWorld.VERIFIER.verify(signed))
                .singleElement()
                .satisfies(report -> assertThat(report.failures())
                        .extracting(Finding::check)
                        .containsExactly(Check.CMS_CONTENT, Check.SIGNATURE));
    }

    @Test
    void theStateIsSmallAndTravelsAsText() throws Exception {
        Path original = original();
        PreparedPdf prepared = PdfWorld.SIGNER_OF_PDFS.prepare(original, PdfSignatureOptions.DEFAULTS);

        PreparedPdf arrived = PreparedPdf.decode(prepared.encoded());
        ByteArrayOutputStream there = new ByteArrayOutputStream();
        PdfWorld.SIGNER_OF_PDFS.complete(arrived, original, PdfWorld.signed(arrived), there);
        ByteArrayOutputStream here = new ByteArrayOutputStream();
        PdfWorld.SIGNER_OF_PDFS.complete(arrived, original, PdfWorld.signed(prepared), here);

        assertThat(prepared.encoded()).hasSizeLessThan(8_192);
        assertThat(arrived.digest()).isEqualTo(prepared.digest());
        assertThat(there.toByteArray()).isEqualTo(here.toByteArray());
    }

    @Test
    void theSignedFileAppearsWhole() throws Exception {
        Path original = original();
        PreparedPdf prepared = PdfWorld.SIGNER_OF_PDFS.prepare(original, PdfSignatureOptions.DEFAULTS);
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        PdfWorld.SIGNER_OF_PDFS.complete(prepared, original, PdfWorld.signed(prepared), expected);
        Path archive = Files.createDirectory(folder.resolve("archive"));
        Path target = archive.resolve("signed.pdf");

        PdfWorld.SIGNER_OF_PDFS.complete(prepared, original, PdfWorld.signed(prepared), target);
        PdfWorld.SIGNER_OF_PDFS.complete(prepared, original, PdfWorld.signed(prepared), target); // again, harmless

        assertThat(target).hasBinaryContent(expected.toByteArray());
        assertThat(archive).isDirectoryContaining(target::equals);
        assertThat(archive).isDirectoryNotContaining(file -> !file.equals(target));
    }

    @Test
    void aSignatureThatDoesNotFitLeavesNoFileBehind() throws Exception {
        Path original = original();
        PreparedPdf prepared = PdfWorld.SIGNER_OF_PDFS.prepare(
                original, PdfSignatureOptions.builder().reservedBytes(1_024).build());
        Path archive = Files.createDirectory(folder.resolve("archive"));

        assertThatThrownBy(() -> PdfWorld.SIGNER_OF_PDFS.complete(
                        prepared, original, PdfWorld.signed(prepared), archive.resolve("signed.pdf")))
                .isInstanceOf(DocumentException.class);

        assertThat(archive).isEmptyDirectory();
    }

    @Test
    void theStateTravelsAsAJavaObject() throws Exception {
        PreparedPdf prepared = PdfWorld.SIGNER_OF_PDFS.prepare(original(), PdfSignatureOptions.DEFAULTS);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(prepared);
        }

        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(((PreparedPdf) in.readObject()).encoded()).isEqualTo(prepared.encoded());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AQ==", "not Base64", "AQAAAAAAAAAB"})
    void refusesATextThatIsNoState(String text) {
        assertThatThrownBy(() -> PreparedPdf.decode(text)).isInstanceOf(DocumentException.class);
    }

    /** Tries to complete, and shows that nothing was written and the original is as it was. */
    private void refusesToComplete(PreparedPdf prepared, Path original, PdfSigningResult result, String why)
            throws IOException {
        byte[] before = Files.readAllBytes(original);
        ByteArrayOutputStream target = new ByteArrayOutputStream();

        assertThatThrownBy(() -> PdfWorld.SIGNER_OF_PDFS.complete(prepared, original, result, target))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining(why);

        assertThat(target.size()).isZero();
        assertThat(original).hasBinaryContent(before);
    }

    @Test
    void refusesASignatureForWhichTooLittleIsReserved() throws Exception {
        Path original = original();
        PreparedPdf prepared = PdfWorld.SIGNER_OF_PDFS.prepare(
                original, PdfSignatureOptions.builder().reservedBytes(1_024).build());

        assertThat(prepared.reservedBytes()).isEqualTo(1_024);
        refusesToComplete(prepared, original, PdfWorld.signed(prepared), "larger reservedBytes");
    }

    private static PdfSigningResult signed(
            PreparedPdf prepared, byte[] content, String id, String name, String algorithm) throws Exception {
        return new PdfSigningResult(
                prepared.digest(),
                new RawCms(PdfWorld.KEYS, PdfWorld.SIGNER, content)
                        .digest(id, name)
                        .algorithm("1.2.840.113549.1.1.1", algorithm)
                        .sign());
    }

    /** A signer that saw the bytes themselves may hash them anew. */
    @Test
    void comparesDigestsOfOtherKinds() throws Exception {
        Path original = original();
        PreparedPdf prepared = PdfWorld.SIGNER_OF_PDFS.prepare(original, PdfSignatureOptions.DEFAULTS);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.write(Files.readAllBytes(original));
        content.write(prepared.head());
        content.write(prepared.tail());
        byte[] same = content.toByteArray();
        String sha384 = "2.16.840.1.101.3.4.2.2";
        Path target = folder.resolve("sha384.pdf");

        try (OutputStream out = Files.newOutputStream(target)) {
            PdfWorld.SIGNER_OF_PDFS.complete(
                    prepared, original, signed(prepared, same, sha384, "SHA-384", "SHA384withRSA"), out);
        }

        assertThat(PdfWorld.VERIFIER.verify(target))
                .singleElement()
                .satisfies(report ->
                        assertThat(report.passed()).as(report.toString()).isTrue());
        refusesToComplete(
                prepared,
                original,
                signed(prepared, new byte[1], sha384, "SHA-384", "SHA384withRSA"),
                "signs something else");
        refusesToComplete(
                prepared,
                original,
                signed(prepared, same, "1.2.840.113549.2.5", "MD5", "MD5withRSA"),
                "too weak or not known");
    }

    @Test
    void refusesAPdfThatWasChangedSince() throws Exception {
        Path original = original();
        PreparedPdf prepared = PdfWorld.SIGNER_OF_PDFS.prepare(original, PdfSignatureOptions.DEFAULTS);
        byte[] file = Files.readAllBytes(original);
        file[file.length / 2] ^= 1;
        Files.write(original, file);

        refusesToComplete(prepared, original, PdfWorld.signed(prepared), "not the PDF that was prepared");
    }

    @Test
    void refusesAPdfThatGrewSince() throws Exception {
        Path original = original();
        PreparedPdf prepared = PdfWorld.SIGNER_OF_PDFS.prepare(original, PdfSignatureOptions.DEFAULTS);
        Files.writeString(original, "%", StandardOpenOption.APPEND);

        refusesToComplete(prepared, original, PdfWorld.signed(prepared), "not the PDF that was prepared");
    }

    @Test
    void refusesTheSignatureOfSomethingElse() throws Exception {
        Path original = original();
        PreparedPdf prepared = PdfWorld.SIGNER_OF_PDFS.prepare(original, PdfSignatureOptions.DEFAULTS);
        PreparedPdf other = PdfWorld.SIGNER_OF_PDFS.prepare(
                original, PdfSignatureOptions.builder().reason("another").build());
        PdfSigningResult result = PdfWorld.signed(other);

        refusesToComplete(prepared, original, result, "another docDigest");
        refusesToComplete(
                prepared, original, new PdfSigningResult(null, result.pdfSignature()), "signs something else");
        refusesToComplete(
                prepared,
                original,
                new PdfSigningResult(prepared.digest(), new byte[] {1, 2, 3}),
                "no PKCS#7 structure");
    }

    private void refusesToPrepare(Path pdf, String why) throws IOException {
        byte[] before = Files.readAllBytes(pdf);

        assertThatThrownBy(() -> PdfWorld.SIGNER_OF_PDFS.prepare(pdf, PdfSignatureOptions.DEFAULTS))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining(why);

        assertThat(pdf).hasBinaryContent(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret"})
    void refusesAnEncryptedPdf(String password) throws Exception {
        Path encrypted = PdfWorld.pdf(
                folder.resolve("encrypted.pdf"),
                document -> document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission())));

        refusesToPrepare(encrypted, "encrypted");
    }

    private Path certified(int permission) throws IOException {
        return PdfWorld.pdf(folder.resolve("certified.pdf"), document -> {
            COSDictionary parameters = new COSDictionary();
            parameters.setInt(COSName.P, permission);
            COSDictionary reference = new COSDictionary();
            reference.setName("TransformMethod", "DocMDP");
            reference.setItem("TransformParams", parameters);
            COSArray references = new COSArray();
            references.add(reference);
            COSDictionary signature = new COSDictionary();
            signature.setItem("Reference", references);
            COSDictionary perms = new COSDictionary();
            perms.setItem("DocMDP", signature);
            document.getDocumentCatalog().getCOSObject().setItem("Perms", perms);
        });
    }

    @Test
    void refusesAPdfThatIsCertifiedAgainstAnyChange() throws Exception {
        refusesToPrepare(certified(1), "certified");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void signsACertifiedPdfThatAllowsIt(int permission) throws Exception {
        Path signed = PdfWorld.sign(certified(permission), folder.resolve("signed.pdf"), PdfSignatureOptions.DEFAULTS);

        assertThat(PdfWorld.VERIFIER.verify(signed))
                .singleElement()
                .satisfies(report -> assertThat(report.passed()).isTrue());
    }

    @Test
    void refusesWhatIsNoPdf() throws Exception {
        Path text = Files.writeString(folder.resolve("text.pdf"), "no PDF");

        refusesToPrepare(text, "not a PDF");
        assertThatThrownBy(() -> PdfWorld.VERIFIER.verify(text)).isInstanceOf(DocumentException.class);
        assertThatThrownBy(() -> PdfWorld.VERIFIER.verify(folder.resolve("missing.pdf")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void hasNoReportForAPdfWithoutSignature() throws Exception {
        assertThat(PdfWorld.VERIFIER.verify(original())).isEmpty();
    }

    private static byte[] image() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", png);
        return png.toByteArray();
    }

    private static byte[] font() throws IOException {
        try (InputStream font =
                PDDocument.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
            return font.readAllBytes();
        }
    }

    @Test
    void stampsAPage() throws Exception {
        PdfStamp stamp = new PdfStamp(
                2,
                100,
                120,
                200,
                60,
                PdfStamp.Appearance.text("Signed with iAM Smart", "Ωμέγα")
                        .image(image())
                        .font(font()));
        Path signed = PdfWorld.sign(
                original(),
                folder.resolve("signed.pdf"),
                PdfSignatureOptions.builder()
                        .stamp(stamp)
                        .reason("Permit")
                        .location("Hong Kong")
                        .build());

        assertThat(PdfWorld.VERIFIER.verify(signed))
                .singleElement()
                .satisfies(report -> assertThat(report.passed()).isTrue());
        try (PDDocument document = Loader.loadPDF(signed.toFile())) {
            PDAnnotation widget = document.getPage(1).getAnnotations().get(0);
            assertThat(widget.getRectangle().getLowerLeftX()).isEqualTo(100);
            assertThat(widget.getRectangle().getHeight()).isEqualTo(60);
            assertThat(widget.getNormalAppearanceStream()).isNotNull();
            PDSignature signature = document.getLastSignatureDictionary();
            assertThat(signature.getReason()).isEqualTo("Permit");
            assertThat(signature.getLocation()).isEqualTo("Hong Kong");
            assertThat(signature.getSignDate().toInstant()).isEqualTo(PdfWorld.NOW);
        }
    }

    @Test
    void saysWhatAStampCannotShow() throws Exception {
        Path original = original();
        PdfStamp chinese = new PdfStamp(1, 0, 0, 200, 60, PdfStamp.Appearance.text("智方便"));
        PdfStamp nowhere = new PdfStamp(3, 0, 0, 200, 60, PdfStamp.Appearance.text("x"));
        PdfStamp noImage = new PdfStamp(
                1, 0, 0, 200, 60, PdfStamp.Appearance.text("x").image(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9}));

        for (PdfStamp stamp : List.of(chinese, nowhere, noImage)) {
            PdfSignatureOptions options =
                    PdfSignatureOptions.builder().stamp(stamp).build();
            assertThatThrownBy(() -> PdfWorld.SIGNER_OF_PDFS.prepare(original, options))
                    .isInstanceOf(DocumentException.class)
                    .hasMessageContaining("stamp");
        }
        PdfStamp.Appearance text = PdfStamp.Appearance.text("x");
        assertThatThrownBy(() -> new PdfStamp(0, 0, 0, 1, 1, text)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void refusesToReserveTooLittleOrTooMuch() {
        for (int bytes : new int[] {1_023, 1_048_577}) {
            PdfSignatureOptions.Builder options = PdfSignatureOptions.builder().reservedBytes(bytes);
            assertThatThrownBy(options::build).isInstanceOf(InvalidRequestException.class);
        }
    }

    @Test
    void theDigestIsThatOfTheByteRange() throws Exception {
        Path original = original();
        PreparedPdf prepared = PdfWorld.SIGNER_OF_PDFS.prepare(original, PdfSignatureOptions.DEFAULTS);
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        PdfWorld.SIGNER_OF_PDFS.complete(prepared, original, PdfWorld.signed(prepared), signed);

        try (PDDocument document = Loader.loadPDF(signed.toByteArray())) {
            byte[] content = document.getLastSignatureDictionary().getSignedContent(signed.toByteArray());
            assertThat(prepared.digest()).isEqualTo(DocumentDigest.of(content));
        }
    }
}
