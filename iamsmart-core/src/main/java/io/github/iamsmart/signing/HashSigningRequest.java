package io.github.iamsmart.signing;

/**
 * A hash to be signed. Immutable.
 *
 * @param digest the hash of the document ({@code hashCode})
 * @param algorithm how it is signed ({@code sigAlgo})
 * @param details what the app shows the user, and who has to sign
 */
public record HashSigningRequest(DocumentDigest digest, SignatureAlgorithm algorithm, SigningDetails details) {

    /**
     * Creates a request with the gateway's default algorithm, SHA256withRSA.
     *
     * @param digest the hash of the document
     * @param details what the app shows the user, and who has to sign
     */
    public HashSigningRequest(DocumentDigest digest, SigningDetails details) {
        this(digest, SignatureAlgorithm.SHA256_WITH_RSA, details);
    }
}
