package io.github.iamsmart.spring.internal.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.signing.verification.RevocationSource;
import io.github.iamsmart.signing.verification.SignatureVerifier;
import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import io.github.iamsmart.spring.internal.keys.CertificateLoader;
import io.github.iamsmart.spring.internal.properties.IamSmartProperties;
import io.github.iamsmart.spring.internal.properties.Revocation;
import io.github.iamsmart.spring.internal.settings.ConfiguredClient;
import io.github.iamsmart.spring.internal.simulator.EmbeddedGateway;
import io.github.iamsmart.spring.internal.text.UrlText;
import io.github.iamsmart.spring.internal.text.YamlLines;
import io.github.iamsmart.spring.internal.web.LoopbackHost;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the verifier of signatures of the properties. */
public final class SignatureVerifierFactory {

    private static final Logger log = LoggerFactory.getLogger(SignatureVerifierFactory.class);
    private static final String ANCHORS = "signing.trust-anchors";
    private static final String INTERMEDIATES = "signing.intermediates";

    private final ConfiguredClient client;
    private final IamSmartProperties.Signing signing;
    private final CertificateLoader certificates;
    private final boolean simulated;

    /**
     * Creates it.
     *
     * @param client whose settings are read
     * @param certificates reads files
     * @param simulated whether the gateway is a simulator
     */
    public SignatureVerifierFactory(ConfiguredClient client, CertificateLoader certificates, boolean simulated) {
        this.client = client;
        this.signing = client.properties().signing();
        this.certificates = certificates;
        this.simulated = simulated;
    }

    /**
     * {@return a builder that trusts whom the properties name, or, where they name nobody, the simulator inside the
     * application} Empty if there is none: its authority is trusted nowhere else.
     *
     * @param embedded the simulator inside the application
     * @param source where lists and answers about revoked certificates come from
     * @throws IamSmartPropertyException if a property cannot be used
     */
    public Optional<SignatureVerifier.Builder> builder(
            @Nullable EmbeddedGateway embedded, @Nullable RevocationSource source) {
        if (signing.trustAnchors().isEmpty()) {
            requireNoIntermediates();
            return Optional.ofNullable(embedded).map(simulator -> revocation(ofSimulator(simulator), source));
        }
        if (embedded != null) {
            log.warn(
                    "Signatures of the iAM Smart simulator inside the application are not trusted, as {} names others."
                            + " Remove it where the simulator is used.",
                    client.property(ANCHORS));
        }
        SignatureVerifier.Builder builder = SignatureVerifier.builder()
                .trustAnchors(certificates.load(client.property(ANCHORS), checked(ANCHORS, signing.trustAnchors())))
                .intermediates(certificates.load(
                        client.property(INTERMEDIATES), checked(INTERMEDIATES, signing.intermediates())));
        return Optional.of(revocation(builder, source));
    }

    private SignatureVerifier.Builder ofSimulator(EmbeddedGateway simulator) {
        return SignatureVerifier.builder()
                .trustAnchors(certificates.load("the simulator's root", inline(simulator.signingRootPem())))
                .intermediates(
                        certificates.load("the simulator's intermediate", inline(simulator.signingIntermediatePem())));
    }

    private static List<String> inline(String pem) {
        return List.of("base64:" + Base64.getEncoder().encodeToString(pem.getBytes(UTF_8)));
    }

    private SignatureVerifier.Builder revocation(SignatureVerifier.Builder builder, @Nullable RevocationSource source) {
        if (signing.revocation() == Revocation.OFF) {
            if (source != null) {
                log.warn(
                        "The bean of the type RevocationSource is not used: {} is off. Write soft-fail or hard-fail.",
                        client.property("signing.revocation"));
            }
            return builder;
        }
        builder.revocation(source == null ? RevocationSource.NETWORK : source);
        return signing.revocation() == Revocation.SOFT_FAIL ? builder.allowUnknownRevocation() : builder;
    }

    private void requireNoIntermediates() {
        if (!signing.intermediates().isEmpty()) {
            throw new IamSmartPropertyException(
                    client.property(INTERMEDIATES) + " is set, but not " + client.property(ANCHORS)
                            + ": certificates between lead to a root, they are not trusted by themselves.",
                    "Name the root certificates too, or remove " + client.property(INTERMEDIATES) + ":\n\n"
                            + YamlLines.of(client.property(ANCHORS), "file:root.pem"));
        }
    }

    /** Whoever is on the way could put a root of their own in place of one that comes by plain http. */
    private List<String> checked(String name, List<String> files) {
        for (String location : files) {
            if (location.strip().toLowerCase(Locale.ROOT).startsWith("http:")
                    && !simulated
                    && !isOnThisMachine(location.strip())) {
                throw new IamSmartPropertyException(
                        client.property(name) + " has " + UrlText.masked(location)
                                + ", which comes by plain http: anybody on the way could put another certificate in its"
                                + " place.",
                        "Download the file, compare the fingerprints with those that its authority publishes, and name"
                                + " it:\n\n" + YamlLines.of(client.property(name), "file:root.pem"));
            }
        }
        return files;
    }

    private static boolean isOnThisMachine(String url) {
        try {
            String host = URI.create(url).getHost();
            return host != null && LoopbackHost.is(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
