package io.github.iamsmart.spring.internal.keys;

import io.github.iamsmart.IamSmartClientBuilder;
import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import io.github.iamsmart.spring.internal.properties.IamSmartProperties;
import io.github.iamsmart.spring.internal.text.LocationText;
import io.github.iamsmart.spring.internal.text.YamlLines;
import java.io.ByteArrayInputStream;

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
     * @param builder gets the certificates
     * @param settings the properties
     * @param location the location, which is set
     * @throws IamSmartPropertyException if it cannot be read or holds none
     */
    public void load(IamSmartClientBuilder builder, IamSmartProperties.TrustStore settings, String location) {
        byte[] content = locations.read(property + ".location", location);
        StoreType type = StoreType.of(property + ".type", settings.type(), content);
        char[] password =
                settings.password() == null ? null : settings.password().toCharArray();
        try {
            builder.trustStore(new ByteArrayInputStream(content), type.name(), password);
        } catch (ConfigurationException e) {
            throw unusable(settings, String.valueOf(LocationText.masked(location)), e);
        }
    }

    private IamSmartPropertyException unusable(
            IamSmartProperties.TrustStore settings, String file, ConfigurationException cause) {
        if (cause.setting().filter("password"::equals).isEmpty()) {
            return new IamSmartPropertyException(
                    property + " (" + file + ") cannot be used: " + cause.getMessage(),
                    "Give a PKCS12, JKS or PEM file with certificates of certificate authorities:\n\n"
                            + YamlLines.of(property + ".location", "<file with the certificates>"),
                    cause);
        }
        boolean missing = settings.password() == null || settings.password().isEmpty();
        return new IamSmartPropertyException(
                property + ".password is "
                        + (missing
                                ? "missing: " + file + " is protected by one."
                                : "wrong for " + file + ", or the file was changed."),
                "Write the password of the file; secrets are better taken from the environment:\n\n"
                        + YamlLines.of(property + ".password", "${TRUST_STORE_PASSWORD}"),
                cause);
    }
}
