package io.github.iamsmart.signing.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.iamsmart.signing.ExternalTool;
import io.github.iamsmart.signing.verification.Check;
import io.github.iamsmart.signing.verification.Conclusion;
import io.github.iamsmart.signing.verification.Finding;
import io.github.iamsmart.signing.verification.RawCms;
import io.github.iamsmart.signing.verification.TestAuthority;
import io.github.iamsmart.signing.verification.TimeStampAuthority;
import io.github.iamsmart.signing.verification.Verdict;
import io.github.iamsmart.signing.verification.VerificationReport;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** PDFs that others signed, in other ways than the gateway does. Where pdfsig is at hand, it agrees. */
@Tag("slow")
class PdfAlgorithmsTest {

    private static final KeyPair P256 = TestAuthority.ecKeys("P-256");
    private static final TimeStampAuthority CLOCK = new TimeStampAuthority(PdfWorld.ROOT);

    @TempDir
    Path folder;

    private Path original;

    @BeforeEach
    void writeThePdf() throws Exception {
        original = PdfWorld.pdf(folder.resolve("original.pdf"));
    }

    private interface Maker {
        byte[] sign(byte[] content) throws Exception;
    }

    private static RawCms rsa(byte[] content) {
        return new RawCms(PdfWorld.KEYS, PdfWorld.SIGNER, content);
    }

    private Path append(Path pdf, String name, String subFilter, COSName type, Maker maker) throws Exception {
        Path target = folder.resolve(name);
        try (PDDocument document = Loader.loadPDF(pdf.toFile());
                SignatureOptions options = new SignatureOptions();
                OutputStream out = Files.newOutputStream(target)) {
            PDSignature signature = new PDSignature();
            signature.setType(type);
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(COSName.getPDFName(subFilter));
            options.setPreferredSignatureSize(20_000);
            document.addSignature(
                    signature,
                    content -> {
                        try {
                            return maker.sign(content.readAllBytes());
                        } catch (Exception e) {
                            throw new AssertionError(e);
                        }
                    },
                    options);
            document.saveIncremental(out);
        }
        return target;
    }

    private Path sign(Maker maker) throws Exception {
        return append(original, "signed.pdf", "adbe.pkcs7.detached", COSName.SIG, maker);
    }

    private Path stamp(Path pdf, Maker maker) throws Exception {
        return append(pdf, "stamped.pdf", "ETSI.RFC3161", COSName.DOC_TIME_STAMP, maker);
    }

