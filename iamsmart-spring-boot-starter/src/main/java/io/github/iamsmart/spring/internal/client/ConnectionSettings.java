package io.github.iamsmart.spring.internal.client;

import io.github.iamsmart.environment.Environment;
import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import io.github.iamsmart.spring.internal.keys.KekLoader;
import io.github.iamsmart.spring.internal.properties.IamSmartProperties;
import io.github.iamsmart.spring.internal.settings.ConfiguredClient;
import io.github.iamsmart.spring.internal.settings.PublicUrl;
import io.github.iamsmart.spring.internal.text.SimulatorDependency;
import io.github.iamsmart.spring.internal.text.UrlText;
import io.github.iamsmart.spring.internal.text.YamlLines;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which client this application is at which gateway, as the properties say.
 *
 * @param environment the gateway
 * @param clientId the client id
 * @param clientSecret the client secret
 */
public record ConnectionSettings(Environment environment, String clientId, String clientSecret) {

    /** A host with a port that can be used, wherever it stands in what was written. */
    private static final Pattern HOST = Pattern.compile(
            "^(?:[A-Za-z]{1,10}:)?(?://)?(?:[^/?#]*@)?((?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)++[A-Za-z]{2,63}(?::[0-9]{1,4})?)(?=[/?#]|$)");

    /**
     * Checks everything at once, so that whoever starts from nothing reads all lines that are missing.
     *
     * @param client whose settings are read
     * @param simulatorEnabled the property {@code iamsmart.simulator.enabled}
     * @param kekNeeded whether no bean brings the key pair
     * @return the settings
     * @throws IamSmartPropertyException if they cannot be used
     */
    public static ConnectionSettings of(
            ConfiguredClient client, @Nullable Boolean simulatorEnabled, boolean kekNeeded) {
        String prefix = client.prefix();
        IamSmartProperties properties = client.properties();
        String name = EnvironmentName.normalized(properties.environment());
        checkSimulator(prefix, properties, name, Boolean.TRUE.equals(simulatorEnabled));
        Environment preset = preset(prefix, name);
        Map<String, String> missing = missing(prefix, properties, name, kekNeeded);
        if (!missing.isEmpty()) {
            throw missing(prefix, properties, missing);
        }
        Environment environment = environment(prefix, properties, preset);
        requireOneGateway(prefix, name, environment);
        return new ConnectionSettings(environment, given(properties.clientId()), given(properties.clientSecret()));
    }

    @Override
    public String toString() {
        return "ConnectionSettings[environment=" + environment.name() + ", clientId=" + clientId + "]";
    }

    private static Optional<String> ofARealClient(String prefix, IamSmartProperties properties, String name) {
        if (EnvironmentName.isReal(name)) {
            return Optional.of(prefix + ".environment is " + name);
        }
        if (isSet(properties.clientId())) {
            return Optional.of(prefix + ".client-id names a client of a gateway");
        }
        if (!name.isEmpty()) {
            return Optional.empty();
        }
        return RealClientProperties.firstIn(properties)
                .map(property -> prefix + "." + property + " belongs to a client of a gateway");
    }

    private static void checkSimulator(String prefix, IamSmartProperties properties, String name, boolean enabled) {
        Optional<String> real = enabled ? ofARealClient(prefix, properties, name) : Optional.empty();
        if (real.isPresent()) {
            throw new IamSmartPropertyException(
                    "iamsmart.simulator.enabled is true, but " + real.get() + ". The simulator lets anybody sign in as"
                            + " anybody: it never runs beside a real gateway.",
                    "For the real gateway remove iamsmart.simulator.enabled. For the simulator remove the settings of the"
                            + " client and write\n\n"
                            + YamlLines.of(prefix + ".environment", EnvironmentName.SIMULATOR));
        }
        if (name.equals(EnvironmentName.SIMULATOR) && !isSet(properties.baseUrl())) {
            throw isSet(properties.clientId())
                    ? new IamSmartPropertyException(
                            prefix + ".environment is simulator and " + prefix + ".client-id is set, but not where the"
                                    + " simulator is.",
                            "For a simulator that runs on its own, in which this client is registered, write\n\n"
                                    + YamlLines.of(prefix + ".base-url", "http://127.0.0.1:8090")
                                    + "\nFor the one that starts inside the application remove " + prefix
                                    + ".client-id: it registers the application by itself.")
                    : new IamSmartPropertyException(
                            prefix
                                    + ".environment is simulator, but there is none to start: iamsmart-simulator is not on"
                                    + " the class path, or iamsmart.simulator.enabled is false.",
                            "Remove iamsmart.simulator.enabled and add\n\n" + SimulatorDependency.lines()
                                    + "\nAn executable jar of Spring Boot 4 leaves optional dependencies out: see \"Where"
                                    + " the simulator is\" in docs/getting-started.md.");
        }
    }

    /** An environment decides which app is opened: that of another gateway knows nothing of the request. */
    private static void requireOneGateway(String prefix, String name, Environment environment) {
        for (Environment other : List.of(Environment.ITE, Environment.PRODUCTION)) {
            boolean moved = environment.baseUrl().equals(other.baseUrl());
            if (moved && EnvironmentName.isReal(name) && !name.equals(other.name())) {
                throw new IamSmartPropertyException(
                        prefix + ".environment is " + name + ", and " + prefix + ".base-url is the address of "
                                + other.name() + ".",
                        "Remove " + prefix + ".base-url to use " + name
                                + ", or write the environment that is meant:\n\n"
                                + YamlLines.of(prefix + ".environment", other.name()));
            }
        }
    }

