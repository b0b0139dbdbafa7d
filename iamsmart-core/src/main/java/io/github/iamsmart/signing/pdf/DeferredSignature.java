package io.github.iamsmart.signing.pdf;

import io.github.iamsmart.signing.DocumentDigest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureInterface;
import org.jspecify.annotations.Nullable;

/** Takes the digest of the bytes that PDFBox wants to have signed, and leaves the space for the signature empty. */
final class DeferredSignature implements SignatureInterface {

    private @Nullable DocumentDigest digest;

    @Override
    public byte[] sign(InputStream content) throws IOException {
        digest = DocumentDigest.of(content);
        return new byte[0];
    }

    DocumentDigest digest() {
        return Objects.requireNonNull(digest, "PDFBox did not ask for a signature");
    }
}
