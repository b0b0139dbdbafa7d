package io.github.iamsmart.signing.pdf;

import io.github.iamsmart.error.DocumentException;
import io.github.iamsmart.internal.signature.revisions.ChangeRules;
import io.github.iamsmart.internal.signature.revisions.UndecidedException;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The changes that a PDF still allows: its author may certify it, and whoever signs it may lock it. */
final class Certification {

    private Certification() {}

    /** Refuses a PDF to which no signature may be added: with one, its earlier signatures would no longer be good. */
    static void requireSignable(PDDocument document) {
        ChangeRules rules;
        try {
            rules = ChangeRules.of(document.getDocumentCatalog().getCOSObject());
        } catch (UndecidedException unknown) {
            throw new DocumentException("Whether the PDF may be signed cannot be told: " + unknown.getMessage()
                    + ". Ask for one that is not, or sign its hash instead.");
        }
        if (!rules.forbidsSigning()) {
            return;
        }
        throw new DocumentException(
                rules.isLock()
                        ? "A signature locks the PDF against any change, even another signature: have that signature"
                                + " made last, or sign the hash of the PDF instead."
                        : "The PDF is certified, and its author allows no change, not even a signature: ask for one"
                                + " that may be signed, or sign its hash instead.");
    }
}
