package io.github.iamsmart.spring.internal.keys;

import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.key.KekKeyPair;
import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import io.github.iamsmart.spring.internal.properties.IamSmartProperties;
import io.github.iamsmart.spring.internal.text.LocationText;
import io.github.iamsmart.spring.internal.text.YamlLines;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a key pair from where its properties say. */
public final class KekLoader {

    private final Locations locations;

    /**
     * Creates it.
     *
     * @param locations reads files
     */
    public KekLoader(Locations locations) {
        this.locations = locations;
    }

    /**
     * Reads the key pair.
     *
     * @param property the prefix of its properties, for example {@code iamsmart.kek}
     * @param kek their values; the location is set
     * @return the key pair
     * @throws IamSmartPropertyException if it cannot be read or used
     */
    public KekKeyPair load(String property, IamSmartProperties.Kek kek) {
        String location = kek.location() == null ? "" : kek.location();
        byte[] content = locations.read(property + ".location", location);
        StoreType type = StoreType.of(property + ".type", kek.type(), content);
        char[] password = kek.password() == null ? null : kek.password().toCharArray();
        try {
            return type == StoreType.PEM
                    ? KekKeyPair.fromPem(new ByteArrayInputStream(content), password, certificate(property, kek))
                    : KekKeyPair.fromKeyStore(
                            new ByteArrayInputStream(content),
                            type.name(),
                            password == null ? new char[0] : password,
                            kek.keyPassword() == null ? null : kek.keyPassword().toCharArray(),
                            kek.alias());
        } catch (ConfigurationException e) {
            throw new IamSmartPropertyException(
                    property + " (" + LocationText.masked(location) + ") cannot be used: " + e.getMessage(),
                    "Correct the file or these properties:\n\n" + lines(property, kek, location, type),
                    e);
        }
    }

    private @Nullable InputStream certificate(String property, IamSmartProperties.Kek kek) {
        String location = kek.certificateLocation();
        return location == null || location.isBlank()
                ? null
                : new ByteArrayInputStream(locations.read(property + ".certificate-location", location));
    }

    private static String lines(String property, IamSmartProperties.Kek kek, String location, StoreType type) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put(property + ".location", LocationText.masked(location));
        lines.put(property + ".password", "<its password>");
        lines.put(property + ".type", type.name());
        if (type == StoreType.PEM) {
            lines.put(property + ".certificate-location", "<file with the certificate, if it is another one>");
        } else {
            if (type == StoreType.JKS) {
                lines.put(property + ".key-password", "<password of the key, if it has its own>");
            }
            lines.put(property + ".alias", kek.alias() == null ? "<which key, if there are several>" : kek.alias());
        }
        return YamlLines.of(lines);
    }
}
