package io.github.iamsmart.internal.signature;

import io.github.iamsmart.internal.crypto.BouncyCastle;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Judges the answer of an OCSP responder (RFC 6960), with the same rule of strength as certificates. */
public final class OcspAnswer {

    private static final Duration SKEW = Duration.ofMinutes(15);
    private static final AlgorithmIdentifier SHA1 = RespID.HASH_SHA1;

    private final X509Certificate certificate;
    private final X509Certificate issuer;
    private final Instant now;

    private OcspAnswer(X509Certificate certificate, X509Certificate issuer, Instant now) {
        this.certificate = certificate;
        this.issuer = issuer;
        this.now = now;
    }

    /**
     * {@return what an answer says about a certificate}
     *
     * @param der the answer
     * @param certificate whom it is about
     * @param issuer who issued the certificate
     * @param now by which time the answer must be current
     */
    public static RevocationStatus judge(byte[] der, X509Certificate certificate, X509Certificate issuer, Instant now) {
        try {
            OCSPResp response = new OCSPResp(der);
            if (response.getStatus() != OCSPResp.SUCCESSFUL
                    || !(response.getResponseObject() instanceof BasicOCSPResp basic)) {
                return RevocationStatus.unknown("the responder could not answer");
            }
            return new OcspAnswer(certificate, issuer, now).judge(basic);
        } catch (IOException
                | OCSPException
                | OperatorCreationException
                | GeneralSecurityException
                | RuntimeException
                | StackOverflowError unreadable) {
            return RevocationStatus.unknown("the answer cannot be read");
        }
    }

    private RevocationStatus judge(BasicOCSPResp answer)
            throws OCSPException, OperatorCreationException, GeneralSecurityException, IOException {
        Optional<SingleResp> single = about(answer);
        if (single.isEmpty()) {
            return RevocationStatus.unknown("the answer is about another certificate");
        }
        Optional<String> weakness = CertificateStrength.weaknessOfSignature(answer.getSignatureAlgorithmID());
        if (weakness.isPresent()) {
            return RevocationStatus.unknown("the answer has " + weakness.get());
        }
        List<X509Certificate> responders = responders(answer).toList();
        if (responders.isEmpty()) {
            return RevocationStatus.unknown("the answer is not by the issuer, and not by one whom it authorised");
        }
        for (X509Certificate responder : responders) {
            Optional<String> weak = CertificateStrength.weaknessOfKey(responder.getPublicKey());
            if (weak.isEmpty() && !responder.equals(issuer)) {
                weak = CertificateStrength.weakness(responder);
            }
            if (weak.isPresent()) {
                return RevocationStatus.unknown("the responder has " + weak.get());
            }
            if (answer.isSignatureValid(verifiers(responder.getPublicKey()))) {
                return judge(single.get());
            }
        }
        return RevocationStatus.unknown("the signature of the answer does not match");
    }

    private Optional<SingleResp> about(BasicOCSPResp answer)
            throws OCSPException, OperatorCreationException, GeneralSecurityException {
        DigestCalculatorProvider digests = digests();
        X509CertificateHolder authority = new JcaX509CertificateHolder(issuer);
        for (SingleResp single : answer.getResponses()) {
            if (single.getCertID().getSerialNumber().equals(certificate.getSerialNumber())
                    && single.getCertID().matchesIssuer(authority, digests)) {
                return Optional.of(single);
            }
        }
        return Optional.empty();
    }

    /** Those who may have signed the answer: the issuer, or one with a certificate for it from the issuer. */
    private Stream<X509Certificate> responders(BasicOCSPResp answer)
            throws OCSPException, OperatorCreationException, GeneralSecurityException, IOException {
        RespID id = answer.getResponderId();
        Stream.Builder<X509Certificate> found = Stream.builder();
        if (matches(id, new JcaX509CertificateHolder(issuer))) {
            found.add(issuer);
        }
        for (X509CertificateHolder holder : answer.getCerts()) {
            if (matches(id, holder)) {
                Certificates.read(holder.getEncoded())
                        .filter(this::isAuthorised)
                        .ifPresent(found::add);
            }
        }
        return found.build();
    }

    private static boolean matches(RespID id, X509CertificateHolder holder)
            throws OCSPException, OperatorCreationException {
        return id.equals(new RespID(holder.getSubject()))
                || id.equals(
                        new RespID(holder.getSubjectPublicKeyInfo(), digests().get(SHA1)));
    }

    private boolean isAuthorised(X509Certificate responder) {
        try {
            List<String> purposes = responder.getExtendedKeyUsage();
            boolean[] usage = responder.getKeyUsage();
            if (purposes == null
                    || !purposes.contains(KeyPurposeId.id_kp_OCSPSigning.getId())
                    || (usage != null && !usage[0])
                    || !responder.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
                return false;
            }
            responder.checkValidity(Date.from(now));
            responder.verify(issuer.getPublicKey(), BouncyCastle.provider());
            return true;
        } catch (GeneralSecurityException | RuntimeException no) {
            return false;
        }
    }

    private RevocationStatus judge(SingleResp single) {
        if (!single.getCriticalExtensionOIDs().isEmpty()) {
            return RevocationStatus.unknown("the answer has a critical extension that is not known");
        }
        Instant from = single.getThisUpdate().toInstant();
        // Without a next update, newer information is available all the time.
        Instant until =
                single.getNextUpdate() == null ? from : single.getNextUpdate().toInstant();
        if (from.minus(SKEW).isAfter(now) || until.plus(SKEW).isBefore(now)) {
            return RevocationStatus.unknown("the answer is not current");
        }
        CertificateStatus status = single.getCertStatus();
        if (status == CertificateStatus.GOOD) {
            return RevocationStatus.GOOD;
        }
        return status instanceof RevokedStatus revoked
                ? RevocationStatus.revoked(since(single, revoked))
                : RevocationStatus.unknown("the responder does not know the certificate");
    }

    /** A key may have been in wrong hands before the authority learnt of it. */
    private static Instant since(SingleResp single, RevokedStatus revoked) {
        Instant at = revoked.getRevocationTime().toInstant();
        Extension invalidity = single.getExtension(Extension.invalidityDate);
        return invalidity == null
                ? at
                : RevocationStatus.earlier(at, invalidity.getExtnValue().getOctets());
    }

    private static DigestCalculatorProvider digests() throws OperatorCreationException {
        return new JcaDigestCalculatorProviderBuilder()
                .setProvider(BouncyCastle.provider())
                .build();
    }

    private static ContentVerifierProvider verifiers(PublicKey key) throws OperatorCreationException {
        return new JcaContentVerifierProviderBuilder()
                .setProvider(BouncyCastle.provider())
                .build(key);
    }
}
