package io.github.iamsmart.key;

import io.github.iamsmart.error.ConfigurationException;
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
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.X509TrustedCertificateBlock;
import org.jspecify.annotations.Nullable;

/** The blocks of a PEM text, in their order in the text. */
final class PemBlocks {

    private static final Pattern LABEL = Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----");

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
        String text = input.asText().replaceFirst("^\u00ef\u00bb\u00bf", ""); // an editor's byte order mark
        List<String> labels = LABEL.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        Origin origin = input.origin().asPemFile();
        List<Object> blocks = new ArrayList<>();
        try (PEMParser parser = new PEMParser(new StringReader(text))) {
            for (Object block = parser.readObject(); block != null; block = parser.readObject()) {
                blocks.add(block);
            }
        } catch (IOException | RuntimeException e) {
            // No cause: the parser's message may quote the input.
            throw unreadable(labels, origin);
        }
        if (blocks.size() != labels.size()) {
            throw unreadable(labels, origin);
        }
        return new PemBlocks(blocks, labels, origin);
    }

    private static ConfigurationException unreadable(List<String> labels, Origin origin) {
        return new ConfigurationException("A block of " + origin.place() + " cannot be read (it holds: "
                + String.join(", ", labels)
                + "). Check that each block is complete, with its BEGIN and END line and its"
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
