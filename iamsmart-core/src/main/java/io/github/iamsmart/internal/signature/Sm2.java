package io.github.iamsmart.internal.signature;

import io.github.iamsmart.internal.crypto.BouncyCastle;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.jcajce.provider.asymmetric.util.ECUtil;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.bouncycastle.jce.spec.ECParameterSpec;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;

/** Verifies SM2 signatures (GB/T 32918.2), written as a DER sequence of r and s. */
public final class Sm2 {

    private static final ECParameterSpec CURVE = ECNamedCurveTable.getParameterSpec("sm2p256v1");

    private Sm2() {}

    /** {@return whether a key is one for SM2, and not for ECDSA} */
    static boolean isOnCurve(ECPublicKey key) {
        return key.getParams() != null && key.getParams().getOrder().equals(CURVE.getN());
    }

    /**
     * {@return whether a signature over a message matches; SM3 is applied to it, after the signer's default identity}
     *
     * @param key the SM2 key
     * @param message the message
     * @param signature r and s
     * @throws GeneralSecurityException if key or signature cannot be read
     */
    public static boolean verifyMessage(PublicKey key, byte[] message, byte[] signature)
            throws GeneralSecurityException {
        Signature verifier = Signature.getInstance("SM3withSM2", BouncyCastle.provider());
        verifier.initVerify(key);
        verifier.update(message);
        return verifier.verify(signature);
    }

    /**
     * {@return whether a signature over a hash, used as it is, matches}
     *
     * @param key the SM2 key
     * @param hash the hash
     * @param signature r and s
     * @throws GeneralSecurityException if key or signature cannot be read
     */
    public static boolean verifyHash(PublicKey key, byte[] hash, byte[] signature) throws GeneralSecurityException {
        if (!(ECUtil.generatePublicKeyParameter(key) instanceof ECPublicKeyParameters point)) {
            throw new InvalidKeyException("not a key on an elliptic curve");
        }
        ECDomainParameters curve = point.getParameters();
        BigInteger[] pair = read(signature);
        BigInteger r = pair[0];
        BigInteger s = pair[1];
        BigInteger n = curve.getN();
        BigInteger t = r.add(s).mod(n);
        if (outside(r, n) || outside(s, n) || t.signum() == 0) {
            return false;
        }
        ECPoint sum = ECAlgorithms.sumOfTwoMultiplies(curve.getG(), s, point.getQ(), t)
                .normalize();
        return !sum.isInfinity()
                && new BigInteger(1, hash)
                        .add(sum.getAffineXCoord().toBigInteger())
                        .mod(n)
                        .equals(r);
    }

    private static boolean outside(BigInteger value, BigInteger n) {
        return value.signum() <= 0 || value.compareTo(n) >= 0;
    }

    private static BigInteger[] read(byte[] signature) throws GeneralSecurityException {
        try {
            ASN1Sequence pair = ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(signature));
            if (pair.size() == 2) {
                return new BigInteger[] {
                    ASN1Integer.getInstance(pair.getObjectAt(0)).getValue(),
                    ASN1Integer.getInstance(pair.getObjectAt(1)).getValue()
                };
            }
        } catch (IOException | RuntimeException notDer) {
            // Falls through to the same exception.
        }
        throw new GeneralSecurityException("the signature is not a DER sequence of two integers");
    }
}
