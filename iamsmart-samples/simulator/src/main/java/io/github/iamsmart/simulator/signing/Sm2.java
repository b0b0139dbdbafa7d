package io.github.iamsmart.simulator.signing;

import java.io.IOException;
import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.SignatureException;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.jcajce.provider.asymmetric.util.ECUtil;
import org.bouncycastle.util.BigIntegers;

/** SM2 signatures (GB/T 32918.2) as DER, for the user identifier that everybody uses: {@code 1234567812345678}. */
final class Sm2 {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Sm2() {}

    static byte[] hashAndSign(PrivateKey key, byte[] message) throws InvalidKeyException, SignatureException {
        SM2Signer signer = new SM2Signer();
        signer.init(true, new ParametersWithRandom(parameters(key), RANDOM));
        signer.update(message, 0, message.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new SignatureException(e);
        }
    }

    /** The digest takes the place of SM3(Z, message), the number that the standard calls e [?]. */
    static byte[] signDigest(PrivateKey key, byte[] digest) throws InvalidKeyException, SignatureException {
        ECPrivateKeyParameters parameters = parameters(key);
        ECDomainParameters curve = parameters.getParameters();
        BigInteger n = curve.getN();
        BigInteger d = parameters.getD();
        BigInteger e = new BigInteger(1, digest);
        while (true) {
            BigInteger k = BigIntegers.createRandomInRange(BigInteger.ONE, n.subtract(BigInteger.ONE), RANDOM);
            BigInteger x =
                    curve.getG().multiply(k).normalize().getAffineXCoord().toBigInteger();
            BigInteger r = e.add(x).mod(n);
            BigInteger s = d.add(BigInteger.ONE)
                    .modInverse(n)
                    .multiply(k.subtract(r.multiply(d)))
                    .mod(n);
            if (r.signum() != 0 && !r.add(k).equals(n) && s.signum() != 0) {
                return encoded(n, r, s);
            }
        }
    }

    private static byte[] encoded(BigInteger n, BigInteger r, BigInteger s) throws SignatureException {
        try {
            return StandardDSAEncoding.INSTANCE.encode(n, r, s);
        } catch (IOException e) {
            throw new SignatureException(e);
        }
    }

    private static ECPrivateKeyParameters parameters(PrivateKey key) throws InvalidKeyException {
        return (ECPrivateKeyParameters) ECUtil.generatePrivateKeyParameter(key);
    }
}
