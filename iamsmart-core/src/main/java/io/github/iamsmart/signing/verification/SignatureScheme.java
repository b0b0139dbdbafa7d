package io.github.iamsmart.signing.verification;

import io.github.iamsmart.internal.signature.Rsa;
import io.github.iamsmart.internal.signature.Sm2;
import io.github.iamsmart.signing.SignatureAlgorithm;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Map;

/**
 * How a signature of one {@code sigAlgo} is verified, that is, over which bytes. Public sources are not certain about
 * it, so each scheme can be replaced. Implementations must be thread-safe.
 */
@FunctionalInterface
public interface SignatureScheme {

    /**
     * The known schemes: the bytes of the hash are signed as a message for SHA256withRSA [1] and SM3withSM2 [?], and
     * directly for NONEwithRSA and NONEwithSM2 [?].
     */
    Map<SignatureAlgorithm, SignatureScheme> PUBLISHED = Map.of(
            SignatureAlgorithm.SHA256_WITH_RSA, Rsa::verifyMessage,
            SignatureAlgorithm.NONE_WITH_RSA, Rsa::verifyHash,
            SignatureAlgorithm.SM3_WITH_SM2, Sm2::verifyMessage,
            SignatureAlgorithm.NONE_WITH_SM2, Sm2::verifyHash);

    /**
     * {@return whether a signature matches}
     *
     * @param key the key of the signer's certificate
     * @param hash the 32 bytes of the document's hash
     * @param signature the decoded signature
     * @throws GeneralSecurityException if key or signature cannot be used; that counts as a mismatch
     */
    boolean verify(PublicKey key, byte[] hash, byte[] signature) throws GeneralSecurityException;
}
