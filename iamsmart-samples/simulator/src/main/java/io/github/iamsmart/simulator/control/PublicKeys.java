package io.github.iamsmart.simulator.control;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** A KEK as a client sends it: PEM of a public key or a certificate, or the Base64 of a SubjectPublicKeyInfo. */
final class PublicKeys {
    private PublicKeys() {}

    static PublicKey read(String text) {
        boolean certificate = text.contains("-----BEGIN CERTIFICATE-----");
        String base64 = text.replaceAll("-----(BEGIN|END) [A-Z ]+-----", "").replaceAll("\\s", "");
        try {
            byte[] der = Base64.getDecoder().decode(base64);
            if (certificate) {
                return CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(der))
                        .getPublicKey();
            }
            return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw ControlBody.invalid(
                    "'kekPublicKey' must be the PEM of an RSA public key or certificate, or the Base64"
                            + " of its SubjectPublicKeyInfo (what Java calls getEncoded()).");
        }
    }
}
