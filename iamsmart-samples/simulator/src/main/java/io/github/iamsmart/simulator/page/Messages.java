package io.github.iamsmart.simulator.page;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** The texts of the pages: {@code messages_<language>.properties}, UTF-8. */
final class Messages {
    private final Map<Language, Properties> bundles = new EnumMap<>(Language.class);

    Messages() {
        for (Language language : Language.values()) {
            Properties bundle = new Properties();
            try {
                bundle.load(new StringReader(Resources.text("messages_" + language.tag() + ".properties")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            bundles.put(language, bundle);
        }
    }

    String get(Language language, String key) {
        Properties bundle = bundles.get(language);
        String text = bundle == null ? null : bundle.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("The page text " + key + " is missing in " + language.tag() + ".");
        }
        return text;
    }

    Set<String> keys(Language language) {
        Properties bundle = bundles.get(language);
        return bundle == null ? Set.of() : bundle.stringPropertyNames();
    }
}
