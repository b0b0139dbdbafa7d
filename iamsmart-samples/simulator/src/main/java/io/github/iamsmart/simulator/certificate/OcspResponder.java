package io.github.iamsmart.simulator.certificate;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.ResponderID;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.Req;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.jspecify.annotations.Nullable;

/** Says whether a certificate still holds (RFC 6960). Each answer is signed by the issuer of the certificate itself. */
final class OcspResponder {
    private static final Duration VALIDITY = Duration.ofHours(1);

    private final CertificateAuthority authority;
    private final IssuedCertificates certificates;

    OcspResponder(CertificateAuthority authority, IssuedCertificates certificates) {
        this.authority = authority;
        this.certificates = certificates;
    }

    byte[] answer(byte[] question) {
        try {
            return respond(question).getEncoded();
        } catch (IOException | OCSPException e) {
            throw new IllegalStateException("The simulator could not write an OCSP answer.", e);
        }
    }

    private OCSPResp respond(byte[] question) throws OCSPException {
        OCSPReq request;
        Req[] asked;
        try {
            request = new OCSPReq(question);
            asked = request.getRequestList();
        } catch (IOException | RuntimeException e) {
            return failure(OCSPRespBuilder.MALFORMED_REQUEST);
        }
        if (asked.length == 0) {
            return failure(OCSPRespBuilder.MALFORMED_REQUEST);
        }
        Optional<Issuer> issuer = issuer(asked[0].getCertID());
        return issuer.isPresent() ? signed(request, asked, issuer.get()) : failure(OCSPRespBuilder.UNAUTHORIZED);
    }

    private OCSPResp signed(OCSPReq request, Req[] asked, Issuer issuer) throws OCSPException {
        Instant now = authority.now();
        BasicOCSPRespBuilder answer = new BasicOCSPRespBuilder(
                new RespID(new ResponderID(issuer.certificate().getSubject())));
        for (Req one : asked) {
            CertificateID id = one.getCertID();
            answer.addResponse(
                    id, status(id.getSerialNumber(), issuer), Date.from(now), Date.from(now.plus(VALIDITY)), null);
        }
        Extension nonce = request.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
        if (nonce != null) {
            answer.setResponseExtensions(new Extensions(nonce));
        }
        X509CertificateHolder[] chain = {issuer.certificate()};
        return new OCSPRespBuilder()
                .build(OCSPRespBuilder.SUCCESSFUL, answer.build(issuer.signer(), chain, Date.from(now)));
    }

    /** For a certificate that is good, BouncyCastle's word is null. */
    private @Nullable CertificateStatus status(BigInteger serial, Issuer issuer) {
        if (certificates.revoked().contains(serial)) {
            return new RevokedStatus(Date.from(authority.revokedAt()), RevocationList.REASON);
        }
        boolean known = issuer.equals(authority.hierarchy().root())
                ? serial.equals(Hierarchy.INTERMEDIATE_SERIAL)
                : certificates.issued().contains(serial);
        return known ? CertificateStatus.GOOD : new UnknownStatus();
    }

    private Optional<Issuer> issuer(CertificateID id) {
        Hierarchy hierarchy = authority.hierarchy();
        return Stream.of(hierarchy.intermediate(), hierarchy.root())
                .filter(one -> matches(id, one))
                .findFirst();
    }

    private static boolean matches(CertificateID id, Issuer issuer) {
        try {
            return id.matchesIssuer(issuer.certificate(), new BcDigestCalculatorProvider());
        } catch (OCSPException e) {
            return false; // a digest that nobody knows
        }
    }

    private static OCSPResp failure(int status) throws OCSPException {
        return new OCSPRespBuilder().build(status, null);
    }
}
