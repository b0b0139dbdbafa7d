package io.github.iamsmart.spring.internal.client;

import io.github.iamsmart.environment.Environment;
import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import io.github.iamsmart.spring.internal.properties.IamSmartProperties;
import io.github.iamsmart.spring.internal.settings.ConfiguredClient;
import io.github.iamsmart.spring.internal.settings.PublicUrl;
import io.github.iamsmart.spring.internal.text.SimulatorDependency;
import io.github.iamsmart.spring.internal.text.UrlText;
import io.github.iamsmart.spring.internal.text.YamlLines;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Which client this application is at which gateway, as the properties say.
 *
 * @param environment the gateway
 * @param clientId the client id
 * @param clientSecret the client secret
 */
public record ConnectionSettings(Environment environment, String clientId, String clientSecret) {

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
        new Placeholders(prefix).check(properties);
        Environment preset = preset(prefix, name);
        Map<String, String> missing = missing(prefix, properties, name, kekNeeded);
        if (!missing.isEmpty()) {
            throw missing(prefix, properties, missing);
        }
        return new ConnectionSettings(
                environment(prefix, properties, preset),
                given(properties.clientId()),
                given(properties.clientSecret()));
    }

    @Override
    public String toString() {
        return "ConnectionSettings[environment=" + environment.name() + ", clientId=" + clientId + "]";
    }

    private static void checkSimulator(String prefix, IamSmartProperties properties, String name, boolean enabled) {
        if (enabled && (EnvironmentName.isReal(name) || isSet(properties.clientId()))) {
            String real = EnvironmentName.isReal(name)
                    ? prefix + ".environment is " + name
                    : prefix + ".client-id names a client of a gateway";
            throw new IamSmartPropertyException(
                    "iamsmart.simulator.enabled is true, but " + real + ". The simulator lets anybody sign in as"
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
        if (kekNeeded && !isSet(properties.kek().location())) {
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
        boolean nothing = !isSet(properties.environment()) && !isSet(properties.clientId());
        String simulator = nothing
                ? "\nOr develop without an account, against a simulator that needs no configuration: add\n\n"
                        + SimulatorDependency.lines()
                : "";
        return new IamSmartPropertyException(
                "iAM Smart is not configured: " + String.join(", ", missing.keySet())
                        + (missing.size() == 1 ? " is missing." : " are missing."),
                "Add these lines to application.yml; secrets are better taken from the environment, as"
                        + " ${IAMSMART_CLIENT_SECRET}:\n\n" + YamlLines.of(lines) + simulator);
    }

    private static Environment environment(String prefix, IamSmartProperties properties, Environment preset) {
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
                    otherwise);
        } catch (ConfigurationException e) {
            throw unusable(property, text, "which cannot be used. " + e.getMessage(), otherwise);
        }
    }

    private static IamSmartPropertyException unusable(String property, String text, String problem, String otherwise) {
        String shown = UrlText.masked(text);
        int query = shown.indexOf('?');
        return new IamSmartPropertyException(
                property + " is '" + (query < 0 ? shown : shown.substring(0, query) + "?…") + "', " + problem,
                "Write scheme, host and port only, or remove it to use " + otherwise + ":\n\n"
                        + YamlLines.of(property, Environment.ITE.baseUrl().toString()));
    }

    private static Environment preset(String prefix, String name) {
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
