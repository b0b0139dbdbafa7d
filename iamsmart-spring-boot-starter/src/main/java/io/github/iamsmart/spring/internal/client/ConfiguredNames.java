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
import io.github.iamsmart.spring.internal.text.NearestName;
import io.github.iamsmart.spring.internal.text.YamlLines;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;

/** The calls of the gateway and the screens of the app that properties name. */
final class ConfiguredNames {

    private static final Logger log = LoggerFactory.getLogger(ConfiguredNames.class);

    private static final String PATHS = "paths";
    private static final String APP_LINKS = "app-links";

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
            if (apis.containsKey(name)) {
                warnOfSamePath(name, entry);
            }
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

    /** A line that was copied and half changed sends one request where another belongs. */
    private void warnOfSamePath(String name, Map.Entry<String, String> entry) {
        apis.values().stream()
                .filter(api -> !api.name().equals(name))
                .filter(api ->
                        api.defaultPath().filter(entry.getValue()::equals).isPresent())
                .filter(api -> !client.properties().paths().containsKey(api.name()))
                .findFirst()
                .ifPresent(api -> log.warn(
                        "{} is {}, which is the path of {}: the gateway cannot tell the two calls apart. Remove the line,"
                                + " or write the path of {}.",
                        client.property(PATHS + "." + entry.getKey()),
                        entry.getValue(),
                        api.name(),
                        name));
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
                .filter(name -> NearestName.plain(name).equals(NearestName.plain(key)))
                .findFirst()
                .orElse(key);
    }

    /** {@return a failure that names the property, if the client says which setting it complains about} */
    RuntimeException explained(ConfigurationException failure) {
        String setting = failure.setting().orElse("");
        int dot = setting.indexOf('.');
        if (setting.isEmpty()) {
            return failure;
        }
        String property = client.property(
                dot < 0
                        ? DataObjectPropertyName.toDashedForm(setting)
                        : DataObjectPropertyName.toDashedForm(setting.substring(0, dot)) + setting.substring(dot));
        String message = String.valueOf(failure.getMessage());
        return new IamSmartPropertyException(
                message.startsWith(setting + " ")
                        ? property + message.substring(setting.length())
                        : property + ": " + message,
                dot < 0
                        ? "Write it as the Self-Service Portal shows it:\n\n" + YamlLines.of(property, "<copied again>")
                        : "Write one of the names above, or remove the line.",
                failure);
    }
}
