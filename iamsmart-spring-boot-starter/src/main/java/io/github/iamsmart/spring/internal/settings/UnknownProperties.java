package io.github.iamsmart.spring.internal.settings;

import io.github.iamsmart.spring.internal.properties.ClientNames;
import io.github.iamsmart.spring.internal.properties.ClientPrefix;
import io.github.iamsmart.spring.internal.properties.IamSmartProperties;
import io.github.iamsmart.spring.internal.properties.KnownProperties;
import io.github.iamsmart.spring.internal.properties.KnownProperty;
import io.github.iamsmart.spring.internal.text.MessageText;
import io.github.iamsmart.spring.internal.text.NearestName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Warns of properties that nobody reads: a typing error has no effect, and nobody would notice. No more than a warning,
 * as a configuration may serve several versions. A post-processor, so that it speaks before a start fails.
 */
public final class UnknownProperties implements BeanFactoryPostProcessor {

    private static final Logger log = LoggerFactory.getLogger(UnknownProperties.class);

    private static final ConfigurationPropertyName PREFIX = ConfigurationPropertyName.of(IamSmartProperties.PREFIX);
    private static final String VARIABLE_PREFIX = "IAMSMART_";
    private static final int MOST_WARNINGS = 20;

    private final Environment environment;
    private final KnownProperties known;
    private final Set<String> warnings = new TreeSet<>();

    /**
     * Creates it.
     *
     * @param environment where properties are set
     * @param known the properties that this version has; none if that cannot be told
     */
    public UnknownProperties(Environment environment, KnownProperties known) {
        this.environment = environment;
        this.known = known.with(ClientNames.in(environment));
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
        if (known.all().isEmpty()) {
            return;
        }
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            if (source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource variables) {
                for (String name : variables.getPropertyNames()) {
                    checkVariable(name);
                }
            } else if (source instanceof IterableConfigurationPropertySource names) {
                names.stream().filter(PREFIX::isAncestorOf).forEach(name -> check(name, names));
            }
        }
        warnings.stream().limit(MOST_WARNINGS).forEach(log::warn);
    }

    /** A variable may be anybody's, such as those of a service in Kubernetes: only one that is nearly ours is told. */
    private void checkVariable(String name) {
        String variable = name.toUpperCase(Locale.ROOT);
        if (!variable.startsWith(VARIABLE_PREFIX)) {
            return;
        }
        String plain = NearestName.plain(name.replaceAll("_[0-9]+(?=_|$)", ""));
        boolean used = known.all().stream().anyMatch(property -> {
            String plainName = NearestName.plain(property.name().toString());
            return plainName.equals(plain) || ((property.isMap() || property.isList()) && plain.startsWith(plainName));
        });
        if (!used && !RenamedProperties.knows(plain)) {
            nearestBelowThePrefix(name)
                    .ifPresent(nearest -> warn("The environment variable " + name, unknown(variable(nearest))));
        }
    }

    private static String variable(String property) {
        return property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private void check(ConfigurationPropertyName name, ConfigurationPropertySource source) {
        if (RenamedProperties.knows(NearestName.plain(name.toString()))) {
            return;
        }
        List<String> below = known.below(name);
        if (!below.isEmpty() && isNameOfAClient(name)) {
            return;
        }
        if (!below.isEmpty()) {
            warn(
                    name,
                    source,
                    "is a group of properties, and its own value has no effect: write below it what is meant of "
                            + String.join(", ", below) + ".");
            return;
        }
        ConfigurationPropertyName parent = name;
        while (parent.getNumberOfElements() > PREFIX.getNumberOfElements()) {
            Optional<KnownProperty> property = known.find(parent);
            if (property.isPresent()) {
                checkElement(name, property.get(), source);
                return;
            }
            parent = parent.getParent();
        }
        warn(name, source, unknown(nearest(name)));
    }

    /** A line that ends after it is enough for a client that takes all from the defaults. */
    private static boolean isNameOfAClient(ConfigurationPropertyName name) {
        return ClientPrefix.ALL.isParentOf(name);
    }

    /** A list of groups has names of its own after the number. */
    private void checkElement(ConfigurationPropertyName name, KnownProperty list, ConfigurationPropertySource source) {
        if (!list.isList() && !list.isMap() && !list.name().equals(name)) {
            warn(list.name(), source, "has one value: what stands below it, or a list, has no effect.");
            return;
        }
        int element = list.name().getNumberOfElements() + 1;
        List<String> names = list.namesOfAnElement();
        if (names.isEmpty() || name.getNumberOfElements() <= element) {
            return;
        }
        String used = name.getElement(element, ConfigurationPropertyName.Form.UNIFORM);
        if (names.stream().noneMatch(one -> NearestName.plain(one).equals(used))) {
            String parent = name.chop(element).toString();
            warn(
                    name,
                    source,
                    NearestName.of(used, names)
                            .map(nearest -> unknown(parent + "." + nearest))
                            .orElseGet(() -> "has no effect: " + parent + " has " + String.join(", ", names) + "."));
        }
    }

    /** The whole name may be nearly right, or only its end, below the wrong group. */
    private @Nullable String nearest(ConfigurationPropertyName name) {
        String end = name.getLastElement(ConfigurationPropertyName.Form.UNIFORM);
        return ofTheApplication(name)
                .or(() -> nearestBelowThePrefix(name.toString()))
                .or(() -> names().stream()
                        .filter(one -> NearestName.plain(one.substring(one.lastIndexOf('.') + 1))
                                .equals(end))
                        .findFirst())
                .orElse(null);
    }

    /** What there is once in an application stands above its clients. */
    private Optional<String> ofTheApplication(ConfigurationPropertyName name) {
        int client = ClientPrefix.ALL.getNumberOfElements() + 1;
        return ClientPrefix.ALL.isAncestorOf(name) && name.getNumberOfElements() > client
                ? known.find(PREFIX.append(name.subName(client)))
                        .map(property -> property.name().toString())
                : Optional.empty();
    }

    /** The prefix is right: it must not count as what the two have in common. */
    private Optional<String> nearestBelowThePrefix(String name) {
        int prefix = VARIABLE_PREFIX.length();
        List<String> known = names().stream().map(one -> one.substring(prefix)).toList();
        return NearestName.of(name.substring(prefix), known).map(one -> IamSmartProperties.PREFIX + "." + one);
    }

    private List<String> names() {
        return known.all().stream().map(property -> property.name().toString()).toList();
    }

    private void warn(ConfigurationPropertyName name, ConfigurationPropertySource source, String problem) {
        ConfigurationProperty property = source.getConfigurationProperty(name);
        Origin origin = property == null ? null : property.getOrigin();
        warn(name + (origin == null ? "" : " (" + origin + ")"), problem);
    }

    private void warn(String what, String problem) {
        warnings.add(MessageText.oneLine(what + " " + problem));
    }

    private static String unknown(@Nullable String nearest) {
        return nearest == null
                ? "is no property of this library: remove it, unless something else reads it."
                : "is no property of this library: did you mean " + nearest + "?";
    }
}
