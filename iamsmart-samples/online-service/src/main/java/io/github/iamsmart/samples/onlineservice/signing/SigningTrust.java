package io.github.iamsmart.samples.onlineservice.signing;

import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.signing.verification.RevocationSource;
import io.github.iamsmart.signing.verification.SignatureVerifier;
import io.github.iamsmart.simulator.IamSmartSimulator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/**
 * Whom this site believes that somebody has signed: the authority of the simulator with the simulator; else the roots
 * of the file {@code market.signing.certificates}, without which nothing can be signed here. Its other certificates
 * lead to a root: the signature of a hash comes without them.
 */
@Component
public final class SigningTrust {

    private final ObjectProvider<IamSmartSimulator> simulator;
    private final ResourceLoader resources;
    private final String location;
    private final Clock siteClock;

    SigningTrust(
            ObjectProvider<IamSmartSimulator> simulator,
            ResourceLoader resources,
            @Value("${market.signing.certificates}") String location,
            Clock siteClock) {
        this.simulator = simulator;
        this.resources = resources;
        this.location = location;
        this.siteClock = siteClock;
    }

    // tag::trust[]
    public SignatureVerifier verifier() {
        List<X509Certificate> certificates = certificates();
        return SignatureVerifier.builder()
                .trustAnchors(certificates.stream().filter(SigningTrust::isRoot).toList())
                // No more than a way to a root: they are not trusted by themselves.
                .intermediates(certificates)
                .revocation(RevocationSource.NETWORK)
                // The visitor is told when nobody could say whether their certificate is revoked.
                .allowUnknownRevocation()
                .clock(clock())
                .build();
    }

    /** Lists and answers of the simulator are as old or new as its own time. */
    private Clock clock() {
        IamSmartSimulator running = simulator.getIfAvailable();
        return running == null ? siteClock : running.clock();
    }

    private static boolean isRoot(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }
    // end::trust[]

    private List<X509Certificate> certificates() {
        IamSmartSimulator running = simulator.getIfAvailable();
        if (running != null) {
            String pem = running.signingRootPem() + running.signingIntermediatePem();
            return read(new ByteArrayResource(pem.getBytes(StandardCharsets.US_ASCII)));
        }
        return location.isBlank() ? List.of() : read(resources.getResource(location));
    }

    private static List<X509Certificate> read(Resource pem) {
        try (InputStream certificates = pem.getInputStream()) {
            return CertificateFactory.getInstance("X.509").generateCertificates(certificates).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (IOException | CertificateException e) {
            throw new ConfigurationException("market.signing.certificates names a file that cannot be read: write the"
                    + " root certificates, and those that lead to them, as PEM.");
        }
    }
}
