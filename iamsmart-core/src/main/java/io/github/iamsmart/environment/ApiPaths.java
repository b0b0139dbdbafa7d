package io.github.iamsmart.environment;

import io.github.iamsmart.error.ConfigurationException;
import java.util.EnumMap;
import java.util.Map;

/**
 * Where each API is below the base URL. Public sources do not agree on every path, so every one can be replaced.
 *
 * <p>Immutable and thread-safe.
 */
public final class ApiPaths {

    /** The paths that public sources show. */
    public static final ApiPaths DEFAULTS = new ApiPaths(Map.of());

    private final Map<Api, String> replaced;

    private ApiPaths(Map<Api, String> replaced) {
        this.replaced = replaced.isEmpty() ? new EnumMap<>(Api.class) : new EnumMap<>(replaced);
    }

    /**
     * Returns the path of an API.
     *
     * @param api the API
     * @return the path, beginning with a slash
     * @throws ConfigurationException if the API has no publicly known path and none is configured
     */
    public String path(Api api) {
        String path = replaced.get(api);
        return path != null
                ? path
                : api.defaultPath()
                        .orElseThrow(() -> new ConfigurationException("No public source tells the path of " + api
                                + ": take it from your API specification and set it with ApiPaths.with(Api." + api
                                + ", \"/…\") or the property iamsmart.paths." + api.propertyName() + "."));
    }

    /**
     * Returns these paths with one replaced.
     *
     * @param api the API
     * @param path the path below the base URL, with its prefix, for example {@code /api/v2/auth/getToken}
     * @return a copy
     * @throws ConfigurationException if the path does not begin with a slash or is more than a path
     */
    public ApiPaths with(Api api, String path) {
        if (!path.matches("/[\\w.~/-]*")) {
            throw new ConfigurationException("The path '" + path + "' of " + api
                    + " must begin with a slash and have no query: it stands below the base URL.");
        }
        ApiPaths copy = new ApiPaths(replaced);
        copy.replaced.put(api, path);
        return copy;
    }

    @Override
    public String toString() {
        return "ApiPaths" + replaced;
    }
}
