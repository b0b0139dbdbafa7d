package io.github.iamsmart.internal.signature;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/** The addresses where a certificate says that its revocation is told. */
final class RevocationAddresses {

    private RevocationAddresses() {}

    static List<String> responders(X509Certificate certificate) {
        try {
            return extension(certificate, Extension.authorityInfoAccess).stream()
                    .map(AuthorityInformationAccess::getInstance)
                    .flatMap(access -> Stream.of(access.getAccessDescriptions()))
                    .filter(each -> AccessDescription.id_ad_ocsp.equals(each.getAccessMethod()))
                    .flatMap(each -> address(each.getAccessLocation()))
                    .toList();
        } catch (IOException | RuntimeException unreadable) {
            return List.of();
        }
    }

    static List<String> lists(X509Certificate certificate) {
        try {
            return extension(certificate, Extension.cRLDistributionPoints).stream()
                    .map(CRLDistPoint::getInstance)
                    .flatMap(points -> Stream.of(points.getDistributionPoints()))
                    .map(point -> Optional.ofNullable(point.getDistributionPoint()))
                    .flatMap(Optional::stream)
                    .filter(name -> name.getType() == DistributionPointName.FULL_NAME)
                    .flatMap(name ->
                            Stream.of(GeneralNames.getInstance(name.getName()).getNames()))
                    .flatMap(RevocationAddresses::address)
                    .toList();
        } catch (IOException | RuntimeException unreadable) {
            return List.of();
        }
    }

    private static Stream<String> address(GeneralName name) {
        return name.getTagNo() == GeneralName.uniformResourceIdentifier && name.getName() instanceof ASN1String address
                ? Stream.of(address.getString())
                : Stream.empty();
    }

    private static Optional<ASN1Primitive> extension(X509Certificate certificate, ASN1ObjectIdentifier name)
            throws IOException {
        byte[] value = certificate.getExtensionValue(name.getId());
        if (value == null) {
            return Optional.empty();
        }
        return Optional.of(ASN1Primitive.fromByteArray(
                ASN1OctetString.getInstance(ASN1Primitive.fromByteArray(value)).getOctets()));
    }
}
