package io.github.iamsmart.spring.internal.client;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.device.AppLink;
import io.github.iamsmart.device.Screen;
import io.github.iamsmart.environment.Api;
import io.github.iamsmart.environment.ApiPaths;
import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.requests.RequestKind;
import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import io.github.iamsmart.spring.internal.settings.ConfiguredClient;
import io.github.iamsmart.spring.internal.text.YamlLines;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The calls of the gateway and the screens of the app that properties name. */
final class ConfiguredNames {

    private static final String PATHS = "paths";
    private static final String APP_LINKS = "app-links";
    private static final String BUSINESS_ID = "business-id-in-get-result";

    /** The client's message quotes the unknown name before any other. */
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");

    private final ConfiguredClient client;
    private final List<RequestKind<?>> kinds;
    private final Map<String, Api> apis = new TreeMap<>();

    ConfiguredNames(ConfiguredClient client, List<RequestKind<?>> kinds) {
        this.client = client;
        this.kinds = List.copyOf(kinds);
        IamSmartClient.apis().forEach(api -> apis.put(api.name(), api));
        kinds.forEach(kind -> kind.apis().forEach(api -> apis.put(api.name(), api)));
    }

    ApiPaths paths() {
        ApiPaths paths = ApiPaths.DEFAULTS;
        for (Map.Entry<String, String> entry : client.properties().paths().entrySet()) {
            String name = canonical(entry.getKey(), apis.keySet());
            try {
                paths = paths.with(name, entry.getValue());
            } catch (ConfigurationException e) {
                String property = client.property(PATHS + "." + entry.getKey());
                Api api = apis.get(name);
                String example =
                        Optional.ofNullable(api).flatMap(Api::defaultPath).orElse("/api/v1/example");
                throw new IamSmartPropertyException(
                        property + " is '" + entry.getValue() + "', which is not a path.",
                        "Write the path below the base URL, from a slash on:\n\n" + YamlLines.of(property, example));
            }
        }
        return paths;
    }

    AppLink appLinks(String scheme) {
        AppLink links = AppLink.forScheme(scheme);
        for (Map.Entry<String, String> entry : client.properties().appLinks().entrySet()) {
            try {
                links = links.with(canonical(entry.getKey(), screens()), entry.getValue());
            } catch (ConfigurationException e) {
                String property = client.property(APP_LINKS + "." + entry.getKey());
                throw new IamSmartPropertyException(
                        property + " is '" + entry.getValue() + "', which is not the name of a screen.",
                        "Write what stands between '://' and '?' in the link, for example:\n\n"
                                + YamlLines.of(property, "pdf-sign"));
            }
        }
        return links;
    }

    Map<String, Boolean> businessIdInGetResult() {
        Map<String, Boolean> kindsByName = new TreeMap<>();
        client.properties()
                .businessIdInGetResult()
                .forEach((key, sent) -> kindsByName.put(canonical(key, apis.keySet()), sent));
        return kindsByName;
    }

    /** A screen has the name of its kind, and so has the call that sends a request of this kind. */
    private Set<String> screens() {
        Set<String> names = new TreeSet<>(apis.keySet());
        Screen.OF_THE_CLIENT.forEach(screen -> names.add(screen.name()));
        kinds.forEach(kind -> names.add(kind.screen().name()));
        return names;
    }

    /** An environment variable cannot write hyphens: {@code IAMSMART_PATHS_GETTOKEN} means get-token. */
    private static String canonical(String key, Set<String> known) {
        return known.stream()
                .filter(name -> plain(name).equals(plain(key)))
                .findFirst()
                .orElse(key);
    }

    private static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }

    /** {@return a failure that names the property, if one of these properties is what the client complains about} */
    RuntimeException explained(ConfigurationException failure) {
        String message = String.valueOf(failure.getMessage());
        Matcher quoted = QUOTED.matcher(message);
        String name = quoted.find() ? quoted.group(1) : "";
        Map<String, Map<String, ?>> groups = Map.of(
                PATHS,
                client.properties().paths(),
                APP_LINKS,
                client.properties().appLinks(),
                BUSINESS_ID,
                client.properties().businessIdInGetResult());
        for (Map.Entry<String, Map<String, ?>> group : groups.entrySet()) {
            if (group.getValue().containsKey(name) && message.contains("iamsmart." + group.getKey() + ")")) {
                return new IamSmartPropertyException(
                        client.property(group.getKey() + "." + name) + ": " + message,
                        "Write one of the names above, or remove the line.",
                        failure);
            }
        }
        return failure;
    }
}
