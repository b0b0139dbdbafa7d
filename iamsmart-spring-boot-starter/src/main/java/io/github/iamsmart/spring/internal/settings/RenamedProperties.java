package io.github.iamsmart.spring.internal.settings;

import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import io.github.iamsmart.spring.internal.properties.ClientNames;
import io.github.iamsmart.spring.internal.properties.ClientPrefix;
import io.github.iamsmart.spring.internal.properties.IamSmartProperties;
import io.github.iamsmart.spring.internal.text.NearestName;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.env.Environment;

/** Stops a start with a property that has another name now: it would have no effect, and nobody would notice. */
public final class RenamedProperties implements BeanFactoryPostProcessor {

    private static final Map<String, String> NEW_NAMES = new TreeMap<>(Map.of(
            "iamsmart.sign-in.path-prefix", "iamsmart.path-prefix",
            "iamsmart.requests.bulk-capacity", "iamsmart.requests.part-capacity"));

    private final Environment environment;

    /**
     * {@return whether this is the former name of a property}
     *
     * @param plain a name without anything but letters and digits
     */
    static boolean knows(String plain) {
        return NEW_NAMES.keySet().stream()
                .map(NearestName::plain)
                .anyMatch(former -> plain.equals(former) || isOfAClient(plain, former));
    }

    /** Of one whose name is in between, whatever it is. */
    private static boolean isOfAClient(String plain, String former) {
        String prefix = NearestName.plain(ClientPrefix.ALL.toString());
        return plain.startsWith(prefix) && plain.endsWith(former.substring(IamSmartProperties.PREFIX.length()));
    }

    /**
     * Creates it.
     *
     * @param environment where properties are looked up
     */
    public RenamedProperties(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
        Binder binder = Binder.get(environment);
        NEW_NAMES.forEach((before, now) -> {
            require(binder, before, now);
            ClientNames.in(environment).forEach(name -> require(binder, of(name, before), of(name, now)));
        });
    }

    private static String of(String client, String property) {
        return new ClientPrefix(client)
                .of(ConfigurationPropertyName.of(property))
                .toString();
    }

    private static void require(Binder binder, String before, String now) {
        if (binder.bind(before, String.class).isBound()) {
            throw new IamSmartPropertyException(
                    before + " is set, which is now called " + now + ".",
                    "Write the same value as " + now + ", and remove " + before + ".");
        }
    }
}
