package io.github.iamsmart.spring.internal.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import io.github.iamsmart.spring.internal.properties.IamSmartProperties;
import io.github.iamsmart.spring.internal.text.LocationText;
import io.github.iamsmart.spring.internal.text.YamlLines;
import org.jspecify.annotations.Nullable;

/**
 * Reads secrets from the files that properties name, as Kubernetes, Docker and Vault's agent put them: one secret a
 * file, perhaps with a line break at its end.
 */
public final class SecretFiles {

    private final String prefix;
    private final Locations locations;

    /**
     * Creates it.
     *
     * @param prefix of the properties, for example {@code iamsmart}
     * @param locations reads files
     */
    public SecretFiles(String prefix, Locations locations) {
        this.prefix = prefix;
        this.locations = locations;
    }

    /**
     * {@return the same settings, with the secrets that stand in files}
     *
     * @param properties the settings
     * @throws IamSmartPropertyException if a file cannot be read, or a secret is given twice
     */
    public IamSmartProperties resolve(IamSmartProperties properties) {
        IamSmartProperties.Proxy proxy = properties.proxy();
        IamSmartProperties.TrustStore trusted = properties.trustStore();
        return properties.withSecrets(
                secret("client-secret", properties.clientSecret(), properties.clientSecretFile()),
                kek("kek", properties.kek()),
                kek("previous-kek", properties.previousKek()),
                new IamSmartProperties.Proxy(
                        proxy.host(),
                        proxy.port(),
                        proxy.username(),
                        secret("proxy.password", proxy.password(), proxy.passwordFile()),
                        proxy.passwordFile()),
                new IamSmartProperties.TrustStore(
                        trusted.location(),
                        secret("trust-store.password", trusted.password(), trusted.passwordFile()),
                        trusted.passwordFile(),
                        trusted.type()));
    }

    private IamSmartProperties.Kek kek(String name, IamSmartProperties.Kek kek) {
        return kek.withPasswords(
                secret(name + ".password", kek.password(), kek.passwordFile()),
                secret(name + ".key-password", kek.keyPassword(), kek.keyPasswordFile()));
    }

    private @Nullable String secret(String name, @Nullable String value, @Nullable String file) {
        String property = prefix + "." + name;
        String fileProperty = property + "-file";
        if (file == null || file.isBlank()) {
            return value;
        }
        if (value != null && !value.isEmpty()) {
            throw new IamSmartPropertyException(
                    property + " and " + fileProperty + " are both set: nobody can tell which of them is meant.",
                    "Remove one of them.");
        }
        if (LocationText.isInline(file)) {
            throw new IamSmartPropertyException(
                    fileProperty + " is not the name of a file, but a text.",
                    "Write the name of the file:\n\n" + YamlLines.of(fileProperty, "/run/secrets/" + name));
        }
        String secret = withoutLineBreak(new String(locations.read(fileProperty, file.strip()), UTF_8));
        if (secret.isEmpty()) {
            throw new IamSmartPropertyException(
                    fileProperty + " points to " + LocationText.masked(file.strip()) + ", which has only a line break.",
                    "Put the secret into the file, or correct " + fileProperty + ".");
        }
        return secret;
    }

    private static String withoutLineBreak(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(0, end);
    }
}