    private static Map<String, String> missing(
            String prefix, IamSmartProperties properties, String name, boolean kekNeeded) {
        Map<String, String> missing = new LinkedHashMap<>();
        if (name.isEmpty() && !isSet(properties.baseUrl())) {
            missing.put(prefix + ".environment", "ite    # or: production");
        }
        if (!isSet(properties.clientId())) {
            missing.put(prefix + ".client-id", "<client ID of the Self-Service Portal>");
        }
        if (!isSet(properties.clientSecret())) {
            missing.put(prefix + ".client-secret", "<client secret of the Self-Service Portal>");
        }
        if (kekNeeded && !KekLoader.isSomewhere(properties.kek())) {
            missing.put(prefix + ".kek.location", "file:kek.p12    # key pair of the encipherment certificate");
            if (!isSet(properties.kek().password())) {
                missing.put(prefix + ".kek.password", "<password of that file>");
            }
        }
        return missing;
    }

    private static IamSmartPropertyException missing(
            String prefix, IamSmartProperties properties, Map<String, String> missing) {
        Map<String, String> lines = new LinkedHashMap<>(missing);
        if (!isSet(properties.publicUrl())) {
            lines.put(prefix + ".public-url", PublicUrl.EXAMPLE + "    # where browsers reach this application");
        }
        // Any of these properties keeps the simulator from starting.
        boolean nothing = Stream.of(
                        properties.environment(),
                        properties.baseUrl(),
                        properties.clientId(),
                        properties.clientSecret(),
                        properties.kek().location(),
                        properties.kek().bundle(),
                        properties.kek().keyBean(),
                        properties.previousKek().location(),
                        properties.publicUrl())
                .noneMatch(ConnectionSettings::isSet);
        String simulator = nothing
                ? "\nOr develop without an account, against a simulator that needs no configuration: add\n\n"
                        + SimulatorDependency.lines()
                : "";
        return new IamSmartPropertyException(
                "iAM Smart is not configured: " + String.join(", ", missing.keySet())
                        + (missing.size() == 1 ? " is missing." : " are missing.")
                        + ofEmpty(properties),
                "Add these lines to application.yml; secrets are better taken from the environment, as"
                        + " ${IAMSMART_CLIENT_SECRET}:\n\n" + YamlLines.of(lines) + simulator);
    }

    /** A variable that is set to nothing, or a line that ends after its colon. */
    private static String ofEmpty(IamSmartProperties properties) {
        boolean empty = Stream.of(
                        properties.environment(),
                        properties.clientId(),
                        properties.clientSecret(),
                        properties.kek().location())
                .anyMatch(value -> value != null && value.isBlank());
        return empty ? " What is empty counts as missing." : "";
    }

    static Environment environment(String prefix, IamSmartProperties properties, Environment preset) {
        Environment moved = moved(
                preset, prefix + ".base-url", properties.baseUrl(), "the environment's", Environment::withBaseUrl);
        return moved(
                moved,
                prefix + ".browser-base-url",
                properties.browserBaseUrl(),
                "the one of the calls",
                Environment::withBrowserBaseUrl);
    }

    private static Environment moved(
            Environment environment,
            String property,
            @Nullable String url,
            String otherwise,
            BiFunction<Environment, URI, Environment> change) {
        if (url == null || url.isBlank()) {
            return environment;
        }
        String text = url.strip();
        try {
            return change.apply(environment, new URI(text));
        } catch (URISyntaxException e) {
            // Which repeats the text, and the password that may be in it.
            throw unusable(
                    property,
                    text,
                    "which is not an absolute http or https URL: it has a blank or another character that no URL has.",
                    otherwise,
                    environment);
        } catch (ConfigurationException e) {
            throw unusable(property, text, "which cannot be used. " + e.getMessage(), otherwise, environment);
        }
    }

    private static IamSmartPropertyException unusable(
            String property, String text, String problem, String otherwise, Environment environment) {
        Matcher host = HOST.matcher(text);
        String example =
                host.find() ? "https://" + host.group(1) : environment.baseUrl().toString();
        // What follows the path may be a token.
        String shown = UrlText.masked(text).replaceFirst("([?#]).*", "$1…");
        return new IamSmartPropertyException(
                property + " is '" + shown + "', " + problem,
                "Write scheme, host and port only, or remove it to use " + otherwise + ":\n\n"
                        + YamlLines.of(property, example));
    }

    static Environment preset(String prefix, String name) {
        return switch (name) {
            case EnvironmentName.ITE -> Environment.ITE;
            case EnvironmentName.PRODUCTION -> Environment.PRODUCTION;
            case EnvironmentName.SIMULATOR, "" ->
                new Environment(name.isEmpty() ? "custom" : name, Environment.ITE.baseUrl(), Environment.TESTING_APP);
            default ->
                throw new IamSmartPropertyException(
                        prefix + ".environment is '" + name + "', which is not an environment.",
                        "Write ite, production or simulator; for another gateway remove it and write " + prefix
                                + ".base-url:\n\n" + YamlLines.of(prefix + ".environment", "ite"));
        };
    }

    private static String given(@Nullable String value) {
        if (value == null) {
            throw new IllegalStateException("checked before");
        }
        return value;
    }

    /**
     * {@return whether a property has a value}
     *
     * @param value the value
     */
    public static boolean isSet(@Nullable String value) {
        return value != null && !value.isBlank();
    }
}
