package io.github.iamsmart.signing.verification;

import io.github.iamsmart.signing.DocumentDigest;
import io.github.iamsmart.signing.HashSigningRequest;
import io.github.iamsmart.signing.PdfSigningRequest;
import io.github.iamsmart.signing.SignatureAlgorithm;
import java.util.Optional;

/**
 * What was to be signed, how, and by whom: what the service itself knows, never what came back.
 *
 * @param digest the hash of the document, or of the prepared PDF
 * @param algorithm how the hash was to be signed; the signature of a PDF names its own algorithm
 * @param hkicHash the hash of the signer's HKIC, if a signer was named
 */
public record ExpectedSignature(DocumentDigest digest, SignatureAlgorithm algorithm, Optional<String> hkicHash) {

    /**
     * {@return the signature to expect for a request}
     *
     * @param request the request
     */
    public static ExpectedSignature of(HashSigningRequest request) {
        return new ExpectedSignature(
                request.digest(), request.algorithm(), request.details().hkicHash());
    }

    /**
     * {@return the signature to expect for a request}
     *
     * @param request the request
     */
    public static ExpectedSignature of(PdfSigningRequest request) {
        return new ExpectedSignature(
                request.digest(),
                SignatureAlgorithm.SHA256_WITH_RSA,
                request.details().hkicHash());
    }

    /** Shows nothing about the signer. */
    @Override
    public String toString() {
        return "ExpectedSignature[" + digest + ", " + algorithm + "]";
    }
}
