package io.github.iamsmart.environment;

import io.github.iamsmart.error.ConfigurationException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A call of the gateway: its name in configuration, and the path that public sources show. The calls of a flow belong
 * to its {@code RequestKind}; the constants here belong to no flow.
 *
 * @param name in kebab case, for example {@code get-token}: the key below {@code iamsmart.paths}
 * @param defaultPath the path below the base URL, with its prefix; empty where no public source shows one
 */
public record Api(String name, Optional<String> defaultPath) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*+(?:-[a-z0-9]++)*+");
    private static final Pattern PATH = Pattern.compile("/[\\w.~/-]*");

    /** The page that starts a sign-in in the browser [D] [W]. */
    public static final Api GET_QR = of("get-qr", "/api/v1/auth/getQR");

    /** Exchanges an authorization code for an access token [D] [W]. */
    public static final Api GET_TOKEN = of("get-token", "/api/v1/auth/getToken");

    /** Fetches the content encryption key [D] [W]. */
    public static final Api GET_KEY = of("get-key", "/api/v1/security/getKey");

    /** Revokes the content encryption key [D] [W]. */
    public static final Api REVOKE_KEY = of("revoke-key", "/api/v1/security/revokeKey");

    /** The calls that belong to no kind of request. */
    public static final List<Api> OF_THE_CLIENT = List.of(GET_QR, GET_TOKEN, GET_KEY, REVOKE_KEY);

    /**
     * Checks the name and the path.
     *
     * @param name in kebab case
     * @param defaultPath a path, if one is known
     * @throws ConfigurationException if the name is not in kebab case, or the path is more than a path
     */
    public Api {
        if (!NAME.matcher(name).matches()) {
            throw new ConfigurationException(
                    "'" + name + "' cannot be the name of a call or of a kind of request: write"
                            + " lower-case words with hyphens, such as get-token.");
        }
        defaultPath.ifPresent(path -> requirePath(name, path));
    }

    /**
     * Declares a call whose path is known.
     *
     * @param name in kebab case
     * @param path the path below the base URL, with its prefix, for example {@code /api/v1/auth/getToken}
     * @return the call
     * @throws ConfigurationException if the name is not in kebab case, or the path is more than a path
     */
    public static Api of(String name, String path) {
        return new Api(name, Optional.of(path));
    }

    /**
     * Declares a call whose path must be configured.
     *
     * @param name in kebab case
     * @return the call
     * @throws ConfigurationException if the name is not in kebab case
     */
    public static Api of(String name) {
        return new Api(name, Optional.empty());
    }

    /** The path is appended to the base URL: anything but a path could lead to another host. */
    static String requirePath(String name, String path) {
        if (!PATH.matcher(path).matches()) {
            throw new ConfigurationException("The path '" + path + "' of " + name
                    + " must begin with a slash and have no query: it is appended to the base URL.");
        }
        return path;
    }

    /** {@return the name} */
    @Override
    public String toString() {
        return name;
    }
}
