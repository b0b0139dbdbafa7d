package io.github.iamsmart.spring.internal.settings;

import io.github.iamsmart.spring.IamSmartClientRegistry;
import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import io.github.iamsmart.spring.internal.properties.ClientNames;
import io.github.iamsmart.spring.internal.properties.ClientPrefix;
import io.github.iamsmart.spring.internal.properties.DirectLoginProperties;
import io.github.iamsmart.spring.internal.properties.IamSmartProperties;
import io.github.iamsmart.spring.internal.text.MessageText;
import io.github.iamsmart.spring.internal.text.YamlLines;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.core.env.Environment;

/**
 * Reads {@code iamsmart.clients}. What {@code iamsmart.*} says is the default of each client there, but for who it is
 * (id, secret, key pairs) and its path.
 */
public final class NamedClients {

    private static final String NAME = "[a-z0-9-]{1,40}";
    private static final String PATH_PREFIX = "path-prefix";

    private final Environment environment;

    /**
     * Creates it.
     *
     * @param environment where properties are set
     */
    public NamedClients(Environment environment) {
        this.environment = environment;
    }

    /**
     * {@return the names of the clients, in the order of the configuration; empty if {@code iamsmart.*} configures the
     * only one}
     *
     * @throws IamSmartPropertyException if one cannot be the name of a client
     */
    public List<String> names() {
        List<String> names = ClientNames.in(environment);
        names.stream().filter(name -> !name.matches(NAME)).findFirst().ifPresent(name -> {
            String better = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]+", "-");
            throw new IamSmartPropertyException(
                    ClientPrefix.ALL + " has a client called '" + MessageText.oneLine(name)
                            + "': a name has 1 to 40 lower-case letters, digits and hyphens, as it stands in paths.",
                    "Give it another name, for example:\n\n"
                            + YamlLines.of(
                                    new ClientPrefix(better.substring(0, Math.min(better.length(), 40))).text()
                                            + ".client-id",
                                    "<client ID of the Self-Service Portal>"));
        });
        return names;
    }

    /**
     * Refuses what would look like a default and is none.
     *
     * @throws IamSmartPropertyException if {@code iamsmart.*} itself says who a client is
     */
    public void requireNoIdentityAbove() {
        identityAbove().ifPresent(name -> {
            String property = IamSmartProperties.PREFIX + "." + name;
            String first = new ClientPrefix(names().get(0)).text() + "." + name;
            throw new IamSmartPropertyException(
                    property + " is set beside " + ClientPrefix.ALL
                            + ". Who a client is, its id, its secret and its key"
                            + " pairs, is no default: each named client has its own.",
                    "Write it below the client that it belongs to, as " + first + ", and remove " + property
                            + ". An environment variable that sets it is called "
                            + first.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT) + " then.");
        });
    }

    private Optional<String> identityAbove() {
        return ClientPrefix.IDENTITY.stream()
                .filter(name -> isSet(ConfigurationPropertyName.of(IamSmartProperties.PREFIX + "." + name)))
                .findFirst();
    }

    private boolean isSet(ConfigurationPropertyName name) {
        return StreamSupport.stream(
                        ConfigurationPropertySources.get(environment).spliterator(), false)
                .anyMatch(source -> isSet(source, name));
    }

    private static boolean isSet(ConfigurationPropertySource source, ConfigurationPropertyName name) {
        return source.getConfigurationProperty(name) != null
                || source.containsDescendantOf(name) == ConfigurationPropertyState.PRESENT;
    }

    /**
     * {@return a client as it is configured}
     *
     * @param name its name
     */
    public ConfiguredClient client(String name) {
        ClientPrefix prefix = new ClientPrefix(name);
        Binder binder = prefix.binder(environment);
        IamSmartProperties properties = binder.bindOrCreate(prefix.text(), Bindable.of(IamSmartProperties.class));
        boolean own =
                binder.bind(prefix.text() + "." + PATH_PREFIX, String.class).isBound();
        return new ConfiguredClient(
                name, prefix.text(), own ? properties : properties.withPathPrefix(pathPrefix(name)));
    }

    /** The one called "default" keeps the URLs of an application that had one client: they are registered. */
    private String pathPrefix(String name) {
        String above = Binder.get(environment)
                .bind(IamSmartProperties.PREFIX + "." + PATH_PREFIX, String.class)
                .orElse(IamSmartProperties.PATH_PREFIX);
        return name.equals(IamSmartClientRegistry.DEFAULT) ? above : above + "/" + name;
    }

    /**
     * {@return the settings of Direct Login of a client}
     *
     * @param name its name
     */
    public DirectLoginProperties directLogin(String name) {
        ClientPrefix prefix = new ClientPrefix(name);
        return prefix.binder(environment)
                .bindOrCreate(prefix.text() + ".direct-login", Bindable.of(DirectLoginProperties.class));
    }
}
