package io.github.iamsmart.signing.pdf;

import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The changes that the author of a certified PDF allows ({@code DocMDP}). */
final class Certification {

    private static final COSName PERMS = COSName.getPDFName("Perms");
    private static final COSName DOC_MDP = COSName.getPDFName("DocMDP");
    private static final COSName REFERENCE = COSName.getPDFName("Reference");
    private static final COSName TRANSFORM_METHOD = COSName.getPDFName("TransformMethod");
    private static final COSName TRANSFORM_PARAMS = COSName.getPDFName("TransformParams");
    private static final int NO_CHANGES = 1;
    /** The default where a certification does not say. */
    private static final int FORMS_AND_SIGNATURES = 2;

    private Certification() {}

    static boolean forbidsSigning(PDDocument document) {
        return Optional.ofNullable(document.getDocumentCatalog().getCOSObject().getCOSDictionary(PERMS))
                .map(perms -> perms.getCOSDictionary(DOC_MDP))
                .map(Certification::permission)
                .filter(permission -> permission == NO_CHANGES)
                .isPresent();
    }

    private static int permission(COSDictionary signature) {
        COSArray references = signature.getCOSArray(REFERENCE);
        for (int i = 0; references != null && i < references.size(); i++) {
            COSBase each = references.getObject(i);
            if (each instanceof COSDictionary reference && DOC_MDP.equals(reference.getCOSName(TRANSFORM_METHOD))) {
                COSDictionary parameters = reference.getCOSDictionary(TRANSFORM_PARAMS);
                return parameters == null ? FORMS_AND_SIGNATURES : parameters.getInt(COSName.P, FORMS_AND_SIGNATURES);
            }
        }
        return FORMS_AND_SIGNATURES;
    }
}
