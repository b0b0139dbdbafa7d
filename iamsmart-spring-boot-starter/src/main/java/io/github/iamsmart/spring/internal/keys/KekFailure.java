package io.github.iamsmart.spring.internal.keys;

import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import io.github.iamsmart.spring.internal.properties.IamSmartProperties;
import io.github.iamsmart.spring.internal.text.LocationText;
import io.github.iamsmart.spring.internal.text.YamlLines;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says which of its properties is to blame for a key pair that cannot be used. */
final class KekFailure {

    private final String property;
    private final IamSmartProperties.Kek kek;
    private final String file;
    private final StoreType type;
    private final ConfigurationException cause;

    KekFailure(String property, IamSmartProperties.Kek kek, StoreType type, ConfigurationException cause) {
        this.property = property;
        this.kek = kek;
        this.file = String.valueOf(LocationText.masked(kek.location()));
        this.type = type;
        this.cause = cause;
    }

    IamSmartPropertyException exception() {
        return switch (cause.setting().orElse("")) {
            case "password" -> password();
            case "keyPassword" -> keyPassword();
            case "alias" ->
                unusable(
                        "Write which of them is the key of the encipherment certificate",
                        "alias",
                        "<one of these names>");
            case "certificate" ->
                unusable(
                        "Write where the certificate is that was issued for this key",
                        "certificate-location",
                        "<file with the certificate>");
            case "type" -> type();
            default ->
                unusable(
                        "Write where the private key of the encipherment certificate is",
                        "location",
                        "<PKCS12, JKS or PEM file>");
        };
    }

    private IamSmartPropertyException password() {
        String advice = "Write the password of the file; secrets are better taken from the environment";
        if (isMissing(kek.password())) {
            return new IamSmartPropertyException(
                    property + ".password is missing: the key in " + file + " is encrypted.",
                    advice + line("password", variable("PASSWORD")),
                    cause);
        }
        return new IamSmartPropertyException(
                property + ".password is wrong for " + file
                        + (type == StoreType.PEM ? "." : ", or the file was changed.")
                        + surroundedByBlanks(kek.password()),
                advice + line("password", variable("PASSWORD")) + "\nTo try a password: " + trial(),
                cause);
    }

    private IamSmartPropertyException keyPassword() {
        return new IamSmartPropertyException(
                isMissing(kek.keyPassword())
                        ? property + ".key-password is missing: the key in " + file
                                + " has a password of its own. A key in a JKS may have one."
                        : property + ".key-password is wrong for the key in " + file + "."
                                + surroundedByBlanks(kek.keyPassword()),
                "Write the password of the key; secrets are better taken from the environment"
                        + line("key-password", variable("KEY_PASSWORD")),
                cause);
    }

    private IamSmartPropertyException type() {
        return isMissing(kek.type())
                ? new IamSmartPropertyException(
                        property + " (" + file
                                + ") cannot be used: it is no PKCS12, JKS or PEM file, or it is damaged.",
                        "Write where the private key of the encipherment certificate is. A key in DER becomes PEM by"
                                + " 'openssl pkey -inform DER'" + line("location", "<PKCS12, JKS or PEM file>"),
                        cause)
                : new IamSmartPropertyException(
                        property + ".type is " + type + ", and " + file + " is not such a file.",
                        "Remove " + property + ".type: the format shows in the content. Or write another location"
                                + line("location", "<" + type + " file>"),
                        cause);
    }

    private IamSmartPropertyException unusable(String advice, String name, String value) {
        return new IamSmartPropertyException(
                property + " (" + file + ") cannot be used: " + cause.getMessage(), advice + line(name, value), cause);
    }

    private String line(String name, String value) {
        return ":\n\n" + YamlLines.of(property + "." + name, value);
    }

    private String variable(String name) {
        String prefix = property.substring(property.lastIndexOf('.') + 1).replace('-', '_');
        return "${" + prefix.toUpperCase(Locale.ROOT) + "_" + name + "}";
    }

    private String trial() {
        String path = file.startsWith("file:") ? file.substring("file:".length()) : file;
        return type == StoreType.PEM ? "openssl pkey -noout -in " + path : "keytool -list -keystore " + path;
    }

    private static boolean isMissing(@Nullable String value) {
        return value == null || value.isEmpty();
    }

    private static String surroundedByBlanks(@Nullable String password) {
        return password == null || password.equals(password.strip())
                ? ""
                : " It begins or ends with a blank or a line break, which a file or a console may have added.";
    }
}
