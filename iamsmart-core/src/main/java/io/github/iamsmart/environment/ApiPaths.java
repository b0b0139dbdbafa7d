package io.github.iamsmart.environment;

import io.github.iamsmart.error.ConfigurationException;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The path of each call below the base URL. Public sources do not agree on every path, so each one can be replaced.
 *
 * <p>Immutable and thread-safe.
 */
public final class ApiPaths {

    /** The paths that public sources show. */
    public static final ApiPaths DEFAULTS = new ApiPaths(Map.of());

    private final SortedMap<String, String> replaced;

    private ApiPaths(Map<String, String> replaced) {
        this.replaced = new TreeMap<>(replaced);
    }

    /**
     * {@return the path of a call, beginning with a slash}
     *
     * @param api the call
     * @throws ConfigurationException if no public source shows the path and none is configured
     */
    public String path(Api api) {
        String path = replaced.get(api.name());
        return path != null
                ? path
                : api.defaultPath()
                        .orElseThrow(() -> new ConfigurationException("No public source shows the path of " + api
                                + ": take it from your API specification and set it with ApiPaths.with(\"" + api
                                + "\", \"/…\") or the property iamsmart.paths." + api + "."));
    }

    /**
     * {@return a copy with one path replaced}
     *
     * @param api the call
     * @param path the path below the base URL, with its prefix, for example {@code /api/v2/auth/getToken}
     * @throws ConfigurationException if the path does not begin with a slash or is more than a path
     */
    public ApiPaths with(Api api, String path) {
        return with(api.name(), path);
    }

    /**
     * {@return a copy with one path replaced}
     *
     * @param api the {@linkplain Api#name() name} of the call; building the client fails if it does not know the name
     * @param path the path below the base URL, with its prefix
     * @throws ConfigurationException if the path does not begin with a slash or is more than a path
     */
    public ApiPaths with(String api, String path) {
        ApiPaths copy = new ApiPaths(replaced);
        copy.replaced.put(api, Api.requirePath(api, path));
        return copy;
    }

    /** {@return the names of the calls whose path is replaced} */
    public Set<String> replaced() {
        return Set.copyOf(replaced.keySet());
    }

    @Override
    public String toString() {
        return "ApiPaths" + replaced;
    }
}
