package io.github.iamsmart.spring.autoconfigure;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Sign-ins that begin inside the iAM Smart app.
 *
 * @param v1 Whether the get-state address of Direct Login v1 is there.
 * @param v2 Whether the callback of Direct Login v2 is there.
 * @param hosts Host names of iAM Smart to which Direct Login v1 may send a browser, beside the gateway's own.
 * @param appRequestsPerMinute How often in a minute one address may try to sign in from a mobile app.
 */
@ConfigurationProperties("iamsmart.direct-login")
record DirectLoginProperties(
        @DefaultValue("false") boolean v1,
        @DefaultValue("true") boolean v2,
        @DefaultValue Set<String> hosts,
        @DefaultValue("10") int appRequestsPerMinute) {

    static final String PREFIX = "iamsmart.direct-login";
    private static final String NAME =
            "[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+";

    DirectLoginProperties {
        hosts = Set.copyOf(hosts);
    }

    /** Refuses what would be an open redirect or no endpoint at all. */
    void check() {
        for (String host : hosts) {
            if (!host.matches(NAME)) {
                throw new IamSmartPropertyException(
                        PREFIX + ".hosts contains '" + host + "', which is not one host name.",
                        "Write whole host names without scheme, port, path or wildcard:\n\n"
                                + YamlLines.of(PREFIX + ".hosts", "login.example.gov.hk"));
            }
        }
        if (appRequestsPerMinute < 1) {
            throw new IamSmartPropertyException(
                    PREFIX + ".app-requests-per-minute is " + appRequestsPerMinute + ", so that no app could sign in.",
                    "Write at least 1; to have no such endpoint, define no AppSessionIssuer:\n\n"
                            + YamlLines.of(PREFIX + ".app-requests-per-minute", "10"));
        }
    }
}
