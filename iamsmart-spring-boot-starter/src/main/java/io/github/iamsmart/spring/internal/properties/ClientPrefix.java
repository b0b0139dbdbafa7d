package io.github.iamsmart.spring.internal.properties;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.Environment;

/**
 * Where the properties of a named client are.
 *
 * @param client its name
 */
public record ClientPrefix(String client) {

    /** The name of the map of clients, below {@code iamsmart}. */
    public static final String CLIENTS = "clients";

    /** Where the named clients are. */
    public static final ConfigurationPropertyName ALL =
            ConfigurationPropertyName.of(IamSmartProperties.PREFIX + "." + CLIENTS);

    /** What says who a client is, and is never a default for others. */
    public static final List<String> IDENTITY =
            List.of("client-id", "client-secret", "client-secret-file", "kek", "previous-kek");

    /** What there is once in an application, whatever the number of clients. */
    private static final List<String> OF_THE_APPLICATION =
            List.of("app-association", CLIENTS, "enabled", "pages", "simulator");

    /** {@return the prefix} */
    public String text() {
        return ALL + "." + client;
    }

    /**
     * {@return the name of a default as a property of this client}
     *
     * @param name of a property of {@code iamsmart.*}
     */
    public ConfigurationPropertyName of(ConfigurationPropertyName name) {
        return ConfigurationPropertyName.of(text()).append(name.subName(1));
    }

    /**
     * {@return whether each client may have this property}
     *
     * @param name of a property of {@code iamsmart.*}
     */
    public static boolean isOfClients(ConfigurationPropertyName name) {
        return !OF_THE_APPLICATION.contains(name.getElement(1, ConfigurationPropertyName.Form.DASHED));
    }

    /**
     * {@return what binds the properties of this client, over the defaults in {@code iamsmart.*}} Maps are merged by
     * their keys.
     *
     * @param environment where properties are set
     */
    public Binder binder(Environment environment) {
        ConfigurationPropertyName prefix = ConfigurationPropertyName.of(text());
        List<ConfigurationPropertySource> all = sources(environment);
        List<ConfigurationPropertySource> layers = Stream.concat(
                        // A line that ends after the client's name says that it exists, and nothing of it.
                        all.stream().map(source -> source.filter(name -> !name.equals(prefix))),
                        all.stream().map(source -> InheritedProperties.of(source, prefix)))
                .toList();
        return new Binder(layers, new PropertySourcesPlaceholdersResolver(environment));
    }

    private static List<ConfigurationPropertySource> sources(Environment environment) {
        return Stream.of(ConfigurationPropertySources.get(environment))
                .flatMap(sources -> {
                    Stream.Builder<ConfigurationPropertySource> all = Stream.builder();
                    sources.forEach(all::add);
                    return all.build();
                })
                .toList();
    }
}
