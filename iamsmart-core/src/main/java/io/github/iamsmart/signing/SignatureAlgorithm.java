package io.github.iamsmart.signing;

import io.github.iamsmart.error.InvalidRequestException;
import java.io.Serializable;
import java.util.Optional;

/**
 * How a hash is signed ({@code sigAlgo} [D]): an open value.
 *
 * @param value the name on the wire
 */
public record SignatureAlgorithm(String value) implements Serializable {

    /** RSA over the decoded hash as a message, so that the hash is hashed again [1]. The gateway's default [D]. */
    public static final SignatureAlgorithm SHA256_WITH_RSA = new SignatureAlgorithm("SHA256withRSA");

    /** RSA over the hash itself [?]. */
    public static final SignatureAlgorithm NONE_WITH_RSA = new SignatureAlgorithm("NONEwithRSA");

    /** SM2 over the decoded hash, an SM3 [D], as a message, hashed again with SM3 [?]. */
    public static final SignatureAlgorithm SM3_WITH_SM2 = new SignatureAlgorithm("SM3withSM2");

    /** SM2 over the hash itself, an SM3 [D]; over the bytes as they are [?]. */
    public static final SignatureAlgorithm NONE_WITH_SM2 = new SignatureAlgorithm("NONEwithSM2");

    /**
     * Checks the name.
     *
     * @param value the name on the wire
     * @throws InvalidRequestException if it is not a word of letters, digits, hyphens and underscores
     */
    public SignatureAlgorithm {
        if (!value.matches("[A-Za-z0-9_-]{1,40}")) {
            throw new InvalidRequestException(
                    "'" + value + "' is not the name of a signature algorithm: write one such as SHA256withRSA.");
        }
    }

    /** {@return how a document must be hashed to be signed this way; empty if this version does not know} */
    public Optional<DigestAlgorithm> digestAlgorithm() {
        if (equals(SHA256_WITH_RSA) || equals(NONE_WITH_RSA)) {
            return Optional.of(DigestAlgorithm.SHA_256);
        }
        return equals(SM3_WITH_SM2) || equals(NONE_WITH_SM2) ? Optional.of(DigestAlgorithm.SM3) : Optional.empty();
    }

    /**
     * Refuses a digest of the wrong kind, which would be signed and never be accepted as the document's.
     *
     * @param digest the digest to sign
     * @throws InvalidRequestException if this algorithm takes another kind of digest
     */
    public void requireDigest(DocumentDigest digest) {
        digestAlgorithm().filter(needed -> needed != digest.algorithm()).ifPresent(needed -> {
            throw new InvalidRequestException("A signature by " + this + " takes the " + needed
                    + " of a document, and this digest is its " + digest.algorithm()
                    + ": compute it with DocumentDigest.of(document, DigestAlgorithm." + needed.name() + ").");
        });
    }

    /** {@return the name on the wire} */
    @Override
    public String toString() {
        return value;
    }
}
