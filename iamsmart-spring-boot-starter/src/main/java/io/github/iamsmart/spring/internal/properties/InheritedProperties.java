package io.github.iamsmart.spring.internal.properties;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;

/**
 * What {@code iamsmart.*} says, as if it were said below the prefix of a named client: its defaults. Who the client is
 * (id, secret, key pairs) is not inherited, and nor is its path.
 */
class InheritedProperties implements ConfigurationPropertySource {

    private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of(IamSmartProperties.PREFIX);

    /** What is each client's own: the properties, and what stands below them. */
    private static final List<ConfigurationPropertyName> OWN = Stream.concat(
                    ClientPrefix.IDENTITY.stream(), Stream.of(ClientPrefix.CLIENTS, "path-prefix"))
            .map(ROOT::append)
            .toList();

    private final ConfigurationPropertySource source;
    final ConfigurationPropertyName prefix;

    private InheritedProperties(ConfigurationPropertySource source, ConfigurationPropertyName prefix) {
        this.source = source;
        this.prefix = prefix;
    }

    /** {@return the defaults that a source has for a client} */
    static ConfigurationPropertySource of(ConfigurationPropertySource source, ConfigurationPropertyName prefix) {
        return source instanceof IterableConfigurationPropertySource names
                ? new Enumerated(names, prefix)
                : new InheritedProperties(source, prefix);
    }

    /** {@return the name of the default; {@code null} if there is none} */
    final @Nullable ConfigurationPropertyName inherited(ConfigurationPropertyName name) {
        if (!prefix.isAncestorOf(name)) {
            return null;
        }
        ConfigurationPropertyName above = ROOT.append(name.subName(prefix.getNumberOfElements()));
        return isOwn(above) ? null : above;
    }

    private static boolean isOwn(ConfigurationPropertyName name) {
        return OWN.stream().anyMatch(own -> own.equals(name) || own.isAncestorOf(name));
    }

    final boolean isInherited(ConfigurationPropertyName name) {
        return ROOT.isAncestorOf(name) && !isOwn(name);
    }

    @Override
    public @Nullable ConfigurationProperty getConfigurationProperty(@Nullable ConfigurationPropertyName name) {
        ConfigurationPropertyName above = name == null ? null : inherited(name);
        return above == null ? null : source.getConfigurationProperty(above);
    }

    @Override
    public ConfigurationPropertyState containsDescendantOf(ConfigurationPropertyName name) {
        if (name.equals(prefix) || name.isAncestorOf(prefix)) {
            return ConfigurationPropertyState.UNKNOWN;
        }
        ConfigurationPropertyName above = inherited(name);
        return above == null ? ConfigurationPropertyState.ABSENT : source.containsDescendantOf(above);
    }

    @Override
    public @Nullable Object getUnderlyingSource() {
        return source.getUnderlyingSource();
    }

    /** Of a source that knows its names. */
    private static final class Enumerated extends InheritedProperties implements IterableConfigurationPropertySource {

        private final IterableConfigurationPropertySource names;

        Enumerated(IterableConfigurationPropertySource names, ConfigurationPropertyName prefix) {
            super(names, prefix);
            this.names = names;
        }

        @Override
        public Stream<ConfigurationPropertyName> stream() {
            return names.stream()
                    .filter(this::isInherited)
                    .map(name -> prefix.append(name.subName(ROOT.getNumberOfElements())));
        }

        @Override
        public ConfigurationPropertyState containsDescendantOf(ConfigurationPropertyName name) {
            return stream().anyMatch(name::isAncestorOf)
                    ? ConfigurationPropertyState.PRESENT
                    : ConfigurationPropertyState.ABSENT;
        }
    }
}