    static Stream<Arguments> others() {
        return Stream.of(
                arguments("RSA PKCS#1 v1.5 with SHA-384", (Maker) content -> rsa(content)
                        .digest("2.16.840.1.101.3.4.2.2", "SHA-384")
                        .algorithm("1.2.840.113549.1.1.12", "SHA384withRSA")
                        .sign()),
                arguments("RSA PKCS#1 v1.5 with SHA-512", (Maker) content -> rsa(content)
                        .digest("2.16.840.1.101.3.4.2.3", "SHA-512")
                        .algorithm("1.2.840.113549.1.1.1", "SHA512withRSA")
                        .sign()),
                arguments("RSASSA-PSS with SHA-256", (Maker) content -> rsa(content)
                        .pss(NISTObjectIdentifiers.id_sha256, "SHA-256", 32)
                        .sign()),
                arguments("ECDSA with SHA-256", (Maker)
                        content -> new RawCms(P256, PdfWorld.ROOT.issue(P256.getPublic()), content)
                                .algorithm("1.2.840.10045.4.3.2", "SHA256withECDSA")
                                .sign()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void areVerified(String words, Maker maker) throws Exception {
        Path pdf = sign(maker);

        VerificationReport report = PdfWorld.VERIFIER.verify(pdf).get(0);

        assertThat(report.passed()).as(report.toString()).isTrue();
        assertThat(report.finding(Check.SIGNATURE).orElseThrow().reason()).contains(words);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void oneChangedByteIsFound(String words, Maker maker) throws Exception {
        Path pdf = sign(maker);
        byte[] file = Files.readAllBytes(pdf);
        file[new String(file, StandardCharsets.ISO_8859_1).indexOf("Pay 100") + 4] = '9';
        Files.write(pdf, file);

        assertThat(PdfWorld.VERIFIER.verify(pdf).get(0).failures())
                .extracting(Finding::check)
                .containsExactly(Check.MESSAGE_DIGEST);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void pdfsigAgrees(String words, Maker maker) throws Exception {
        String output = new ExternalTool("pdfsig")
                .run(folder, "-nocert", sign(maker).toString())
                .output();

        assertThat(output).contains("Signature Validation: Signature is Valid.");
    }

    @Test
    void aTimeStampIsARowOfTheSignatureBeforeIt() throws Exception {
        Path pdf = stamp(sign(content -> rsa(content).sign()), content -> CLOCK.stamp(content, PdfWorld.NOW));

        List<VerificationReport> reports = PdfWorld.VERIFIER.verify(pdf);

        assertThat(reports).singleElement().satisfies(report -> {
            assertThat(report.conclusion()).as(report.toString()).isEqualTo(Conclusion.GOOD_AS_FAR_AS_CHECKED);
            assertThat(report.finding(Check.TIME_STAMP).orElseThrow())
                    .satisfies(row -> assertThat(row.verdict()).isEqualTo(Verdict.SKIPPED))
                    .satisfies(row -> assertThat(row.reason()).contains("2026-11-23T02:00:00Z", "was not checked"));
            assertThat(report.toString()).doesNotContain("Changed after", "was appended");
        });
        assertThat(reports).allMatch(VerificationReport::passed);
    }

    @Test
    void aTimeStampOfSomethingElseFails() throws Exception {
        Path signed = sign(content -> rsa(content).sign());
        for (Maker wrong : List.<Maker>of(
                content -> CLOCK.stamp(new byte[1], PdfWorld.NOW), content -> CLOCK.forge(content, PdfWorld.NOW))) {
            VerificationReport report =
                    PdfWorld.VERIFIER.verify(stamp(signed, wrong)).get(0);

            assertThat(report.finding(Check.TIME_STAMP).orElseThrow().verdict())
                    .as(report.toString())
                    .isEqualTo(Verdict.FAILED);
            assertThat(report.passed()).isFalse();
        }
    }

    @Test
    void whatCannotBeCheckedProvesNothingAndDoesNoHarm() throws Exception {
        Path signed = sign(content -> rsa(content).sign());
        for (Maker maker : List.<Maker>of(
                content -> CLOCK.stampWeakly(content, PdfWorld.NOW), content -> new byte[] {0x30, 0x00})) {
            VerificationReport report =
                    PdfWorld.VERIFIER.verify(stamp(signed, maker)).get(0);

            assertThat(report.finding(Check.TIME_STAMP).orElseThrow().reason()).contains("was not checked");
            assertThat(report.conclusion()).as(report.toString()).isEqualTo(Conclusion.GOOD_AS_FAR_AS_CHECKED);
        }
    }

    @Test
    void aTimeStampAloneIsNoSignature() throws Exception {
        Path pdf = stamp(original, content -> CLOCK.stamp(content, PdfWorld.NOW));

        assertThat(PdfWorld.VERIFIER.verify(pdf)).isEmpty();
    }

    @Test
    void whatIsAppendedAfterATimeStampIsNotSilentlyTaken() throws Exception {
        Path pdf = stamp(sign(content -> rsa(content).sign()), content -> CLOCK.stamp(content, PdfWorld.NOW));
        byte[] file = Files.readAllBytes(pdf);
        byte[] longer = Arrays.copyOf(file, file.length + 20);
        Arrays.fill(longer, file.length, longer.length, (byte) '\n');
        Files.write(pdf, longer);

        assertThat(PdfWorld.VERIFIER.verify(pdf).get(0).failures())
                .extracting(Finding::check)
                .containsExactly(Check.BYTE_RANGE);
    }

    /** Any byte of the signature in the file, changed or cut off. */
    @Test
    void aDamagedSignatureNeverThrows() throws Exception {
        Path pdf = sign(content -> rsa(content).sign());
        byte[] good = Files.readAllBytes(pdf);
        String text = new String(good, StandardCharsets.ISO_8859_1);
        int contents = text.indexOf("/Contents <") + "/Contents <".length();
        Path damaged = folder.resolve("damaged.pdf");
        for (int i = 0; i < 4_000; i += 3) {
            byte[] bad = good.clone();
            bad[contents + i] = (byte) (bad[contents + i] == '0' ? 'f' : '0');
            Files.write(damaged, bad);

            assertThat(PdfWorld.VERIFIER.verify(damaged)).as("digit " + i).hasSize(1);
        }
    }
}
