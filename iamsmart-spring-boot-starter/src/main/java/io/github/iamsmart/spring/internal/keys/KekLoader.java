package io.github.iamsmart.spring.internal.keys;

import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.key.KekKeyPair;
import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import io.github.iamsmart.spring.internal.properties.IamSmartProperties;
import io.github.iamsmart.spring.internal.text.YamlLines;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a key pair from where its properties say. */
public final class KekLoader {

    private static final Logger log = LoggerFactory.getLogger(KekLoader.class);

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
        warnOfWhatHasNoEffect(property, kek, type);
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
            throw new KekFailure(property, kek, type, e).exception();
        }
    }

    /**
     * Refuses the properties of a key pair that is nowhere.
     *
     * @param property the prefix of its properties, for example {@code iamsmart.previous-kek}
     * @param kek their values; the location is not set
     * @throws IamSmartPropertyException if one is set
     */
    public static void requireNothingElse(String property, IamSmartProperties.Kek kek) {
        if (kek.password() != null || kek.certificateLocation() != null || kek.alias() != null) {
            throw new IamSmartPropertyException(
                    property + " has properties, but " + property + ".location is missing: there would be no such key.",
                    "Write where the key pair is, or remove all that is below " + property + ":\n\n"
                            + YamlLines.of(property + ".location", "<PKCS12, JKS or PEM file>"));
        }
    }

    private static void warnOfWhatHasNoEffect(String property, IamSmartProperties.Kek kek, StoreType type) {
        boolean pem = type == StoreType.PEM;
        String ignored = pem && kek.alias() != null
                ? "alias"
                : pem && kek.keyPassword() != null
                        ? "key-password"
                        : !pem && kek.certificateLocation() != null ? "certificate-location" : "";
        if (!ignored.isEmpty()) {
            log.warn(
                    "{}.{} has no effect on a {} file, {}: remove it.",
                    property,
                    ignored,
                    type,
                    pem ? "which has one key without a name" : "which has the certificate beside the key");
        }
    }

    private @Nullable InputStream certificate(String property, IamSmartProperties.Kek kek) {
        String location = kek.certificateLocation();
        return location == null || location.isBlank()
                ? null
                : new ByteArrayInputStream(locations.read(property + ".certificate-location", location));
    }
}
