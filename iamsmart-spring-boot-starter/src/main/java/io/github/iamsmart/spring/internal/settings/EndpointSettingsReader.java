package io.github.iamsmart.spring.internal.settings;

import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import io.github.iamsmart.spring.internal.text.YamlLines;
import io.github.iamsmart.spring.internal.web.EndpointSettings;

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
                    "Write a path within the application:\n\n" + YamlLines.of(property, "/iamsmart"));
        }
        return new EndpointSettings(
                new PublicUrl(client.property("public-url"), simulated)
                        .check(client.properties().publicUrl()),
                prefix,
                client.properties().language(),
                client.name());
    }
}
