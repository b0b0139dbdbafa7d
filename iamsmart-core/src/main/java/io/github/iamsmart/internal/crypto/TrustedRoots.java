package io.github.iamsmart.internal.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reads certificates of authorities from files of every kind. */
public final class TrustedRoots {

    private static final String PEM = "PEM";

    private TrustedRoots() {}

    /**
     * Reads a file.
     *
     * @param content its bytes
     * @param type {@code PKCS12}, {@code JKS}, {@code PEM}, or another type that a registered provider reads
     * @param password its password, empty if it has none
     * @return a store with its certificates, which may be none; those of private keys are left out
     * @throws IOException if it is not such a file, or the password is wrong
     * @throws GeneralSecurityException if a certificate cannot be read
     */
    public static KeyStore read(byte[] content, String type, char[] password)
            throws GeneralSecurityException, IOException {
        List<byte[]> found = new ArrayList<>();
        if (type.equalsIgnoreCase(PEM)) {
            PemText pem = PemText.of(content);
            if (!pem.complete()) {
                throw new IOException("A block of the PEM text has no end.");
            }
            for (PemText.Block block : pem.blocks()) {
                if (block.label().equals("CERTIFICATE") || block.label().equals("X509 CERTIFICATE")) {
                    found.add(block.text()
                            .replace("X509 CERTIFICATE", "CERTIFICATE")
                            .getBytes(US_ASCII));
                }
            }
        } else {
            KeyStore file = KeyStoreFile.read(content, type, password, TrustedRoots::hasCertificates);
            for (String alias : Collections.list(file.aliases())) {
                if (file.isCertificateEntry(alias)) {
                    found.add(file.getCertificate(alias).getEncoded());
                }
            }
        }
        return store(found);
    }

    private static boolean hasCertificates(KeyStore store) {
        try {
            for (String alias : Collections.list(store.aliases())) {
                if (store.isCertificateEntry(alias)) {
                    return true;
                }
            }
            return false;
        } catch (KeyStoreException e) {
            throw new IllegalStateException("It was loaded.", e);
        }
    }

    /** The JDK's own classes, whoever has read the file: they are what TLS is made with. */
    private static KeyStore store(List<byte[]> certificates) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        for (int i = 0; i < certificates.size(); i++) {
            Certificate certificate = factory.generateCertificate(new ByteArrayInputStream(certificates.get(i)));
            store.setCertificateEntry("ca-" + i, certificate);
        }
        return store;
    }
}
