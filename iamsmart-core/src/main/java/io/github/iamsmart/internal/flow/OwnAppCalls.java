package io.github.iamsmart.internal.flow;

import io.github.iamsmart.environment.Api;
import io.github.iamsmart.error.ConfigurationException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the calls of a service are that is itself an app on the user's phone [?]: below another prefix than those of a
 * website.
 *
 * @param prefix what takes the place of {@code /api/v1}; {@code null} if the service has none
 */
public record OwnAppCalls(@Nullable String prefix) {

    /** For a service that is a website. */
    public static final OwnAppCalls OFF = new OwnAppCalls(null);

    private static final String USUAL_PREFIX = "/api/v1/";

    /** Checks the prefix as a path is checked. */
    public OwnAppCalls {
        if (prefix != null) {
            Api.of("own-app-path-prefix", prefix);
            if (prefix.endsWith("/")) {
                throw new ConfigurationException("The prefix '" + prefix
                        + "' of the calls of the service's own app must not end with a slash: write, for example,"
                        + " /api/appv1.");
            }
        }
    }

    /**
     * Refuses what only a service with an app of its own may do.
     *
     * @return the prefix
     */
    public String required() {
        if (prefix == null) {
            throw new ConfigurationException("An AppReturn brings the user back to the service's own app. The calls and"
                    + " links for that are a guess, and off: if your specification has them, turn them on with"
                    + " IamSmartClientBuilder.ownAppPathPrefix(\"/api/appv1\") or the property"
                    + " iamsmart.own-app-path-prefix.");
        }
        return prefix;
    }

    /**
     * {@return the path of a call for such a service, if this is one and its path is known}
     *
     * @param path the path of the call for a website
     */
    public Optional<String> find(String path) {
        return prefix == null || !path.startsWith(USUAL_PREFIX) ? Optional.empty() : Optional.of(path(path));
    }

    /**
     * {@return the path of a call for such a service}
     *
     * @param path the path of the call for a website
     */
    String path(String path) {
        String own = required();
        if (!path.startsWith(USUAL_PREFIX)) {
            throw new ConfigurationException("The path '" + path + "' does not begin with " + USUAL_PREFIX
                    + ", so the one for the service's own app is not known: replace no path of a call that takes an"
                    + " AppReturn.");
        }
        return own + path.substring(USUAL_PREFIX.length() - 1);
    }
}
