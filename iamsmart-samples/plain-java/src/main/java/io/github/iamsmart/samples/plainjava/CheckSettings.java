package io.github.iamsmart.samples.plainjava;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.IamSmartClientBuilder;
import io.github.iamsmart.environment.Environment;
import io.github.iamsmart.key.KekKeyPair;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A client whose settings are environment variables: IAMSMART_ENVIRONMENT (ite or production), IAMSMART_BASE_URL,
 * IAMSMART_CLIENT_ID, IAMSMART_CLIENT_SECRET, IAMSMART_KEK (a PKCS#12 or PEM file), IAMSMART_KEK_PASSWORD,
 * IAMSMART_KEK_CERTIFICATE (a PEM file). A secret may stand in a file, named by the variable with _FILE at its end.
 */
final class CheckSettings {

    private static final String PREFIX = "IAMSMART_";

    private final Map<String, String> variables;

    CheckSettings(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    /** {@return whether there is a client to check} Without one the sample checks itself. */
    boolean nameAClient() {
        return variables.keySet().stream().anyMatch(name -> name.startsWith(PREFIX));
    }

    IamSmartClientBuilder client() throws IOException {
        IamSmartClientBuilder builder = IamSmartClient.builder()
                .environment(environment())
                .clientId(required("CLIENT_ID"))
                .clientSecret(secret("CLIENT_SECRET")
                        .orElseThrow(() -> missing("CLIENT_SECRET, or the file with it, ..._FILE")))
                .kek(kek());
        value("BASE_URL").map(URI::create).ifPresent(builder::baseUrl);
        return builder;
    }

    private Environment environment() {
        String name = value("ENVIRONMENT").orElse("ite");
        return switch (name) {
            case "ite" -> Environment.ITE;
            case "production" -> Environment.PRODUCTION;
            default -> throw new IllegalArgumentException(PREFIX + "ENVIRONMENT must be ite or production.");
        };
    }

    private KekKeyPair kek() throws IOException {
        Path file = Path.of(required("KEK"));
        Optional<char[]> password = secret("KEK_PASSWORD").map(String::toCharArray);
        byte[] content = Files.readAllBytes(file);
        boolean der = content.length > 0 && content[0] == 0x30;
        return der
                ? KekKeyPair.fromPkcs12(file, password.orElse(new char[0]))
                : KekKeyPair.fromPem(
                        file,
                        password.orElse(null),
                        value("KEK_CERTIFICATE").map(Path::of).orElse(null));
    }

    private Optional<String> secret(String name) throws IOException {
        Optional<String> file = value(name + "_FILE");
        return file.isPresent()
                ? Optional.of(Files.readString(Path.of(file.get()), UTF_8).replaceFirst("[\\r\\n]+\\z", ""))
                : value(name);
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(variables.get(PREFIX + name)).filter(value -> !value.isBlank());
    }

    private String required(String name) {
        return value(name).orElseThrow(() -> missing(name));
    }

    private static IllegalArgumentException missing(String name) {
        return new IllegalArgumentException("Set the environment variable " + PREFIX + name + ".");
    }
}
