package io.github.iamsmart.internal.signature;

import io.github.iamsmart.internal.crypto.BouncyCastle;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/** A hash algorithm that signatures name: one that is accepted, or one that is known to be too weak. */
public enum HashAlgorithm {
    MD2("MD2", "1.2.840.113549.2.2", false),
    MD4("MD4", "1.2.840.113549.2.4", false),
    MD5("MD5", "1.2.840.113549.2.5", false),
    RIPEMD160("RIPEMD-160", "1.3.36.3.2.1", false),
    SHA1("SHA-1", "1.3.14.3.2.26", false),
    SHA224("SHA-224", "2.16.840.1.101.3.4.2.4", false),
    SHA256("SHA-256", "2.16.840.1.101.3.4.2.1", true),
    SHA384("SHA-384", "2.16.840.1.101.3.4.2.2", true),
    SHA512("SHA-512", "2.16.840.1.101.3.4.2.3", true),
    SHA3_256("SHA3-256", "2.16.840.1.101.3.4.2.8", true),
    SHA3_384("SHA3-384", "2.16.840.1.101.3.4.2.9", true),
    SHA3_512("SHA3-512", "2.16.840.1.101.3.4.2.10", true),
    SM3("SM3", "1.2.156.10197.1.401", true);

    private final String words;
    private final String id;
    private final boolean strong;

    HashAlgorithm(String words, String id, boolean strong) {
        this.words = words;
        this.id = id;
        this.strong = strong;
    }

    /** {@return the algorithm with this identifier; empty if it is not known} */
    static Optional<HashAlgorithm> of(ASN1ObjectIdentifier id) {
        return Stream.of(values()).filter(each -> each.id.equals(id.getId())).findFirst();
    }

    ASN1ObjectIdentifier id() {
        return new ASN1ObjectIdentifier(id);
    }

    /** {@return whether signatures over such a hash are accepted} */
    public boolean isStrong() {
        return strong;
    }

    /** {@return a new digest} */
    public MessageDigest digest() {
        try {
            return this == SM3
                    ? MessageDigest.getInstance(words, BouncyCastle.provider())
                    : MessageDigest.getInstance(words);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java platform has no " + words + ".", e);
        }
    }

    /** The name in the names of the JDK's signature algorithms. */
    String inSignatureNames() {
        return words.startsWith("SHA-") ? "SHA" + words.substring(4) : words;
    }

    /** {@return the name as people write it} */
    @Override
    public String toString() {
        return words;
    }
}
