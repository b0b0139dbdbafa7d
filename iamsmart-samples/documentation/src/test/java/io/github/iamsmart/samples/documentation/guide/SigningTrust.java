package io.github.iamsmart.samples.documentation.guide;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.iamsmart.signing.verification.SignatureVerifier;
import io.github.iamsmart.simulator.IamSmartSimulator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

@Profile("signing")
// tag::trust[]
@Configuration
class SigningTrust { // while developing: the simulator's authority, which is another one at each start

    @Bean
    SignatureVerifier signatureVerifier(IamSmartSimulator simulator) throws CertificateException, IOException {
        byte[] root = simulator.signingRootPem().getBytes(US_ASCII);
        try (InputStream issuer =
                simulator.baseUrl().resolve("/ca/intermediate").toURL().openStream()) {
            return SignatureVerifier.builder()
                    .trustAnchors(List.of(certificate(new ByteArrayInputStream(root))))
                    .intermediates(List.of(certificate(issuer)))
                    .build();
        }
    }

    private static X509Certificate certificate(InputStream file) throws CertificateException {
        return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(file);
    }
}
// end::trust[]
