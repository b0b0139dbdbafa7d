package io.github.iamsmart.signing.pdf;

import static io.github.iamsmart.signing.pdf.RevisionWorld.APPROVAL;
import static io.github.iamsmart.signing.pdf.RevisionWorld.annotate;
import static io.github.iamsmart.signing.pdf.RevisionWorld.certified;
import static io.github.iamsmart.signing.pdf.RevisionWorld.field;
import static io.github.iamsmart.signing.pdf.RevisionWorld.fieldMdp;
import static io.github.iamsmart.signing.pdf.RevisionWorld.laterChanges;
import static io.github.iamsmart.signing.pdf.RevisionWorld.lock;
import static io.github.iamsmart.signing.pdf.RevisionWorld.lockWithPermission;
import static io.github.iamsmart.signing.pdf.RevisionWorld.updated;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.MutableClock;
import io.github.iamsmart.error.DocumentException;
import io.github.iamsmart.signing.ExternalTool;
import io.github.iamsmart.signing.pdf.RevisionWorld.Change;
import io.github.iamsmart.signing.pdf.RevisionWorld.Kind;
import io.github.iamsmart.signing.verification.Check;
import io.github.iamsmart.signing.verification.Conclusion;
import io.github.iamsmart.signing.verification.Finding;
import io.github.iamsmart.signing.verification.SignatureVerifier;
import io.github.iamsmart.signing.verification.TestAuthority;
import io.github.iamsmart.signing.verification.Verdict;
import io.github.iamsmart.signing.verification.VerificationReport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFreeText;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One signs, something is changed, another trusted holder signs: the first signature's report says what was changed.
 */
class LaterChangesTest {

    private static final ExternalTool QPDF = new ExternalTool("qpdf");
    private static final ExternalTool PDFSIG = new ExternalTool("pdfsig");
    private static final COSName AF = COSName.getPDFName("AF");

    @TempDir
    Path folder;

    // What is changed.

    private static final Change NOTHING = document -> {};

    private static Change fill(String name) {
        return document -> {
            field(document, name).setValue("somebody else");
            updated(field(document, name).getCOSObject());
            COSDictionary look = field(document, name).getCOSObject().getCOSDictionary(COSName.AP);
            updated(look.getCOSStream(COSName.N));
        };
    }

    private static final Change VALIDATION_DATA = document -> {
        COSDictionary dss = new COSDictionary();
        COSStream certificate = document.getDocument().createCOSStream();
        try (OutputStream out = certificate.createOutputStream()) {
            out.write(RevisionWorld.OTHER.getSigAlgName().getBytes(US_ASCII));
        }
        COSArray certificates = new COSArray();
        certificates.add(certificate);
        dss.setItem("Certs", certificates);
        document.getDocumentCatalog().getCOSObject().setItem("DSS", dss);
        updated(document.getDocumentCatalog().getCOSObject());
    };

    private static final Change COMMENT = document -> annotate(document, new PDAnnotationText());

    private static final Change WHITE_BOX = document -> annotate(document, new PDAnnotationFreeText());

    private static final Change LINK = document -> {
        PDAnnotationLink link = new PDAnnotationLink();
        link.setAction(new PDActionJavaScript("app.alert(1)"));
        annotate(document, link);
    };

    private static final Change ANOTHER_COMMENT = document -> {
        PDAnnotation comment = document.getPage(0).getAnnotations().get(2);
        comment.setContents("not agreed");
        updated(comment.getCOSObject());
    };

    private static final Change COMMENT_REMOVED = document -> {
        List<PDAnnotation> annotations = document.getPage(0).getAnnotations();
        annotations.remove(2);
        document.getPage(0).setAnnotations(annotations);
        updated(document.getPage(0).getCOSObject());
    };

    private static final Change PAGE_REPLACED = document -> {
        PDPage page = new PDPage(PDRectangle.A4);
        try (PDPageContentStream text = new PDPageContentStream(document, page)) {
            text.beginText();
            text.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
            text.newLineAtOffset(72, 700);
            text.showText("Pay 900 dollars");
            text.endText();
        }
        COSDictionary pages = document.getPages().getCOSObject();
        page.getCOSObject().setItem(COSName.PARENT, pages);
        pages.getCOSArray(COSName.KIDS).set(0, page.getCOSObject());
        updated(pages);
        pages.getCOSArray(COSName.KIDS).setNeedToBeUpdated(true);
    };

