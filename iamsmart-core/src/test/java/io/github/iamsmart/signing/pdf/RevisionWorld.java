package io.github.iamsmart.signing.pdf;

import io.github.iamsmart.signing.DocumentDigest;
import io.github.iamsmart.signing.verification.Check;
import io.github.iamsmart.signing.verification.Finding;
import io.github.iamsmart.signing.verification.TestAuthority;
import io.github.iamsmart.signing.verification.TestCms;
import io.github.iamsmart.signing.verification.VerificationReport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;

/** PDFs that are signed, changed, and signed again by another trusted holder. */
final class RevisionWorld {

    static final KeyPair OTHER_KEYS = TestAuthority.rsaKeys();
    static final X509Certificate OTHER = PdfWorld.ROOT.issue(OTHER_KEYS.getPublic());

    private RevisionWorld() {}

    /** Changes a document that was loaded, and marks what is to be written. */
    interface Change {
        void apply(PDDocument document) throws IOException;
    }

    /** Gives a signature its references and locks. */
    interface Kind {
        void apply(PDDocument document, PDSignature signature, COSDictionary field);
    }

    static final Kind APPROVAL = (document, signature, field) -> {};

    static Kind certified(int permission) {
        return (document, signature, field) -> {
            COSDictionary parameters = new COSDictionary();
            parameters.setInt(COSName.P, permission);
            parameters.setName("V", "1.2");
            reference(signature, "DocMDP", parameters);
            COSDictionary permissions = new COSDictionary();
            permissions.setItem("DocMDP", signature);
            document.getDocumentCatalog().getCOSObject().setItem("Perms", permissions);
        };
    }

    static Kind lock(String action, String... fields) {
        return (document, signature, field) -> field.setItem("Lock", lockDictionary(action, 0, fields));
    }

    static Kind lockWithPermission(int permission) {
        return (document, signature, field) -> field.setItem("Lock", lockDictionary("All", permission));
    }

    static Kind fieldMdp(int permission, String action, String... fields) {
        return (document, signature, field) ->
                reference(signature, "FieldMDP", lockDictionary(action, permission, fields));
    }

    private static COSDictionary lockDictionary(String action, int permission, String... fields) {
        COSDictionary lock = new COSDictionary();
        lock.setName("Action", action);
        if (permission != 0) {
            lock.setInt(COSName.P, permission);
        }
        if (!action.equals("All")) {
            COSArray names = new COSArray();
            List.of(fields).forEach(name -> names.add(new COSString(name)));
            lock.setItem(COSName.FIELDS, names);
        }
        return lock;
    }

    private static void reference(PDSignature signature, String method, COSDictionary parameters) {
        COSDictionary reference = new COSDictionary();
        reference.setName("Type", "SigRef");
        reference.setName("TransformMethod", method);
        reference.setItem("TransformParams", parameters);
        COSArray references = new COSArray();
        references.add(reference);
        signature.getCOSObject().setItem("Reference", references);
    }

