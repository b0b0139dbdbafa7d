package io.github.iamsmart.spring.internal.settings;

import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import io.github.iamsmart.spring.internal.text.NearestName;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
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
        return NEW_NAMES.keySet().stream().map(NearestName::plain).anyMatch(plain::equals);
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
            if (binder.bind(before, String.class).isBound()) {
                throw new IamSmartPropertyException(
                        before + " is set, which is now called " + now + ".",
                        "Write the same value as " + now + ", and remove " + before + ".");
            }
        });
    }
}