    private static final Change CONTENT_REWRITTEN = document -> {
        COSStream content = document.getPage(0).getCOSObject().getCOSStream(COSName.CONTENTS);
        try (OutputStream out = content.createOutputStream()) {
            out.write("BT /F1 12 Tf 72 700 Td (Pay 900 dollars) Tj ET".getBytes(US_ASCII));
        }
        updated(content);
    };

    private static final Change CONTENT_ADDED = document -> {
        PDPage page = document.getPage(0);
        try (PDPageContentStream text =
                new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, false)) {
            text.addRect(60, 690, 200, 30);
            text.fill();
        }
        updated(page.getCOSObject());
    };

    private static final Change PAGES_SWAPPED = document -> {
        COSDictionary pages = document.getPages().getCOSObject();
        COSArray kids = pages.getCOSArray(COSName.KIDS);
        COSArray swapped = new COSArray(List.of(kids.get(1), kids.get(0)));
        pages.setItem(COSName.KIDS, swapped);
        updated(pages);
    };

    private static final Change PAGE_ADDED = document -> {
        document.addPage(new PDPage(PDRectangle.A4));
        updated(document.getPages().getCOSObject());
        document.getPages().getCOSObject().getCOSArray(COSName.KIDS).setNeedToBeUpdated(true);
    };

    private static final Change PAGE_TURNED = document -> {
        document.getPage(1).setRotation(180);
        updated(document.getPage(1).getCOSObject());
    };

    private static final Change PAGE_CROPPED = document -> {
        document.getPage(1).setCropBox(new PDRectangle(0, 0, 10, 10));
        updated(document.getPage(1).getCOSObject());
    };

    private static final Change FONT_SWAPPED = document -> {
        PDResources resources = document.getPage(0).getResources();
        COSDictionary fonts = resources.getCOSObject().getCOSDictionary(COSName.FONT);
        COSName name = fonts.keySet().iterator().next();
        COSDictionary font = fonts.getCOSDictionary(name);
        font.setItem(COSName.BASE_FONT, COSName.getPDFName("ZapfDingbats"));
        updated(font);
    };

    private static final Change OPEN_ACTION = document -> {
        document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
        updated(document.getDocumentCatalog().getCOSObject());
    };

    private static final Change ATTACHMENT = document -> {
        PDEmbeddedFile file = new PDEmbeddedFile(document, new ByteArrayInputStream(new byte[] {1}));
        PDComplexFileSpecification specification = new PDComplexFileSpecification();
        specification.setFile("annex.bin");
        specification.setEmbeddedFile(file);
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of("annex.bin", specification));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
        updated(document.getDocumentCatalog().getCOSObject());
    };

    private static final Change ASSOCIATED_FILE = document -> {
        document.getDocumentCatalog().getCOSObject().setItem(AF, new COSArray());
        updated(document.getDocumentCatalog().getCOSObject());
    };

    private static final Change LOOK_OF_FIELD = document -> {
        COSDictionary look = field(document, "applicant").getCOSObject().getCOSDictionary(COSName.AP);
        COSStream drawing = look.getCOSStream(COSName.N);
        try (OutputStream out = drawing.createOutputStream()) {
            out.write("0 0 200 20 re f".getBytes(US_ASCII));
        }
        updated(drawing);
    };

    private static final Change FIELD_MOVED = document -> {
        COSDictionary field = field(document, "applicant").getCOSObject();
        field.setItem(COSName.RECT, new PDRectangle(60, 690, 200, 30).getCOSArray());
        updated(field);
    };

    private static final Change FIELD_ADDED = document -> {
        PDTextField field = new PDTextField(document.getDocumentCatalog().getAcroForm(null));
        field.setPartialName("extra");
        field.getWidgets().get(0).setRectangle(new PDRectangle(60, 690, 200, 30));
        COSDictionary form = document.getDocumentCatalog().getAcroForm(null).getCOSObject();
        form.getCOSArray(COSName.FIELDS).add(field.getCOSObject());
        form.getCOSArray(COSName.FIELDS).setNeedToBeUpdated(true);
        updated(form);
        annotate(document, field.getWidgets().get(0));
    };

    private static final Change FIELD_REMOVED = document -> {
        COSDictionary form = document.getDocumentCatalog().getAcroForm(null).getCOSObject();
        form.getCOSArray(COSName.FIELDS).remove(0);
        form.getCOSArray(COSName.FIELDS).setNeedToBeUpdated(true);
        updated(form);
    };

    private static final Change DRAWN_ANEW = document -> {
        document.getDocumentCatalog().getAcroForm(null).setNeedAppearances(true);
        updated(document.getDocumentCatalog().getAcroForm(null).getCOSObject());
    };

    private static final Change XFA = document -> {
        COSDictionary form = document.getDocumentCatalog().getAcroForm(null).getCOSObject();
        form.setItem(COSName.getPDFName("XFA"), new COSArray());
        updated(form);
    };

    private static final Change SIGNATURE_LOOK = document -> {
        COSDictionary widget =
                document.getSignatureFields().get(0).getWidgets().get(0).getCOSObject();
        widget.setItem(COSName.RECT, new PDRectangle(60, 690, 200, 30).getCOSArray());
        updated(widget);
    };

    private static final Change SIGNATURE_REASON = document -> {
        document.getSignatureDictionaries().get(0).setReason("another");
        updated(document.getSignatureDictionaries().get(0).getCOSObject());
    };

    private static final Change TITLE = document -> {
        document.getDocumentInformation().setTitle("Another");
        document.getDocument().getTrailer().getCOSDictionary(COSName.INFO).setNeedToBeUpdated(true);
    };

    private static final Change DATE = document -> {
        document.getDocumentInformation().setProducer("Signing program");
        document.getDocument().getTrailer().getCOSDictionary(COSName.INFO).setNeedToBeUpdated(true);
    };

    private static final Change UNREACHABLE = document -> {
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        COSDictionary dss = new COSDictionary();
        dss.setItem("Unknown", new COSArray(Collections.nCopies(3, COSInteger.ONE)));
        catalog.setItem("DSS", dss);
        updated(catalog);
    };

    static Stream<Arguments> allowed() {
        return Stream.of(
                Arguments.of("a signature", APPROVAL, NOTHING, "signature \"Signature2\" was added"),
                Arguments.of("a signature, certified 2", certified(2), NOTHING, "signature \"Signature2\""),
                Arguments.of("a signature, certified 3", certified(3), NOTHING, "signature \"Signature2\""),
                Arguments.of("a value", APPROVAL, fill("applicant"), "form field \"applicant\" was filled in"),
                Arguments.of("a value, certified 2", certified(2), fill("applicant"), "was filled in"),
                Arguments.of("a value, certified 3", certified(3), fill("applicant"), "was filled in"),
                Arguments.of("a comment, certified 3", certified(3), COMMENT, "was added to page 1"),
                Arguments.of("another comment, certified 3", certified(3), ANOTHER_COMMENT, "was changed"),
                Arguments.of("no comment, certified 3", certified(3), COMMENT_REMOVED, "removed"),
                Arguments.of("DSS", APPROVAL, VALIDATION_DATA, "data for validation"),
                Arguments.of("DSS, certified 2", certified(2), VALIDATION_DATA, "data for validation"),
                Arguments.of("DSS of any kind", APPROVAL, UNREACHABLE, "data for validation"),
                Arguments.of("the program", APPROVAL, DATE, "document information"),
                Arguments.of("not locked", lock("Include", "witness"), fill("applicant"), "was filled in"),
                Arguments.of("excluded", lock("Exclude", "applicant"), fill("applicant"), "was filled in"),
                Arguments.of("not in FieldMDP", fieldMdp(0, "Include", "witness"), fill("applicant"), "filled in"),
                Arguments.of("a signature, locked 2", lockWithPermission(2), NOTHING, "\"Signature2\" was added"),
                Arguments.of("a signature, all locked", lock("All"), NOTHING, "\"Signature2\" was added"));
    }

    static Stream<Arguments> forbidden() {
        return Stream.of(
                Arguments.of("a signature, certified 1", certified(1), NOTHING, "\"Signature2\" was added"),
                Arguments.of("a signature, locked 1", lockWithPermission(1), NOTHING, "locked by a signature"),
                Arguments.of("a signature, FieldMDP 1", fieldMdp(1, "All"), NOTHING, "locked by a signature"),
                Arguments.of("a value, certified 1", certified(1), fill("applicant"), "certified against all changes"),
                Arguments.of("a comment", APPROVAL, COMMENT, "was added to page 1"),
                Arguments.of("a comment, certified 2", certified(2), COMMENT, "was added to page 1"),
                Arguments.of("a white box, certified 2", certified(2), WHITE_BOX, "was added to page 1"),
                Arguments.of("a script, certified 3", certified(3), LINK, "was added to page 1"),
                Arguments.of("another comment", APPROVAL, ANOTHER_COMMENT, "page 1 was changed"),
                Arguments.of("no comment, certified 2", certified(2), COMMENT_REMOVED, "was removed"),
                Arguments.of("a page", APPROVAL, PAGE_REPLACED, "page 1 was changed"),
                Arguments.of("a page, certified 1", certified(1), PAGE_REPLACED, "page 1 was changed"),
                Arguments.of("a page, certified 3", certified(3), PAGE_REPLACED, "page 1 was changed"),
                Arguments.of("a page, locked 1", lockWithPermission(1), PAGE_REPLACED, "page 1 was changed"),
                Arguments.of("its content", APPROVAL, CONTENT_REWRITTEN, "page 1 was changed (what is written"),
                Arguments.of("more content", certified(3), CONTENT_ADDED, "page 1 was changed (what is written"),
                Arguments.of("the order", APPROVAL, PAGES_SWAPPED, "list of pages"),
                Arguments.of("one more page", certified(2), PAGE_ADDED, "3 pages and had 2"),
                Arguments.of("a turned page", APPROVAL, PAGE_TURNED, "page 2 was changed"),
                Arguments.of("a cropped page", APPROVAL, PAGE_CROPPED, "page 2 was changed"),
                Arguments.of("a font", certified(3), FONT_SWAPPED, "page 1 was changed (its fonts or images)"),
                Arguments.of("an action", APPROVAL, OPEN_ACTION, "what happens on opening"),
                Arguments.of("an attachment", certified(2), ATTACHMENT, "the attached files"),
                Arguments.of("another attachment", APPROVAL, ASSOCIATED_FILE, "the attached files"),
                Arguments.of("only the look", certified(2), LOOK_OF_FIELD, "got another look"),
                Arguments.of("a moved field", certified(2), FIELD_MOVED, "\"applicant\" was changed (\"Rect\")"),
                Arguments.of("one more field", certified(3), FIELD_ADDED, "\"extra\" was added"),
                Arguments.of("one field less", APPROVAL, FIELD_REMOVED, "\"applicant\" was removed"),
                Arguments.of("drawn anew", certified(2), DRAWN_ANEW, "NeedAppearances"),
                Arguments.of("XFA", certified(2), XFA, "XFA"),
                Arguments.of("where it is shown", APPROVAL, SIGNATURE_LOOK, "signature \"Signature1\" was changed"),
                Arguments.of("its reason", certified(2), SIGNATURE_REASON, "signature \"Signature1\" was changed"),
                Arguments.of("the title", certified(3), TITLE, "document information was changed (\"Title\")"),
                Arguments.of("all locked", lock("All"), fill("applicant"), "locked form field \"applicant\""),
                Arguments.of("locked", lock("Include", "applicant"), fill("applicant"), "locked form field"),
                Arguments.of("not excluded", lock("Exclude", "witness"), fill("applicant"), "locked form field"),
                Arguments.of("FieldMDP all", fieldMdp(0, "All"), fill("witness"), "locked form field \"witness\""),
                Arguments.of("in FieldMDP", fieldMdp(0, "Include", "witness"), fill("witness"), "locked form field"),
                Arguments.of("look, locked", lock("All"), LOOK_OF_FIELD, "locked form field \"applicant\""));
    }

    private List<VerificationReport> signChangeSign(Kind kind, Change change) throws Exception {
        Path first = RevisionWorld.sign(RevisionWorld.form(folder.resolve("form.pdf")), folder.resolve("1.pdf"), kind);
        return RevisionWorld.verify(RevisionWorld.changeAndSign(first, folder.resolve("2.pdf"), change));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void allowed(String what, Kind kind, Change change, String reason) throws Exception {
        List<VerificationReport> reports = signChangeSign(kind, change);

        assertThat(reports)
                .hasSize(2)
                .allSatisfy(report ->
                        assertThat(report.passed()).as(report.toString()).isTrue());
        assertThat(laterChanges(reports.get(0)).reason()).contains(reason);
        assertThat(laterChanges(reports.get(1)).reason()).isEqualTo("Nothing was added after this signature.");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void forbidden(String what, Kind kind, Change change, String reason) throws Exception {
        List<VerificationReport> reports = signChangeSign(kind, change);

        assertThat(reports).hasSize(2);
        assertThat(reports.get(0).failures())
                .as(reports.get(0).toString())
                .extracting(Finding::check)
                .contains(Check.LATER_CHANGES)
                .isSubsetOf(Check.LATER_CHANGES, Check.MESSAGE_DIGEST, Check.SIGNATURE);
        assertThat(laterChanges(reports.get(0)).reason()).contains(reason);
        assertThat(reports.get(1).passed()).as(reports.get(1).toString()).isTrue();
    }

    @Test
    void aTimeStampAndItsDataMayFollowEvenACertificationAgainstAllChanges() throws Exception {
        Path first = RevisionWorld.sign(
                RevisionWorld.form(folder.resolve("form.pdf")), folder.resolve("1.pdf"), certified(1));
        Path stamped = RevisionWorld.timeStamp(first, folder.resolve("2.pdf"), VALIDATION_DATA);

        Finding finding = laterChanges(RevisionWorld.verify(stamped).get(0));

        assertThat(finding.verdict()).as(finding.reason()).isEqualTo(Verdict.PASSED);
        assertThat(finding.reason()).contains("time-stamp \"Signature2\" was added", "data for validation");
    }

    @Test
    void aTimeStampHidesNoChange() throws Exception {
        Path first = RevisionWorld.sign(
                RevisionWorld.form(folder.resolve("form.pdf")), folder.resolve("1.pdf"), certified(1));
        Path stamped = RevisionWorld.timeStamp(first, folder.resolve("2.pdf"), CONTENT_REWRITTEN);

        assertThat(laterChanges(RevisionWorld.verify(stamped).get(0)).verdict()).isEqualTo(Verdict.FAILED);
    }

    /** What is in between counts as well: the second signature's document was changed, the first one's was not. */
    @Test
    void comparesEachRevisionWithTheLastOne() throws Exception {
        Path first =
                RevisionWorld.sign(RevisionWorld.form(folder.resolve("form.pdf")), folder.resolve("1.pdf"), APPROVAL);
        Path second = RevisionWorld.changeAndSign(first, folder.resolve("2.pdf"), PAGE_TURNED);
        Path third = RevisionWorld.changeAndSign(second, folder.resolve("3.pdf"), document -> {
            document.getPage(1).getCOSObject().removeItem(COSName.ROTATE);
            updated(document.getPage(1).getCOSObject());
        });

        assertThat(RevisionWorld.verify(third))
                .extracting(VerificationReport::passed)
                .containsExactly(true, false, true);
    }

    @Test
    void aLaterSignatureInheritsTheRulesOfEarlierOnes() throws Exception {
        Path first = RevisionWorld.sign(
                RevisionWorld.form(folder.resolve("form.pdf")), folder.resolve("1.pdf"), lock("Include", "witness"));
        Path second = RevisionWorld.changeAndSign(first, folder.resolve("2.pdf"), fill("applicant"));
        Path third = RevisionWorld.changeAndSign(second, folder.resolve("3.pdf"), fill("witness"));

        assertThat(RevisionWorld.verify(third))
                .extracting(report -> laterChanges(report).verdict())
                .containsExactly(Verdict.FAILED, Verdict.FAILED, Verdict.PASSED);
    }

    static Stream<Arguments> strangeSignatures() {
        return Stream.of(
                Arguments.of((Kind) (document, signature, field) -> field.setName("Subtype", "FreeText")),
                Arguments.of((Kind)
                        (document, signature, field) -> field.setItem("A", new PDActionJavaScript("app.alert(1)"))),
                Arguments.of((Kind) (document, signature, field) -> field.setItem("AA", new COSDictionary())));
    }

    /** Signing is allowed, so an annotation or a script may come along as a signature. */
    @ParameterizedTest
    @MethodSource("strangeSignatures")
    void findsWhatOnlyPretendsToBeASignature(Kind kind) throws Exception {
        Path first = RevisionWorld.sign(
                RevisionWorld.form(folder.resolve("form.pdf")), folder.resolve("1.pdf"), certified(2));
        Path second = RevisionWorld.changeAndSign(
                first, folder.resolve("2.pdf"), NOTHING, kind, RevisionWorld.OTHER_KEYS, RevisionWorld.OTHER, null);

        Finding finding = laterChanges(RevisionWorld.verify(second).get(0));

        assertThat(finding.verdict()).as(finding.reason()).isEqualTo(Verdict.FAILED);
        assertThat(finding.reason()).contains("signature field \"Signature2\"");
    }

    @Test
    void saysWhereALaterSignatureIsSeen() throws Exception {
        Path first = RevisionWorld.sign(
                RevisionWorld.form(folder.resolve("form.pdf")), folder.resolve("1.pdf"), certified(2));
        Path second = PdfWorld.sign(
                first,
                folder.resolve("2.pdf"),
                PdfSignatureOptions.builder()
                        .stamp(new PdfStamp(2, 72, 72, 200, 60, PdfStamp.Appearance.text("Signed")))
                        .build());

        List<VerificationReport> reports = RevisionWorld.verify(second);

        assertThat(reports).hasSize(2).allMatch(VerificationReport::passed);
        assertThat(laterChanges(reports.get(0)).reason())
                .contains("signature \"Signature2\" was added, visible on page 2");
    }

    @Test
    void doesNotPassALaterSignatureThatCoversThePage() throws Exception {
        Path first = RevisionWorld.sign(
                RevisionWorld.form(folder.resolve("form.pdf")), folder.resolve("1.pdf"), certified(2));
        Path second = PdfWorld.sign(
                first,
                folder.resolve("2.pdf"),
                PdfSignatureOptions.builder()
                        .stamp(new PdfStamp(1, 0, 0, 595, 841, PdfStamp.Appearance.text("Pay 900 dollars")))
                        .build());

        VerificationReport report = RevisionWorld.verify(second).get(0);

        assertThat(laterChanges(report).verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(laterChanges(report).reason()).contains("Not checked", "covers most of page 1");
        assertThat(report.failures()).isEmpty();
        assertThat(report.passed()).isFalse();
    }

    /** Printers leave a margin around a page, and readers show none of it. */
    @Test
    void measuresOnlyThePartOfThePageThatIsShown() throws Exception {
        Path form = RevisionWorld.change(
                RevisionWorld.form(folder.resolve("form.pdf")), folder.resolve("cropped.pdf"), document -> {
                    document.getPage(0).setMediaBox(new PDRectangle(2_000, 2_000));
                    document.getPage(0).setCropBox(new PDRectangle(595, 842));
                    updated(document.getPage(0).getCOSObject());
                });
        Path first = RevisionWorld.sign(form, folder.resolve("1.pdf"), APPROVAL);
        Path second = PdfWorld.sign(
                first,
                folder.resolve("2.pdf"),
                PdfSignatureOptions.builder()
                        .stamp(new PdfStamp(1, 0, 0, 595, 841, PdfStamp.Appearance.text("Pay 900 dollars")))
                        .build());

        assertThat(laterChanges(RevisionWorld.verify(second).get(0)).reason()).contains("covers most of page 1");
    }

    /** A film or a drawing in space is more than a comment. */
    @Test
    void doesNotPassAnnotationsThatItDoesNotKnow() throws Exception {
        List<VerificationReport> reports = signChangeSign(certified(3), document -> {
            PDAnnotationText film = new PDAnnotationText();
            film.getCOSObject().setName("Subtype", "RichMedia");
            annotate(document, film);
        });

        assertThat(laterChanges(reports.get(0)).verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(laterChanges(reports.get(0)).reason()).contains("\"RichMedia\"", "have a person look at it");
    }

    /** A comment may be added, and one that covers the page replaces it. */
    @Test
    void doesNotPassAnAnnotationThatCoversThePage() throws Exception {
        List<VerificationReport> reports = signChangeSign(certified(3), document -> {
            PDAnnotationFreeText box = new PDAnnotationFreeText();
            annotate(document, box);
            box.setRectangle(new PDRectangle(0, 0, 595, 842));
        });

        assertThat(laterChanges(reports.get(0)).verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(reports.get(0).passed()).isFalse();
    }

    /** Cross-reference tables, none of the objects in streams; and a file for the web, which has two of them. */
    @Test
    void comparesFilesOfOtherProgramsToo() throws Exception {
        Path form = RevisionWorld.form(folder.resolve("form.pdf"));
        for (List<String> options : List.of(
                List.of("--object-streams=disable"),
                List.of("--object-streams=generate"),
                List.of("--linearize"),
                List.of("--linearize", "--object-streams=disable"))) {
            Path made = folder.resolve("qpdf" + String.join("", options) + ".pdf");
            List<String> arguments = Stream.concat(options.stream(), Stream.of(form.toString(), made.toString()))
                    .toList();
            assertThat(QPDF.run(folder, arguments.toArray(String[]::new)).exitCode())
                    .isZero();
            Path first = RevisionWorld.sign(made, folder.resolve("1.pdf"), certified(2));
            Path good = RevisionWorld.changeAndSign(first, folder.resolve("2.pdf"), fill("applicant"));
            Path bad = RevisionWorld.changeAndSign(first, folder.resolve("3.pdf"), CONTENT_REWRITTEN);

            assertThat(RevisionWorld.verify(good))
                    .as(options.toString())
                    .allSatisfy(report ->
                            assertThat(report.passed()).as(report.toString()).isTrue());
            assertThat(laterChanges(RevisionWorld.verify(bad).get(0)).verdict())
                    .as(options.toString())
                    .isEqualTo(Verdict.FAILED);
        }
    }

    /** For pdfsig both signatures of a document with a replaced page are valid; it says only what each covers. */
    @Test
    void seesWhatPdfsigDoesNotJudge() throws Exception {
        Path first = RevisionWorld.sign(
                RevisionWorld.form(folder.resolve("form.pdf")), folder.resolve("1.pdf"), certified(1));
        Path second = RevisionWorld.changeAndSign(first, folder.resolve("2.pdf"), PAGE_REPLACED);

        assertThat(PDFSIG.run(folder, "-nocert", second.toString()).output().split("Signature is Valid", -1))
                .hasSize(3);
        assertThat(RevisionWorld.verify(second))
                .extracting(VerificationReport::passed)
                .containsExactly(false, true);
    }

    @Test
    void anAppendixThatNobodySignedIsComparedAsWell() throws Exception {
        Path first = RevisionWorld.sign(
                RevisionWorld.form(folder.resolve("form.pdf")), folder.resolve("1.pdf"), certified(2));

        VerificationReport changed = RevisionWorld.verify(
                        RevisionWorld.change(first, folder.resolve("2.pdf"), PAGE_TURNED))
                .get(0);
        VerificationReport withData = RevisionWorld.verify(
                        RevisionWorld.change(first, folder.resolve("3.pdf"), VALIDATION_DATA))
                .get(0);

        assertThat(changed.failures())
                .extracting(Finding::check)
                .containsExactly(Check.BYTE_RANGE, Check.LATER_CHANGES);
        assertThat(laterChanges(withData).verdict()).isEqualTo(Verdict.PASSED);
        assertThat(byteRange(withData).verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(withData.conclusion()).isEqualTo(Conclusion.GOOD_AS_FAR_AS_CHECKED);
    }

    private static Finding byteRange(VerificationReport report) {
        return report.finding(Check.BYTE_RANGE).orElseThrow();
    }

    static Stream<Arguments> unsigned() {
        return Stream.of(
                Arguments.of("data for validation", APPROVAL, VALIDATION_DATA, Verdict.SKIPPED),
                Arguments.of("a value that a certification allows", certified(2), fill("witness"), Verdict.SKIPPED),
                Arguments.of("a value that nothing mentions", APPROVAL, fill("witness"), Verdict.FAILED));
    }

    /**
     * Values that nobody signed are anybody's, and a time-stamp of theirs, which anybody can order, changes nothing.
     */
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void unsigned(String what, Kind kind, Change change, Verdict verdict) throws Exception {
        Path first = RevisionWorld.sign(RevisionWorld.form(folder.resolve("form.pdf")), folder.resolve("1.pdf"), kind);
        Path changed = RevisionWorld.change(first, folder.resolve("2.pdf"), change);
        Path stamped = RevisionWorld.timeStamp(first, folder.resolve("3.pdf"), change);

        for (Path pdf : List.of(changed, stamped)) {
            VerificationReport report = RevisionWorld.verify(pdf).get(0);
            assertThat(byteRange(report).verdict()).as(report.toString()).isEqualTo(verdict);
            assertThat(laterChanges(report).verdict()).isEqualTo(Verdict.PASSED);
        }
    }

    @Test
    void dataMayFollowSeveralSignatures() throws Exception {
        Path first =
                RevisionWorld.sign(RevisionWorld.form(folder.resolve("form.pdf")), folder.resolve("1.pdf"), APPROVAL);
        Path second = RevisionWorld.changeAndSign(first, folder.resolve("2.pdf"), fill("witness"));

        assertThat(RevisionWorld.verify(RevisionWorld.change(second, folder.resolve("3.pdf"), VALIDATION_DATA)))
                .hasSize(2)
                .allMatch(VerificationReport::passed);
    }

    @Test
    void doesNotCallSignedWhatABadSignatureCovers() throws Exception {
        Path first =
                RevisionWorld.sign(RevisionWorld.form(folder.resolve("form.pdf")), folder.resolve("1.pdf"), APPROVAL);
        X509Certificate stranger = TestAuthority.rsa("Stranger").issue(RevisionWorld.OTHER_KEYS.getPublic());
        Path second = RevisionWorld.changeAndSign(
                first, folder.resolve("2.pdf"), NOTHING, APPROVAL, RevisionWorld.OTHER_KEYS, stranger, null);

        List<VerificationReport> reports = RevisionWorld.verify(second);

        assertThat(reports).extracting(VerificationReport::passed).containsExactly(true, false);
        assertThat(byteRange(reports.get(0)).verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(byteRange(reports.get(0)).reason()).contains("not good itself");
    }

    @Test
    void whatIsRequiredMustNotBeSkipped() throws Exception {
        PdfVerifier strict = new PdfVerifier(SignatureVerifier.builder()
                .trustAnchors(List.of(PdfWorld.ROOT.certificate()))
                .require(Check.BYTE_RANGE, Check.LATER_CHANGES)
                .clock(new MutableClock(PdfWorld.NOW))
                .build());
        Path first = RevisionWorld.sign(
                RevisionWorld.form(folder.resolve("form.pdf")), folder.resolve("1.pdf"), certified(7));
        Path second = RevisionWorld.change(first, folder.resolve("2.pdf"), VALIDATION_DATA);
        Path third =
                RevisionWorld.sign(RevisionWorld.form(folder.resolve("form.pdf")), folder.resolve("3.pdf"), APPROVAL);
        Path fourth = RevisionWorld.change(third, folder.resolve("4.pdf"), VALIDATION_DATA);

        assertThat(laterChanges(strict.verify(second).get(0)).reason()).startsWith("This check is required.");
        assertThat(laterChanges(strict.verify(second).get(0)).verdict()).isEqualTo(Verdict.FAILED);
        assertThat(byteRange(strict.verify(fourth).get(0)).reason()).startsWith("This check is required.");
        assertThat(strict.verify(fourth).get(0).passed()).isFalse();
        assertThat(strict.verify(third).get(0).passed()).isTrue();
    }

    @Test
    void aRuleThatIsNotKnownIsNotChecked() throws Exception {
        List<VerificationReport> reports = signChangeSign(certified(7), NOTHING);

        assertThat(laterChanges(reports.get(0)).verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(laterChanges(reports.get(0)).reason()).startsWith("Not checked: ");
        assertThat(reports.get(0).passed()).isFalse();
    }

    @Test
    void namesFromTheFileAreShownSafely() throws Exception {
        Path form = PdfWorld.pdf(folder.resolve("form.pdf"));
        Path first = RevisionWorld.sign(form, folder.resolve("1.pdf"), APPROVAL);
        Path second = RevisionWorld.changeAndSign(first, folder.resolve("2.pdf"), document -> {
            document.getDocumentCatalog().getCOSObject().setName("New\nFAILED \u202E" + "x".repeat(200), "x");
            updated(document.getDocumentCatalog().getCOSObject());
        });

        String reason = laterChanges(RevisionWorld.verify(second).get(0)).reason();

        assertThat(reason).contains("changed").doesNotContain("\n", "\u202E").hasSizeLessThan(300);
    }

    /** Signed twice, and damaged anywhere: there is a report, or the file is refused as damaged. */
    @Test
    void noDamagedFileMakesItThrow() throws Exception {
        Path first = RevisionWorld.sign(
                RevisionWorld.form(folder.resolve("form.pdf")), folder.resolve("1.pdf"), certified(2));
        byte[] good =
                Files.readAllBytes(RevisionWorld.changeAndSign(first, folder.resolve("2.pdf"), CONTENT_REWRITTEN));
        Random random = new Random(20_261_123);
        Path file = folder.resolve("damaged.pdf");
        for (int i = 0; i < 300; i++) {
            byte[] damaged = good.clone();
            int at = random.nextInt(damaged.length);
            for (int j = at; j < Math.min(damaged.length, at + 1 + i % 7); j++) {
                damaged[j] = (byte) "<>[]()/%0 RfnX\n9".charAt(random.nextInt(16));
            }
            int length = i % 5 == 0 ? damaged.length - random.nextInt(2_000) : damaged.length;
            Files.write(file, Arrays.copyOf(damaged, length));

            assertThat(areAllGood(file)).as("damage " + i + " at " + at).isFalse();
        }
    }

    private static boolean areAllGood(Path file) throws IOException {
        try {
            List<VerificationReport> reports = RevisionWorld.verify(file);
            return reports.size() > 1 && reports.stream().allMatch(VerificationReport::passed);
        } catch (DocumentException damaged) {
            return false;
        }
    }
}
