package io.github.iamsmart.spring.internal.settings;

import io.github.iamsmart.spring.IamSmartClientRegistry;
import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import io.github.iamsmart.spring.internal.properties.IamSmartProperties;
import io.github.iamsmart.spring.internal.text.YamlLines;
import io.github.iamsmart.spring.internal.web.EndpointSettings;
import java.net.URI;

/** Checks the properties that all endpoints share. */
public final class EndpointSettingsReader {

    private final ConfiguredClient client;
    private final boolean simulated;

    /**
     * Creates it.
     *
     * @param client whose settings are read
     * @param simulated whether the gateway is a simulator
     */
    public EndpointSettingsReader(ConfiguredClient client, boolean simulated) {
        this.client = client;
        this.simulated = simulated;
    }

    /**
     * {@return where the endpoints are}
     *
     * @throws IamSmartPropertyException if they cannot be there
     */
    public EndpointSettings settings() {
        String prefix = client.properties().pathPrefix();
        if (!prefix.matches("(?:/[A-Za-z0-9_.~-]++)++")) {
            String property = client.property("path-prefix");
            throw new IamSmartPropertyException(
                    property + " is '" + prefix
                            + "': it must begin with a slash, not end with one, and have no wildcard.",
                    "Write a path within the application:\n\n"
                            + YamlLines.of(property, IamSmartProperties.PATH_PREFIX));
        }
        URI publicUrl = new PublicUrl(client.property("public-url"), simulated)
                .check(client.properties().publicUrl());
        if (publicUrl != null) {
            requireTheApplication(publicUrl, prefix);
        }
        return client.name().equals(IamSmartClientRegistry.DEFAULT)
                ? new EndpointSettings(publicUrl, prefix, client.properties().language(), client.name())
                : new EndpointSettings(
                        publicUrl, prefix, client.properties().language(), client.name(), "/callback/results");
    }

    /** A callback URL is registered, and so at hand when the public URL is asked for. */
    private void requireTheApplication(URI publicUrl, String prefix) {
        String path = publicUrl.getRawPath();
        if ((path + "/").contains(prefix + "/")) {
            String property = client.property("public-url");
            String url = publicUrl.toString();
            throw new IamSmartPropertyException(
                    property + " is '" + url + "', which is an endpoint in this application and not its address: "
                            + prefix + " is appended to it.",
                    "Write the address without " + prefix + " and what follows:\n\n"
                            + YamlLines.of(
                                    property, url.substring(0, url.length() - path.length() + path.indexOf(prefix))));
        }
    }
}
