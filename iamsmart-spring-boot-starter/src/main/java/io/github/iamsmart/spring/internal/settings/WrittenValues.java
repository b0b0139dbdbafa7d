package io.github.iamsmart.spring.internal.settings;

import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import io.github.iamsmart.spring.internal.properties.ClientNames;
import io.github.iamsmart.spring.internal.properties.KnownProperties;
import io.github.iamsmart.spring.internal.properties.KnownProperty;
import io.github.iamsmart.spring.internal.text.YamlLines;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.Environment;

/**
 * Compares what texts are with what was written: a placeholder for which nothing has a value, and what YAML takes for a
 * number or a boolean and changes. Properties of other types are not texts: binding refuses them.
 */
public final class WrittenValues {

    private static final String PLACEHOLDER = "${";

    private final Environment environment;
    private final KnownProperties known;

    /**
     * Creates it.
     *
     * @param environment where properties are set
     * @param known the properties that this version has
     */
    public WrittenValues(Environment environment, KnownProperties known) {
        this.environment = environment;
        this.known = known.with(ClientNames.in(environment));
    }

    /**
     * Checks all texts.
     *
     * @throws IamSmartPropertyException if one is not what was meant
     */
    public void check() {
        Map<String, String> unresolved = new LinkedHashMap<>();
        for (KnownProperty property : known.all()) {
            for (ConfigurationProperty set : set(property)) {
                requireAsWritten(property, set);
                String text = environment.resolvePlaceholders(String.valueOf(set.getValue()));
                if (isUnresolved(property, text)) {
                    unresolved.put(set.getName().toString(), text);
                }
            }
        }
        if (!unresolved.isEmpty()) {
            throw unresolved(unresolved);
        }
    }

    /** {@return what is set: of a text one value at most, of a list of texts the whole or each of its elements} */
    private List<ConfigurationProperty> set(KnownProperty property) {
        if (!property.isText() && !property.isListOfTexts()) {
            return List.of();
        }
        List<ConfigurationProperty> all = new ArrayList<>();
        ConfigurationProperty whole = set(property.name());
        if (whole != null) {
            all.add(whole);
        }
        for (int i = 0; property.isListOfTexts(); i++) {
            ConfigurationProperty element = set(property.name().append("[" + i + "]"));
            if (element == null) {
                break;
            }
            all.add(element);
        }
        return all;
    }

    private @Nullable ConfigurationProperty set(ConfigurationPropertyName name) {
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            ConfigurationProperty set = source.getConfigurationProperty(name);
            if (set != null) {
                return set;
            }
        }
        return null;
    }

    /** A password may contain the characters of a placeholder. */
    private static boolean isUnresolved(KnownProperty property, String text) {
        return isSecret(property)
                ? text.startsWith(PLACEHOLDER) && text.endsWith("}")
                : text.contains(PLACEHOLDER) && text.indexOf('}', text.indexOf(PLACEHOLDER)) > 0;
    }

    private static boolean isSecret(KnownProperty property) {
        String name = property.name().toString();
        return name.endsWith("password") || name.endsWith("secret");
    }

    private static IamSmartPropertyException unresolved(Map<String, String> values) {
        List<String> variables =
                values.values().stream().map(WrittenValues::variable).distinct().toList();
        return new IamSmartPropertyException(
                values.entrySet().stream()
                                .map(one -> one.getKey() + " is " + one.getValue())
                                .collect(Collectors.joining(", and "))
                        + ", and nothing has a value of "
                        + (variables.size() == 1 ? "that name." : "these names."),
                "Set the environment variable" + (variables.size() == 1 ? " " : "s ") + String.join(" and ", variables)
                        + " before the application starts, or write the value in place of the placeholder.");
    }

    private static String variable(String text) {
        String name = text.substring(text.indexOf(PLACEHOLDER) + PLACEHOLDER.length());
        return name.split("[:}]", 2)[0];
    }

    /** YAML makes 83 of 0123, 100000.0 of 1e5, and true of yes. */
    private static void requireAsWritten(KnownProperty property, ConfigurationProperty set) {
        Object value = set.getValue();
        if (value instanceof Number || value instanceof Boolean) {
            String written = written(set.getOrigin());
            if (written != null && !written.equals(String.valueOf(value))) {
                String kind = value instanceof Boolean ? "a boolean" : "a number";
                String name = property.name().toString();
                throw new IamSmartPropertyException(
                        "YAML takes the value of " + name + " (" + set.getOrigin() + ") for " + kind
                                + " and changes it.",
                        "Put it in quotes:\n\n"
                                + YamlLines.of(new TreeMap<>(
                                        Map.of(name, isSecret(property) ? "\"…\"" : '"' + written + '"'))));
            }
        }
    }

    /** {@return the word at a place of a file, if it can be read again} */
    private static @Nullable String written(@Nullable Origin origin) {
        Origin inFile = origin instanceof PropertySourceOrigin outer ? outer.getOrigin() : origin;
        if (!(inFile instanceof TextResourceOrigin place)
                || place.getResource() == null
                || place.getLocation() == null) {
            return null;
        }
        try (InputStream stream = place.getResource().getInputStream()) {
            String line = new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(place.getLocation().getLine())
                    .findFirst()
                    .orElse("");
            String rest = line.substring(Math.min(place.getLocation().getColumn(), line.length()));
            return rest.split("\\s|[,}\\]]", 2)[0];
        } catch (IOException e) {
            return null;
        }
    }
}
