package io.github.iamsmart.spring.internal.properties;

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
@ConfigurationProperties(DirectLoginProperties.PREFIX)
public record DirectLoginProperties(
        @DefaultValue("false") boolean v1,
        @DefaultValue("true") boolean v2,
        @DefaultValue Set<String> hosts,
        @DefaultValue("10") int appRequestsPerMinute) {

    /** Where the settings begin. */
    public static final String PREFIX = IamSmartProperties.PREFIX + ".direct-login";

    /**
     * Keeps a copy.
     *
     * @param v1 whether the get-state address of Direct Login v1 is there
     * @param v2 whether the callback of Direct Login v2 is there
     * @param hosts further host names
     * @param appRequestsPerMinute how often an address may try
     */
    public DirectLoginProperties {
        hosts = Set.copyOf(hosts);
    }
}
