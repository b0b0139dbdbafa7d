package io.github.iamsmart.signing.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.error.DocumentException;
import io.github.iamsmart.signing.pdf.RevisionWorld.Kind;
import io.github.iamsmart.signing.verification.VerificationReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A signature is prepared only where the earlier ones stay good with it. */
class CertificationTest {

    @TempDir
    Path folder;

    private Path signed(Kind kind) throws Exception {
        return RevisionWorld.sign(RevisionWorld.form(folder.resolve("form.pdf")), folder.resolve("signed.pdf"), kind);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("certified", RevisionWorld.certified(1), "ask for one that may be signed"),
                Arguments.of("locked", RevisionWorld.lockWithPermission(1), "have that signature made last"),
                Arguments.of("locked by FieldMDP", RevisionWorld.fieldMdp(1, "All"), "have that signature made last"),
                Arguments.of("unknown certification", RevisionWorld.certified(4), "cannot be told"),
                Arguments.of("unknown lock", RevisionWorld.lock("Some"), "cannot be told"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refused(String what, Kind kind, String why) throws Exception {
        Path pdf = signed(kind);
        byte[] before = Files.readAllBytes(pdf);

        assertThatThrownBy(() -> PdfWorld.SIGNER_OF_PDFS.prepare(pdf, PdfSignatureOptions.DEFAULTS))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining(why)
                .hasMessageContaining("hash");

        assertThat(pdf).hasBinaryContent(before);
    }

    static Stream<Arguments> prepared() {
        return Stream.of(
                Arguments.of("signed", RevisionWorld.APPROVAL),
                Arguments.of("certified for forms", RevisionWorld.certified(2)),
                Arguments.of("certified for comments", RevisionWorld.certified(3)),
                Arguments.of("fields locked", RevisionWorld.lock("All")),
                Arguments.of("locked for forms", RevisionWorld.lockWithPermission(2)),
                Arguments.of("FieldMDP", RevisionWorld.fieldMdp(0, "Exclude", "applicant")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void prepared(String what, Kind kind) throws Exception {
        Path twice = PdfWorld.sign(signed(kind), folder.resolve("twice.pdf"), PdfSignatureOptions.DEFAULTS);

        assertThat(RevisionWorld.verify(twice)).hasSize(2).allMatch(VerificationReport::passed);
    }
}
