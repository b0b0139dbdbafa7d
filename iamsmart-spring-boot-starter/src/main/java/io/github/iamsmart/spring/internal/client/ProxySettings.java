package io.github.iamsmart.spring.internal.client;

import io.github.iamsmart.IamSmartClientBuilder;
import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import io.github.iamsmart.spring.internal.properties.IamSmartProperties;
import io.github.iamsmart.spring.internal.settings.ConfiguredClient;
import io.github.iamsmart.spring.internal.text.LocationText;
import io.github.iamsmart.spring.internal.text.UrlText;
import io.github.iamsmart.spring.internal.text.YamlLines;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The proxy that the properties name, and what it is told. */
final class ProxySettings {

    private static final int DEFAULT_PORT = 8080;
    private static final String EXAMPLE_HOST = "proxy.example.org";
    private static final String EXAMPLE_PORT = "3128";

    /** What people write in place of a host: a scheme before it, a user, a port or path after it. */
    private static final Pattern MORE_THAN_A_HOST = Pattern.compile(
            "(?:[A-Za-z+.-]+://)?(?<user>.*@)?(?<host>[A-Za-z0-9_.-]*)(?::(?<port>[0-9]{1,5}))?(?:/.*)?");

    private final ConfiguredClient client;
    private final IamSmartProperties.Proxy proxy;

    ProxySettings(ConfiguredClient client) {
        this.client = client;
        this.proxy = client.properties().proxy();
    }

    /**
     * Tells the builder.
     *
     * @param builder gets the proxy, if there is one
     * @throws IamSmartPropertyException if a property cannot be used
     */
    void applyTo(IamSmartClientBuilder builder) {
        String host = proxy.host();
        if (host == null || host.isBlank()) {
            requireNothingElse();
            return;
        }
        try {
            // Not resolved here: nothing asks the network, a name server included, while the application starts.
            builder.proxy(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host.strip(), port())));
        } catch (ConfigurationException e) {
            throw notAHost(host.strip());
        }
        login(builder);
    }

    private void requireNothingElse() {
        String set = ConnectionSettings.isSet(proxy.username())
                ? "username"
                : ConnectionSettings.isSet(proxy.password()) ? "password" : proxy.port() != null ? "port" : "";
        if (!set.isEmpty()) {
            throw new IamSmartPropertyException(
                    property(set) + " is set, but not " + property("host") + ": nothing would go through a proxy.",
                    "Write the host of the proxy, or remove " + property(set) + ":\n\n"
                            + YamlLines.of(property("host"), EXAMPLE_HOST));
        }
    }

    private int port() {
        Integer port = proxy.port();
        if (port == null) {
            return DEFAULT_PORT;
        }
        if (port < 1 || port > 65_535) {
            throw new IamSmartPropertyException(
                    property("port") + " is " + port + ", which is not a port.",
                    "Write the port of the proxy:\n\n" + YamlLines.of(property("port"), EXAMPLE_PORT));
        }
        return port;
    }

    private IamSmartPropertyException notAHost(String text) {
        Matcher parts = MORE_THAN_A_HOST.matcher(text);
        boolean understood =
                parts.matches() && !parts.group("host").isEmpty() && LocationText.isShown(parts.group("host"));
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put(property("host"), understood ? parts.group("host") : EXAMPLE_HOST);
        lines.put(property("port"), understood ? orElse(parts.group("port"), EXAMPLE_PORT) : EXAMPLE_PORT);
        if (understood && parts.group("user") != null) {
            lines.put(property("username"), "<user name>");
            lines.put(property("password"), "${PROXY_PASSWORD}");
        }
        return new IamSmartPropertyException(
                property("host") + " is '" + UrlText.masked(text)
                        + "', which is not a host name or an address alone: it has a scheme, a user, a port, a path or a"
                        + " character that no host has.",
                "Write each part on a line of its own, without a scheme:\n\n" + YamlLines.of(lines));
    }

    private static String orElse(@Nullable String text, String other) {
        return text == null ? other : text;
    }

    private void login(IamSmartClientBuilder builder) {
        String username = proxy.username();
        String password = proxy.password();
        boolean named = ConnectionSettings.isSet(username);
        boolean secret = password != null && !password.isEmpty();
        if (named != secret) {
            String set = property(named ? "username" : "password");
            String missing = property(named ? "password" : "username");
            throw new IamSmartPropertyException(
                    set + " is set, but not " + missing + ": a proxy that asks for a login wants both.",
                    "Write both, or remove " + set + ":\n\n"
                            + YamlLines.of(missing, named ? "${PROXY_PASSWORD}" : "<user name>"));
        }
        if (username == null || password == null || !named) {
            return;
        }
        try {
            builder.proxyCredentials(username, password);
        } catch (ConfigurationException e) {
            throw new IamSmartPropertyException(
                    property("username") + " and " + property("password") + " cannot be used: " + e.getMessage(),
                    "Write both as whoever runs the proxy gave them; secrets are better taken from the environment:\n\n"
                            + YamlLines.of(property("password"), "${PROXY_PASSWORD}"));
        }
    }

    private String property(String name) {
        return client.property("proxy." + name);
    }
}
