package io.github.iamsmart.key;

import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.internal.crypto.PemText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.X509TrustedCertificateBlock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The blocks of a PEM text, in their order in the text. */
final class PemBlocks {

    private static final Logger log = LoggerFactory.getLogger(PemBlocks.class);

    /** What may matter here. Others may stand beside them, such as DH PARAMETERS. */
    private static final Set<String> KNOWN = Set.of(
            "PRIVATE KEY",
            "ENCRYPTED PRIVATE KEY",
            "RSA PRIVATE KEY",
            "EC PRIVATE KEY",
            "DSA PRIVATE KEY",
            "PUBLIC KEY",
            "RSA PUBLIC KEY",
            "CERTIFICATE",
            "X509 CERTIFICATE",
            "TRUSTED CERTIFICATE");

    private final List<Object> blocks;
    private final List<String> labels;
    private final Origin origin;

    private PemBlocks(List<Object> blocks, List<String> labels, Origin origin) {
        this.blocks = blocks;
        this.labels = labels;
        this.origin = origin;
    }

    static PemBlocks parse(KeyInput input) {
        if (!input.isPem()) {
            throw notPem(input);
        }
        PemText text = PemText.of(input.bytes());
        Origin origin = input.origin().asPemFile();
        if (!text.complete()) {
            throw unreadable(text.labels(), origin);
        }
        List<Object> blocks = new ArrayList<>();
        for (PemText.Block block : text.blocks()) {
            if (KNOWN.contains(block.label())) {
                blocks.add(parsed(block, text, origin));
            }
        }
        return new PemBlocks(blocks, text.labels(), origin);
    }

    private static Object parsed(PemText.Block block, PemText text, Origin origin) {
        try (PEMParser parser = new PEMParser(new StringReader(block.text()))) {
            Object parsed = parser.readObject();
            if (parsed != null) {
                return parsed;
            }
        } catch (IOException | RuntimeException e) {
            // Not the cause: the parser's message may quote the input.
            log.debug(
                    "A block of {} cannot be read: {}",
                    origin.place(),
                    e.getClass().getName());
        }
        throw unreadable(text.labels(), origin);
    }

    private static ConfigurationException unreadable(List<String> labels, Origin origin) {
        return new ConfigurationException("A block of " + origin.place() + " cannot be read"
                + (labels.isEmpty() ? "" : " (it holds: " + String.join(", ", labels) + ")")
                + ". Check that each block is complete, with its BEGIN and END line and its"
                + " line breaks, and that the key is PKCS#8 or PKCS#1.");
    }

    private static ConfigurationException notPem(KeyInput input) {
        String place = input.origin().place();
        boolean der = input.bytes()[0] == 0x30;
        boolean jks = input.asText().startsWith("\u00fe\u00ed\u00fe\u00ed");
        if (der || jks) {
            return new ConfigurationException(place + " is binary (" + (der ? "DER" : "JKS")
                    + "), not PEM text. Read a PKCS#12 or JKS file with KekKeyPair.fromPkcs12 or fromKeyStore; turn a DER"
                    + " key into PEM with 'openssl pkey -inform DER', a certificate with 'openssl x509 -inform DER'.");
        }
        return new ConfigurationException(
                place + " is not PEM text: it has no line that starts with '-----BEGIN '. Check the file.");
    }

    List<Object> privateKeys() {
        return blocks.stream().filter(PemPrivateKey::isPrivateKey).toList();
    }

    boolean hasPublicPart() {
        return blocks.stream()
                .anyMatch(block -> encodedCertificate(block) != null || block instanceof SubjectPublicKeyInfo);
    }

    List<X509Certificate> certificates() {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Object block : blocks) {
            X509CertificateHolder holder = encodedCertificate(block);
            if (holder != null) {
                certificates.add(certificate(holder));
            }
        }
        return certificates;
    }

    @Nullable
    PublicKey publicKey() {
        for (Object block : blocks) {
            if (block instanceof SubjectPublicKeyInfo info) {
                try {
                    return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(info.getEncoded()));
                } catch (GeneralSecurityException | IOException e) {
                    throw new ConfigurationException("The public key in " + origin.place() + " is not an RSA key.", e);
                }
            }
        }
        return null;
    }

    /** {@return the contents of the text, in the words of its BEGIN lines} */
    String contents() {
        return labels.stream().distinct().collect(Collectors.joining(", "));
    }

    private static @Nullable X509CertificateHolder encodedCertificate(Object block) {
        if (block instanceof X509CertificateHolder holder) {
            return holder;
        }
        return block instanceof X509TrustedCertificateBlock trusted ? trusted.getCertificateHolder() : null;
    }

    private X509Certificate certificate(X509CertificateHolder holder) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(holder.getEncoded()));
        } catch (CertificateException | IOException e) {
            throw new ConfigurationException("A certificate in " + origin.place() + " is damaged. Export it again.", e);
        }
    }
}
