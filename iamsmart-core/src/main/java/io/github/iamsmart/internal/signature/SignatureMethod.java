package io.github.iamsmart.internal.signature;

import io.github.iamsmart.internal.crypto.BouncyCastle;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * How a signer of a CMS structure signs: what the algorithm of its digest, that of its signature, and the key agree on.
 */
public sealed interface SignatureMethod {

    /**
     * One that can be verified.
     *
     * @param name the algorithm of the signature
     * @param digest the algorithm of the content's digest
     */
    record Usable(SignatureName name, HashAlgorithm digest) implements SignatureMethod {

        /** {@return its name as people write it} */
        @Override
        public String toString() {
            return name.family() + " with " + digest;
        }

        /** {@return whether a signature over a message matches} */
        boolean verify(PublicKey key, byte[] message, byte[] signature) throws GeneralSecurityException {
            Signature verifier = message();
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        }

        private Signature message() throws GeneralSecurityException {
            String hash = digest.inSignatureNames();
            return switch (name.family()) {
                case RSA -> Signature.getInstance(hash + "withRSA");
                case RSA_PSS -> {
                    Signature verifier = Signature.getInstance("RSASSA-PSS");
                    verifier.setParameter(name.pss());
                    yield verifier;
                }
                case ECDSA -> Signature.getInstance(hash + "withECDSA", BouncyCastle.provider());
                case SM2 -> Signature.getInstance("SM3withSM2", BouncyCastle.provider());
                case ED25519, ED448 -> Signature.getInstance(name.family().toString(), BouncyCastle.provider());
                case DSA -> throw new GeneralSecurityException("not accepted");
            };
        }

        /** {@return whether a signature can be verified if only the digest of what it signs is known} */
        boolean takesDigests() {
            return switch (name.family()) {
                case RSA, RSA_PSS, ECDSA -> true;
                case SM2, ED25519, ED448, DSA -> false;
            };
        }

        /** {@return whether a signature over content with this digest matches} */
        boolean verifyDigest(PublicKey key, byte[] contentDigest, byte[] signature) throws GeneralSecurityException {
            if (name.family() == SignatureName.Family.RSA) {
                return Rsa.verifyDigest(key, digest, contentDigest, signature);
            }
            boolean pss = name.family() == SignatureName.Family.RSA_PSS;
            Signature verifier =
                    Signature.getInstance(pss ? "NONEwithRSASSA-PSS" : "NONEwithECDSA", BouncyCastle.provider());
            verifier.initVerify(key);
            if (pss) {
                verifier.setParameter(name.pss());
            }
            verifier.update(contentDigest);
            return verifier.verify(signature);
        }
    }

    /**
     * One that is too weak, or contradicts itself.
     *
     * @param why a sentence
     */
    record Refused(String why) implements SignatureMethod {}

    /**
     * One about which nothing can be said.
     *
     * @param why a sentence
     */
    record Unknown(String why) implements SignatureMethod {}

    /** {@return what the two algorithms mean together, and with the key of the certificate, if there is one} */
    static SignatureMethod of(AlgorithmIdentifier digestId, AlgorithmIdentifier signatureId, Optional<PublicKey> key) {
        Optional<HashAlgorithm> digest = HashAlgorithm.of(digestId.getAlgorithm());
        Optional<SignatureName> found = SignatureName.of(signatureId);
        Optional<String> weakness = found.flatMap(SignatureName::weakness)
                .or(() -> digest.filter(hash -> !hash.isStrong()).map(hash -> hash + " is too weak"));
        if (weakness.isPresent()) {
            return new Refused("The algorithm of the signature is refused: " + weakness.get() + ".");
        }
        if (digest.isEmpty() || found.isEmpty()) {
            return new Unknown("The signature's algorithm is not one that can be verified here ("
                    + digestId.getAlgorithm().getId() + " with "
                    + signatureId.getAlgorithm().getId() + ", or its parameters).");
        }
        SignatureName name = found.get();
        if (name.hash() != null && name.hash() != digest.get()) {
            return new Refused("The structure contradicts itself: the digest is " + digest.get()
                    + ", but the signature is " + name + ".");
        }
        if (name.hash() == null && digest.get() == HashAlgorithm.SM3) {
            return new Unknown("The signature's algorithm is not one that can be verified here (" + name.family()
                    + " with " + digest.get() + ").");
        }
        if (key.isPresent() && !suits(name.family(), key.get())) {
            return new Refused("The signature is " + name.family() + ", which the certificate's key, of the kind "
                    + key.get().getAlgorithm() + ", cannot make.");
        }
        return new Usable(name, digest.get());
    }

    private static boolean suits(SignatureName.Family family, PublicKey key) {
        return switch (family) {
            // A key for RSASSA-PSS may be used for nothing else.
            case RSA -> key instanceof RSAPublicKey && !key.getAlgorithm().equals("RSASSA-PSS");
            case RSA_PSS -> key instanceof RSAPublicKey;
            case ECDSA -> key instanceof ECPublicKey point && !Sm2.isOnCurve(point);
            case SM2 -> key instanceof ECPublicKey point && Sm2.isOnCurve(point);
            case ED25519, ED448 -> key.getAlgorithm().equals(family.toString());
            case DSA -> false;
        };
    }
}
