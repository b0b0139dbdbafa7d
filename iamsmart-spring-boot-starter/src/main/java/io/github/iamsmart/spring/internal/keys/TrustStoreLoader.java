package io.github.iamsmart.spring.internal.keys;

import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import io.github.iamsmart.spring.internal.properties.IamSmartProperties;
import io.github.iamsmart.spring.internal.text.LocationText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import org.jspecify.annotations.Nullable;

/** Reads the certificate authorities that the gateway may be signed by. */
public final class TrustStoreLoader {

    private final String property;
    private final Locations locations;

    /**
     * Creates it.
     *
     * @param property the prefix of its properties, for example {@code iamsmart.trust-store}
     * @param locations reads files
     */
    public TrustStoreLoader(String property, Locations locations) {
        this.property = property;
        this.locations = locations;
    }

    /**
     * Reads the store.
     *
     * @param settings the properties
     * @param location the location, which is set
     * @return a store with at least one certificate
     * @throws IamSmartPropertyException if it cannot be read or holds none
     */
    public KeyStore load(IamSmartProperties.TrustStore settings, String location) {
        byte[] content = locations.read(property + ".location", location);
        StoreType type = StoreType.of(property + ".type", settings.type(), content);
        try {
            KeyStore store = type == StoreType.PEM ? fromPem(content) : fromStore(content, type, settings);
            if (store.size() == 0) {
                throw unusable(location, "it holds no certificate", null);
            }
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw unusable(location, "it is not a " + type + " file, or the password is wrong", e);
        }
    }

    private static KeyStore fromStore(byte[] content, StoreType type, IamSmartProperties.TrustStore settings)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(type.name());
        store.load(
                new ByteArrayInputStream(content),
                settings.password() == null ? null : settings.password().toCharArray());
        return store;
    }

    private static KeyStore fromPem(byte[] content) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(StoreType.PKCS12.name());
        store.load(null, null);
        int number = 0;
        for (Certificate certificate :
                CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(content))) {
            store.setCertificateEntry("ca-" + number++, certificate);
        }
        return store;
    }

    private IamSmartPropertyException unusable(String location, String reason, @Nullable Exception cause) {
        return new IamSmartPropertyException(
                property + " (" + LocationText.masked(location) + ") cannot be used: " + reason + ".",
                "Give a PKCS12, JKS or PEM file with certificates of certificate authorities, and its password.",
                cause);
    }
}
