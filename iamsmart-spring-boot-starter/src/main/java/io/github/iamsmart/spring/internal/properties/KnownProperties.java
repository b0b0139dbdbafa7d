package io.github.iamsmart.spring.internal.properties;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/**
 * The properties that this version has, as the metadata of this jar describes them to editors: nothing is listed twice.
 * An application that was packed without the metadata knows none. Immutable.
 */
public final class KnownProperties {

    static final String METADATA = "META-INF/spring-configuration-metadata.json";

    private final Map<ConfigurationPropertyName, KnownProperty> properties;

    private KnownProperties(Map<ConfigurationPropertyName, KnownProperty> properties) {
        this.properties = properties;
    }

    /** {@return the properties of this jar} */
    public static KnownProperties ofThisJar() {
        return OfThisJar.PROPERTIES;
    }

    /** Read once, and not before somebody asks. */
    private static final class OfThisJar {

        static final KnownProperties PROPERTIES = read();
    }

    private static KnownProperties read() {
        try {
            Map<ConfigurationPropertyName, KnownProperty> properties = new TreeMap<>();
            for (URL file : metadata()) {
                properties.putAll(read(file));
            }
            return new KnownProperties(properties);
        } catch (IOException e) {
            throw new UncheckedIOException("The metadata of the configuration cannot be read.", e);
        }
    }

    /** Other jars have a file of this name too: the one beside this class, or all where that cannot be told. */
    private static List<URL> metadata() throws IOException {
        ClassLoader loader = KnownProperties.class.getClassLoader();
        List<URL> all = Collections.list(loader.getResources(METADATA));
        String file = KnownProperties.class.getName().replace('.', '/') + ".class";
        URL self = loader.getResource(file);
        String beside = self == null ? "" : self.toString().replace(file, METADATA);
        List<URL> ours =
                all.stream().filter(one -> one.toString().equals(beside)).toList();
        return ours.isEmpty() ? all : ours;
    }

    private static Map<ConfigurationPropertyName, KnownProperty> read(URL file) throws IOException {
        URLConnection connection = file.openConnection();
        connection.setUseCaches(false); // an open jar cannot be replaced on Windows
        try (InputStream stream = connection.getInputStream()) {
            return of(new ObjectMapper().readTree(stream));
        }
    }

    private static Map<ConfigurationPropertyName, KnownProperty> of(JsonNode metadata) {
        Map<String, List<String>> values = new HashMap<>();
        for (JsonNode hint : metadata.path("hints")) {
            values.put(
                    hint.path("name").asText().replaceFirst("\\.keys$", ""),
                    hint.path("values").findValuesAsText("value"));
        }
        Map<ConfigurationPropertyName, KnownProperty> properties = new HashMap<>();
        for (JsonNode property : metadata.path("properties")) {
            String text = property.path("name").asText();
            ConfigurationPropertyName name = ConfigurationPropertyName.of(text);
            if (isOurs(name)) {
                properties.put(
                        name,
                        new KnownProperty(
                                name,
                                property.path("type").asText(),
                                written(property.path("defaultValue")),
                                List.copyOf(values.getOrDefault(text, List.of()))));
            }
        }
        return properties;
    }

    private static boolean isOurs(ConfigurationPropertyName name) {
        return ConfigurationPropertyName.of(IamSmartProperties.PREFIX).isAncestorOf(name);
    }

    private static String written(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(", "))
                : value.asText();
    }

    /**
     * {@return these, and in place of the map of clients the properties of each}
     *
     * @param clients the names of the clients
     */
    public KnownProperties with(List<String> clients) {
        if (clients.isEmpty()) {
            return this;
        }
        Map<ConfigurationPropertyName, KnownProperty> all = new TreeMap<>(properties);
        all.remove(ClientPrefix.ALL);
        for (KnownProperty property : properties.values()) {
            if (ClientPrefix.isOfClients(property.name())) {
                clients.stream().map(ClientPrefix::new).map(property::of).forEach(one -> all.put(one.name(), one));
            }
        }
        return new KnownProperties(all);
    }

    /** {@return all of them} */
    public Collection<KnownProperty> all() {
        return properties.values();
    }

    /**
     * {@return the property with this name}
     *
     * @param name in any of its spellings
     */
    public Optional<KnownProperty> find(ConfigurationPropertyName name) {
        return Optional.ofNullable(properties.get(name));
    }

    /**
     * {@return the names directly below a name}
     *
     * @param group for example {@code iamsmart.kek}
     */
    public List<String> below(ConfigurationPropertyName group) {
        List<String> names = new ArrayList<>();
        for (ConfigurationPropertyName name : properties.keySet()) {
            if (group.isAncestorOf(name)) {
                String next = name.getElement(group.getNumberOfElements(), ConfigurationPropertyName.Form.DASHED);
                if (!names.contains(next)) {
                    names.add(next);
                }
            }
        }
        return names;
    }
}
