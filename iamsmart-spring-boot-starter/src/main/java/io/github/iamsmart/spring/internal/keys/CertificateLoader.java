package io.github.iamsmart.spring.internal.keys;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import io.github.iamsmart.spring.internal.text.LocationText;
import io.github.iamsmart.spring.internal.text.YamlLines;
import java.io.ByteArrayInputStream;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Reads certificates of certification authorities: PEM, DER or PKCS#7, one or several in a file. */
public final class CertificateLoader {

    private final Locations locations;

    /**
     * Creates it.
     *
     * @param locations reads files
     */
    public CertificateLoader(Locations locations) {
        this.locations = locations;
    }

    /**
     * {@return the certificates of all files, in their order}
     *
     * @param property the name of the property, for the message
     * @param files its value: names of files or of resources, PEM texts, or contents in Base64
     * @throws IamSmartPropertyException if one cannot be read, or holds anything else
     */
    public List<X509Certificate> load(String property, List<String> files) {
        List<X509Certificate> all = new ArrayList<>();
        files.forEach(location -> all.addAll(parse(property, location, locations.read(property, location))));
        return all;
    }

    /**
     * {@return the certificates in a content}
     *
     * @param property the name of the property, for the message
     * @param location where it comes from, for the message
     * @param content the content
     * @throws IamSmartPropertyException if it holds anything else
     */
    static List<X509Certificate> parse(String property, String location, byte[] content) {
        if (new String(content, ISO_8859_1).contains("PRIVATE KEY-----")) {
            throw refused(property, location, "holds a private key, which this application must not have");
        }
        List<X509Certificate> found = new ArrayList<>();
        for (Certificate each : read(property, location, content)) {
            X509Certificate certificate = (X509Certificate) each;
            found.add(certificate);
            if (!isAuthority(certificate)) {
                throw refused(
                        property,
                        location,
                        "holds a certificate (number " + found.size()
                                + ") that is not that of a certification authority");
            }
        }
        if (found.isEmpty()) {
            throw refused(property, location, "holds no certificate");
        }
        return found;
    }

    private static Collection<? extends Certificate> read(String property, String location, byte[] content) {
        try {
            return CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(content));
        } catch (CertificateException e) {
            // Its message may quote the content.
            throw refused(property, location, "holds something that is not a certificate");
        }
    }

    /** Certificates of the first version, as old roots have, say nothing about it. */
    private static boolean isAuthority(X509Certificate certificate) {
        return certificate.getBasicConstraints() >= 0 || certificate.getVersion() < 3;
    }

    private static IamSmartPropertyException refused(String property, String location, String problem) {
        return new IamSmartPropertyException(
                property + " (" + LocationText.masked(location) + ") cannot be used: it " + problem + ".",
                "Name files with certificates of certification authorities alone, as PEM, DER or PKCS#7:\n\n"
                        + YamlLines.of(property, "file:first.pem, file:second.pem"));
    }
}
