package io.github.iamsmart.internal.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The sentences of three UTF-8 files, {@code name.properties} in English, {@code name_zh_HK.properties} and
 * {@code name_zh_CN.properties}, which hold the same keys. {@link java.util.ResourceBundle} is not used because it
 * falls back to the JVM's default locale. Immutable and thread-safe.
 */
public final class UserTexts {
    private final Map<UserLanguage, Map<String, String>> texts = new EnumMap<>(UserLanguage.class);

    private UserTexts(Class<?> owner, String name) {
        for (UserLanguage language : UserLanguage.values()) {
            texts.put(language, read(owner, name + language.fileSuffix() + ".properties"));
        }
        Set<String> keys = keys(UserLanguage.ENGLISH);
        for (UserLanguage language : UserLanguage.values()) {
            if (!keys(language).equals(keys)) {
                throw new IllegalStateException(
                        "The keys of " + name + " in " + language + " are not the English ones");
            }
        }
    }

    /**
     * Reads the three files.
     *
     * @param owner the class whose package contains the files
     * @param name the name of the files without language and extension
     */
    public static UserTexts load(Class<?> owner, String name) {
        return new UserTexts(owner, name);
    }

    /** {@return the sentence in the language {@linkplain UserLanguage#closestTo closest} to {@code locale}} */
    public String text(String key, Locale locale) {
        UserLanguage language = UserLanguage.closestTo(locale);
        String text = of(language).get(key);
        if (text == null) {
            throw new MissingResourceException("No sentence in " + language, UserTexts.class.getName(), key);
        }
        return text;
    }

    /** {@return the keys, in alphabetical order} */
    public Set<String> keys() {
        return keys(UserLanguage.ENGLISH);
    }

    private Set<String> keys(UserLanguage language) {
        return new TreeSet<>(of(language).keySet());
    }

    private Map<String, String> of(UserLanguage language) {
        return Objects.requireNonNull(texts.get(language));
    }

    private static Map<String, String> read(Class<?> owner, String file) {
        Properties properties = new Properties();
        try (InputStream in = owner.getResourceAsStream(file)) {
            if (in == null) {
                throw new MissingResourceException("No such file", owner.getName(), file);
            }
            Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> result = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> result.put(key, properties.getProperty(key)));
        return Map.copyOf(result);
    }
}
