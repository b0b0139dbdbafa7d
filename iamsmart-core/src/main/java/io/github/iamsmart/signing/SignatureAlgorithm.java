package io.github.iamsmart.signing;

import io.github.iamsmart.error.InvalidRequestException;

/**
 * How a hash is signed ({@code sigAlgo} [D]): an open value.
 *
 * @param value the name on the wire
 */
public record SignatureAlgorithm(String value) {

    /** RSA over the decoded hash as a message, so that the hash is hashed again [1]. The gateway's default [D]. */
    public static final SignatureAlgorithm SHA256_WITH_RSA = new SignatureAlgorithm("SHA256withRSA");

    /** RSA over the hash itself [?]. */
    public static final SignatureAlgorithm NONE_WITH_RSA = new SignatureAlgorithm("NONEwithRSA");

    /** SM2 over the decoded hash as a message, hashed again with SM3 [?]. */
    public static final SignatureAlgorithm SM3_WITH_SM2 = new SignatureAlgorithm("SM3withSM2");

    /** SM2 over the hash itself [?]. */
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

    /** {@return the name on the wire} */
    @Override
    public String toString() {
        return value;
    }
}
