package io.github.iamsmart.spring.internal.client;

import io.github.iamsmart.spring.internal.properties.IamSmartProperties;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The properties that, beside its id, only a client of a gateway has. One of them is enough to rule out the simulator
 * inside the application.
 */
final class RealClientProperties {

    private static final Map<String, Function<IamSmartProperties, @Nullable String>> READERS = new LinkedHashMap<>();

    static {
        READERS.put("base-url", IamSmartProperties::baseUrl);
        READERS.put("browser-base-url", IamSmartProperties::browserBaseUrl);
        READERS.put("client-secret", IamSmartProperties::clientSecret);
        READERS.put("client-secret-file", IamSmartProperties::clientSecretFile);
        READERS.put("kek.location", properties -> properties.kek().location());
        READERS.put("kek.bundle", properties -> properties.kek().bundle());
        READERS.put("kek.key-bean", properties -> properties.kek().keyBean());
        READERS.put("kek.password", properties -> properties.kek().password());
        READERS.put("kek.password-file", properties -> properties.kek().passwordFile());
        READERS.put(
                "previous-kek.location", properties -> properties.previousKek().location());
        READERS.put(
                "previous-kek.bundle", properties -> properties.previousKek().bundle());
        READERS.put(
                "previous-kek.key-bean", properties -> properties.previousKek().keyBean());
        READERS.put(
                "previous-kek.password", properties -> properties.previousKek().password());
    }

    private RealClientProperties() {}

    /** {@return their names, without a prefix} */
    static Set<String> names() {
        return READERS.keySet();
    }

    /** {@return the name of the first that is set} */
    static Optional<String> firstIn(IamSmartProperties properties) {
        return READERS.entrySet().stream()
                .filter(reader -> ConnectionSettings.isSet(reader.getValue().apply(properties)))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