    /** A form of two pages with text, two text fields and a comment. */
    static Path form(Path file) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            PDPage second = new PDPage(PDRectangle.A4);
            document.addPage(second);
            PDType1Font font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
            write(document, page, "Pay 100 dollars", font);
            write(document, second, "Terms", font);
            PDAcroForm form = new PDAcroForm(document);
            document.getDocumentCatalog().setAcroForm(form);
            PDResources resources = new PDResources();
            resources.put(COSName.HELV, font);
            form.setDefaultResources(resources);
            form.setDefaultAppearance("/Helv 12 Tf 0 g");
            for (String name : List.of("applicant", "witness")) {
                PDTextField field = new PDTextField(form);
                field.setPartialName(name);
                form.getFields().add(field);
                PDAnnotationWidget widget = field.getWidgets().get(0);
                widget.setRectangle(new PDRectangle(72, name.equals("witness") ? 500 : 600, 200, 20));
                widget.setPage(page);
                page.getAnnotations().add(widget);
                field.setValue("nobody");
            }
            PDAnnotationText comment = new PDAnnotationText();
            comment.setContents("as agreed");
            comment.setRectangle(new PDRectangle(10, 10, 20, 20));
            page.getAnnotations().add(comment);
            document.save(file.toFile());
        }
        return file;
    }

    private static void write(PDDocument document, PDPage page, String words, PDType1Font font) throws IOException {
        try (PDPageContentStream text =
                new PDPageContentStream(document, page, PDPageContentStream.AppendMode.OVERWRITE, false)) {
            text.beginText();
            text.setFont(font, 12);
            text.newLineAtOffset(72, 700);
            text.showText(words);
            text.endText();
        }
    }

    static Path sign(Path pdf, Path target, Kind kind) throws Exception {
        return changeAndSign(pdf, target, document -> {}, kind, PdfWorld.KEYS, PdfWorld.SIGNER, null);
    }

    static Path changeAndSign(Path pdf, Path target, Change change) throws Exception {
        return changeAndSign(pdf, target, change, APPROVAL, OTHER_KEYS, OTHER, null);
    }

    static Path timeStamp(Path pdf, Path target, Change change) throws Exception {
        Kind kind = (document, signature, field) -> {
            signature.setType(COSName.getPDFName("DocTimeStamp"));
            signature.setSubFilter(COSName.getPDFName("ETSI.RFC3161"));
        };
        return changeAndSign(pdf, target, change, kind, OTHER_KEYS, OTHER, null);
    }

    /** Changes a document and signs it, in one update. */
    static Path changeAndSign(
            Path pdf,
            Path target,
            Change change,
            Kind kind,
            KeyPair keys,
            X509Certificate certificate,
            SignatureOptions options)
            throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf.toFile());
                OutputStream out = Files.newOutputStream(target)) {
            change.apply(document);
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(PDSignature.SUBFILTER_ADBE_PKCS7_DETACHED);
            SignatureOptions how = options == null ? new SignatureOptions() : options;
            how.setPreferredSignatureSize(8_192);
            document.addSignature(signature, content -> cms(content.readAllBytes(), keys, certificate), how);
            for (PDField field : document.getDocumentCatalog().getAcroForm(null).getFieldTree()) {
                if (field instanceof PDSignatureField signed
                        && signed.getSignature() != null
                        && signed.getSignature().getCOSObject() == signature.getCOSObject()) {
                    kind.apply(document, signature, signed.getCOSObject());
                }
            }
            document.saveIncremental(out);
        }
        return target;
    }

    /** Changes a document, and signs nothing. */
    static Path change(Path pdf, Path target, Change change) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile());
                OutputStream out = Files.newOutputStream(target)) {
            change.apply(document);
            document.saveIncremental(out);
        }
        return target;
    }

    private static byte[] cms(byte[] content, KeyPair keys, X509Certificate certificate) throws IOException {
        try {
            return new TestCms(keys, certificate).at(PdfWorld.NOW).sign(DocumentDigest.of(content));
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    static List<VerificationReport> verify(Path pdf) throws IOException {
        return PdfWorld.VERIFIER.verify(pdf);
    }

    static Finding laterChanges(VerificationReport report) {
        return report.finding(Check.LATER_CHANGES).orElseThrow();
    }

    static PDField field(PDDocument document, String name) throws IOException {
        return document.getDocumentCatalog().getAcroForm(null).getField(name);
    }

    static void updated(COSDictionary dictionary) {
        dictionary.setNeedToBeUpdated(true);
    }

    static void annotate(PDDocument document, PDAnnotation annotation) throws IOException {
        PDPage page = document.getPage(0);
        List<PDAnnotation> annotations = page.getAnnotations();
        annotation.setRectangle(new PDRectangle(60, 690, 200, 30));
        annotation.setPage(page);
        annotations.add(annotation);
        page.setAnnotations(annotations);
        updated(page.getCOSObject());
    }
}
