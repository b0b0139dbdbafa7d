package io.github.iamsmart.spring.internal.settings;

import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import io.github.iamsmart.spring.internal.properties.DirectLoginProperties;
import io.github.iamsmart.spring.internal.text.YamlLines;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks the properties of Direct Login. */
public final class DirectLoginReader {

    private static final String NAME =
            "[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+";

    private static final Logger log = LoggerFactory.getLogger(DirectLoginReader.class);

    private final String prefix;
    private final DirectLoginProperties properties;

    /**
     * Creates it.
     *
     * @param client whose settings are read
     * @param properties the settings
     */
    public DirectLoginReader(ConfiguredClient client, DirectLoginProperties properties) {
        this.prefix = client.property("direct-login");
        this.properties = properties;
    }

    /**
     * {@return the host names to which Direct Login v1 may send a browser}
     *
     * @throws IamSmartPropertyException if one of them would make it an open redirect
     */
    public Set<String> hosts() {
        for (String host : properties.hosts()) {
            if (!host.matches(NAME)) {
                throw new IamSmartPropertyException(
                        prefix + ".hosts contains '" + host + "', which is not one host name.",
                        "Write whole host names without scheme, port, path or wildcard:\n\n"
                                + YamlLines.of(prefix + ".hosts", "login.example.gov.hk"));
            }
        }
        return properties.hosts();
    }

    /** Warns of host names that nothing asks for. */
    public void warnOfHostsWithoutV1() {
        if (!properties.v1() && !properties.hosts().isEmpty()) {
            log.warn(
                    "{}.hosts has no effect, as Direct Login v1 is off. Write {}.v1: true, or remove it.",
                    prefix,
                    prefix);
        }
    }

    /**
     * {@return how often in a minute one address may try to sign in from a mobile app}
     *
     * @throws IamSmartPropertyException if nobody could sign in
     */
    public int appRequestsPerMinute() {
        int requests = properties.appRequestsPerMinute();
        if (requests < 1) {
            throw new IamSmartPropertyException(
                    prefix + ".app-requests-per-minute is " + requests + ", so that no app could sign in.",
                    "Write at least 1; to have no such endpoint, define no AppSessionIssuer:\n\n"
                            + YamlLines.of(prefix + ".app-requests-per-minute", "10"));
        }
        return requests;
    }
}
