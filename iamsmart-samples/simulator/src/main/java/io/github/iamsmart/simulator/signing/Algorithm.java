package io.github.iamsmart.simulator.signing;

import io.github.iamsmart.simulator.certificate.KeyKind;
import io.github.iamsmart.simulator.wire.Code;
import io.github.iamsmart.simulator.wire.Refusal;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.Arrays;

/**
 * The values of {@code sigAlgo}. With a hash function in its name an algorithm hashes the hash again, as one public
 * client shows for RSA [1]; that SM3withSM2 does so too is a guess [?]. Without one it signs the digest itself [?].
 */
public enum Algorithm {
    SHA256_WITH_RSA("SHA256withRSA", KeyKind.RSA) {
        @Override
        byte[] sign(PrivateKey key, byte[] hash) throws GeneralSecurityException {
            return Rsa.hashAndSign(key, hash);
        }
    },
    NONE_WITH_RSA("NONEwithRSA", KeyKind.RSA) {
        @Override
        byte[] sign(PrivateKey key, byte[] hash) throws GeneralSecurityException {
            return Rsa.signDigest(key, hash);
        }
    },
    SM3_WITH_SM2("SM3withSM2", KeyKind.SM2) {
        @Override
        byte[] sign(PrivateKey key, byte[] hash) throws GeneralSecurityException {
            return Sm2.hashAndSign(key, hash);
        }
    },
    NONE_WITH_SM2("NONEwithSM2", KeyKind.SM2) {
        @Override
        byte[] sign(PrivateKey key, byte[] hash) throws GeneralSecurityException {
            return Sm2.signDigest(key, hash);
        }
    };

    private final String wireName;
    private final KeyKind keyKind;

    Algorithm(String wireName, KeyKind keyKind) {
        this.wireName = wireName;
        this.keyKind = keyKind;
    }

    abstract byte[] sign(PrivateKey key, byte[] hash) throws GeneralSecurityException;

    public KeyKind keyKind() {
        return keyKind;
    }

    /** {@return how the service has to hash the document: with SM3 for SM2 [D]} */
    String digestName() {
        return keyKind == KeyKind.SM2 ? "SM3" : "SHA-256";
    }

    public String wireName() {
        return wireName;
    }

    /** Refuses (D20003) what is none. */
    public static Algorithm of(String wireName) {
        return Arrays.stream(values())
                .filter(one -> one.wireName.equals(wireName))
                .findFirst()
                .orElseThrow(() -> Refusal.about(
                        "sigAlgo",
                        Code.PARAMETER_INVALID,
                        "sigAlgo is '" + wireName + "'; it must be one of "
                                + Arrays.stream(values())
                                        .map(Algorithm::wireName)
                                        .toList()
                                + "."));
    }
}
