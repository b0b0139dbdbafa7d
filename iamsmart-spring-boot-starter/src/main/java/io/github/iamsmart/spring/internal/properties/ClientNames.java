package io.github.iamsmart.spring.internal.properties;

import io.github.iamsmart.spring.internal.text.NearestName;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Finds the names below {@code iamsmart.clients}, as they are written. */
public final class ClientNames {

    private final Map<String, String> written = new LinkedHashMap<>();
    private final Set<String> known;

    private ClientNames(KnownProperties known) {
        this.known = known.all().stream()
                .map(KnownProperty::name)
                .filter(ClientPrefix::isOfClients)
                .map(name -> NearestName.plain(name.subName(1).toString()))
                .collect(Collectors.toSet());
    }

    /**
     * {@return the names, in the order of the configuration; empty if no client has one}
     *
     * @param environment where properties are set
     */
    public static List<String> in(Environment environment) {
        ClientNames names = new ClientNames(KnownProperties.ofThisJar());
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            if (source instanceof IterableConfigurationPropertySource iterable
                    && !(source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource)) {
                names.add(iterable);
            }
        }
        // Last, since a variable has no hyphens: what a file spells out is the name.
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            if (source instanceof IterableConfigurationPropertySource iterable
                    && source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource) {
                names.addVariables(iterable);
            }
        }
        return List.copyOf(names.all());
    }

    private void add(IterableConfigurationPropertySource source) {
        source.stream().filter(ClientPrefix.ALL::isAncestorOf).forEach(this::add);
    }

    /** A variable may be anybody's: Kubernetes has IAMSMART_CLIENTS_PORT for a service called iamsmart-clients. */
    private void addVariables(IterableConfigurationPropertySource source) {
        int element = ClientPrefix.ALL.getNumberOfElements() + 1;
        source.stream()
                .filter(ClientPrefix.ALL::isAncestorOf)
                .filter(name -> name.getNumberOfElements() > element && isKnown(name.subName(element)))
                .forEach(this::add);
    }

    private boolean isKnown(ConfigurationPropertyName name) {
        String plain = NearestName.plain(name.toString());
        return known.isEmpty() || known.stream().anyMatch(one -> plain.equals(one) || plain.startsWith(one));
    }

    private void add(ConfigurationPropertyName name) {
        String client =
                name.getElement(ClientPrefix.ALL.getNumberOfElements(), ConfigurationPropertyName.Form.ORIGINAL);
        written.putIfAbsent(NearestName.plain(client), client);
    }

    private Collection<String> all() {
        return written.values();
    }
}
