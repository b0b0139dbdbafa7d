package io.github.iamsmart.internal.signature;

import static java.util.Map.entry;

import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * What the identifier of a signature algorithm means.
 *
 * @param family which kind of key signs, and how
 * @param hash the hash algorithm; {@code null} if the identifier names none
 * @param pss the parameters of RSASSA-PSS; {@code null} for the other families
 */
public record SignatureName(
        Family family,
        @Nullable HashAlgorithm hash,
        @Nullable PSSParameterSpec pss) {

    /** Which kind of key signs, and how. */
    public enum Family {
        RSA("RSA PKCS#1 v1.5"),
        RSA_PSS("RSASSA-PSS"),
        ECDSA("ECDSA"),
        SM2("SM2"),
        ED25519("Ed25519"),
        ED448("Ed448"),
        DSA("DSA");

        private final String words;

        Family(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    private static final int MOST_SALT = 2_048;

    private static final Map<String, SignatureName> FIXED = Map.ofEntries(
            entry("1.2.840.113549.1.1.1", any(Family.RSA)),
            entry("1.2.840.113549.1.1.2", of(Family.RSA, HashAlgorithm.MD2)),
            entry("1.2.840.113549.1.1.3", of(Family.RSA, HashAlgorithm.MD4)),
            entry("1.2.840.113549.1.1.4", of(Family.RSA, HashAlgorithm.MD5)),
            entry("1.3.14.3.2.3", of(Family.RSA, HashAlgorithm.MD5)),
            entry("1.2.840.113549.1.1.5", of(Family.RSA, HashAlgorithm.SHA1)),
            entry("1.3.14.3.2.29", of(Family.RSA, HashAlgorithm.SHA1)),
            entry("1.3.36.3.3.1.2", of(Family.RSA, HashAlgorithm.RIPEMD160)),
            entry("1.2.840.113549.1.1.14", of(Family.RSA, HashAlgorithm.SHA224)),
            entry("1.2.840.113549.1.1.11", of(Family.RSA, HashAlgorithm.SHA256)),
            entry("1.2.840.113549.1.1.12", of(Family.RSA, HashAlgorithm.SHA384)),
            entry("1.2.840.113549.1.1.13", of(Family.RSA, HashAlgorithm.SHA512)),
            entry("2.16.840.1.101.3.4.3.14", of(Family.RSA, HashAlgorithm.SHA3_256)),
            entry("2.16.840.1.101.3.4.3.15", of(Family.RSA, HashAlgorithm.SHA3_384)),
            entry("2.16.840.1.101.3.4.3.16", of(Family.RSA, HashAlgorithm.SHA3_512)),
            entry("1.2.840.10045.2.1", any(Family.ECDSA)),
            entry("1.2.840.10045.4.1", of(Family.ECDSA, HashAlgorithm.SHA1)),
            entry("1.2.840.10045.4.3.1", of(Family.ECDSA, HashAlgorithm.SHA224)),
            entry("1.2.840.10045.4.3.2", of(Family.ECDSA, HashAlgorithm.SHA256)),
            entry("1.2.840.10045.4.3.3", of(Family.ECDSA, HashAlgorithm.SHA384)),
            entry("1.2.840.10045.4.3.4", of(Family.ECDSA, HashAlgorithm.SHA512)),
            entry("2.16.840.1.101.3.4.3.10", of(Family.ECDSA, HashAlgorithm.SHA3_256)),
            entry("2.16.840.1.101.3.4.3.11", of(Family.ECDSA, HashAlgorithm.SHA3_384)),
            entry("2.16.840.1.101.3.4.3.12", of(Family.ECDSA, HashAlgorithm.SHA3_512)),
            entry("1.2.156.10197.1.301", of(Family.SM2, HashAlgorithm.SM3)),
            entry("1.2.156.10197.1.301.1", of(Family.SM2, HashAlgorithm.SM3)),
            entry("1.2.156.10197.1.501", of(Family.SM2, HashAlgorithm.SM3)),
            entry("1.3.101.112", any(Family.ED25519)),
            entry("1.3.101.113", any(Family.ED448)),
            entry("1.2.840.10040.4.1", any(Family.DSA)),
            entry("1.2.840.10040.4.3", of(Family.DSA, HashAlgorithm.SHA1)),
            entry("1.3.14.3.2.27", of(Family.DSA, HashAlgorithm.SHA1)),
            entry("2.16.840.1.101.3.4.3.1", of(Family.DSA, HashAlgorithm.SHA224)),
            entry("2.16.840.1.101.3.4.3.2", of(Family.DSA, HashAlgorithm.SHA256)),
            entry("2.16.840.1.101.3.4.3.3", of(Family.DSA, HashAlgorithm.SHA384)),
            entry("2.16.840.1.101.3.4.3.4", of(Family.DSA, HashAlgorithm.SHA512)));

    private static SignatureName any(Family family) {
        return new SignatureName(family, null, null);
    }

    private static SignatureName of(Family family, HashAlgorithm hash) {
        return new SignatureName(family, hash, null);
    }

    /** {@return what the identifier means; empty if it, or one of its parameters, is not known} */
    static Optional<SignatureName> of(AlgorithmIdentifier id) {
        if (PKCSObjectIdentifiers.id_RSASSA_PSS.equals(id.getAlgorithm())) {
            try {
                return pss(id.getParameters());
            } catch (RuntimeException malformed) {
                return Optional.empty();
            }
        }
        return Optional.ofNullable(FIXED.get(id.getAlgorithm().getId()));
    }

    /** Parameters that are absent mean SHA-1 throughout. */
    private static Optional<SignatureName> pss(@Nullable ASN1Encodable parameters) {
        RSASSAPSSparams given = parameters == null || parameters.equals(DERNull.INSTANCE)
                ? new RSASSAPSSparams()
                : RSASSAPSSparams.getInstance(parameters);
        Optional<HashAlgorithm> hash = HashAlgorithm.of(given.getHashAlgorithm().getAlgorithm());
        Optional<HashAlgorithm> mask = mask(given.getMaskGenAlgorithm());
        int salt = given.getSaltLength().intValueExact();
        int trailer = given.getTrailerField().intValueExact();
        if (hash.isEmpty() || mask.isEmpty() || salt < 0 || salt > MOST_SALT || trailer != 1) {
            return Optional.empty();
        }
        PSSParameterSpec spec = new PSSParameterSpec(
                hash.get().toString(), "MGF1", new MGF1ParameterSpec(mask.get().toString()), salt, trailer);
        return Optional.of(new SignatureName(Family.RSA_PSS, hash.get(), spec));
    }

    /** The mask needs no resistance to collisions, so SHA-1, the default, does no harm there. */
    private static Optional<HashAlgorithm> mask(AlgorithmIdentifier generator) {
        ASN1ObjectIdentifier inner =
                AlgorithmIdentifier.getInstance(generator.getParameters()).getAlgorithm();
        return PKCSObjectIdentifiers.id_mgf1.equals(generator.getAlgorithm())
                ? HashAlgorithm.of(inner).filter(hash -> hash.isStrong() || hash == HashAlgorithm.SHA1)
                : Optional.empty();
    }

    /** {@return why such signatures are not accepted, for instance "SHA-1 is too weak"; empty if they are} */
    Optional<String> weakness() {
        if (family == Family.DSA) {
            return Optional.of("DSA is not accepted");
        }
        return hash == null || hash.isStrong() ? Optional.empty() : Optional.of(hash + " is too weak");
    }

    /** {@return the name as people write it} */
    @Override
    public String toString() {
        return hash == null ? family.toString() : family + " with " + hash;
    }
}
