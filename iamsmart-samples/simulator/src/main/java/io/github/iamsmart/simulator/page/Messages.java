package io.github.iamsmart.simulator.page;

import io.github.iamsmart.simulator.request.FlowDeclaration;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * The texts of the pages: {@code messages_<language>.properties}, UTF-8, here for all pages and in each flow's package
 * for that flow.
 */
final class Messages {
    private final Map<Language, Map<String, String>> texts = new EnumMap<>(Language.class);

    /** Reads and checks all texts, so that a text that is missing stops the start. */
    Messages(Collection<FlowDeclaration> flows, Class<?>... others) {
        Map<String, Class<?>> homes = new HashMap<>();
        homes.put(Messages.class.getPackageName(), Messages.class);
        for (Class<?> other : others) {
            homes.put(other.getPackageName(), other);
        }
        flows.forEach(flow -> homes.put(flow.home().getPackageName(), flow.home()));
        for (Language language : Language.values()) {
            texts.put(language, new HashMap<>());
            homes.values().forEach(home -> read(home, language));
        }
        for (Language language : Language.values()) {
            flows.forEach(flow -> flow.textKeys().forEach(key -> get(language, key)));
        }
    }

    String get(Language language, String key) {
        String text = in(language).get(key);
        if (text == null) {
            throw new IllegalArgumentException("The page text " + key + " is missing in " + language.tag() + ".");
        }
        return text;
    }

    private void read(Class<?> home, Language language) {
        String name = "messages_" + language.tag() + ".properties";
        Properties file = new Properties();
        try {
            file.load(new StringReader(Resources.text(home, name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (String key : file.stringPropertyNames()) {
            if (in(language).put(key, file.getProperty(key)) != null) {
                throw new IllegalArgumentException(
                        "The page text " + key + " of " + home.getPackageName() + " exists already elsewhere.");
            }
        }
    }

    private Map<String, String> in(Language language) {
        return texts.getOrDefault(language, Map.of());
    }
}
