package io.github.iamsmart.spring.test.internal.context;

import io.github.iamsmart.spring.internal.properties.KnownProperties;
import io.github.iamsmart.spring.internal.properties.KnownProperty;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Hides what the configuration of an application says of clients of a real gateway. No value is read: a secret that
 * only a deployment has may be missing. A record, as contexts are cached by it.
 */
record NoRealClient() implements ContextCustomizer {

    private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("iamsmart");

    /** Of further clients, {@code iamsmart.clients.<name>.*}. */
    private static final ConfigurationPropertyName CLIENTS = ROOT.append("clients");

    /** How the names of the properties begin that only a real client has, below those two. */
    private static final List<String> OF_A_REAL_CLIENT = List.of(
            "base-url",
            "browser-base-url",
            "client-",
            "kek",
            "previous-kek",
            "public-url",
            "proxy",
            "trust-store",
            "signing.trust-anchors",
            "signing.intermediates",
            "simulator.tls-port");

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration mergedConfig) {
        hide(context.getEnvironment());
    }

    static void hide(ConfigurableEnvironment environment) {
        Map<String, Object> properties = new TreeMap<>();
        boolean named = names(environment).anyMatch(CLIENTS::isAncestorOf);
        KnownProperties.ofThisJar().all().stream()
                .map(KnownProperty::name)
                .filter(name -> isOfARealClient(name, ROOT))
                .filter(name -> !named || !isIdentity(name))
                .forEach(name -> properties.put(name.toString(), ""));
        properties.put("iamsmart.environment", "simulator");
        properties.put("iamsmart.simulator.enabled", "true");
        properties.put("iamsmart.simulator.host", "127.0.0.1");
        properties.put("iamsmart.simulator.port", "0");
        names(environment).filter(CLIENTS::isAncestorOf).forEach(name -> {
            ConfigurationPropertyName client = CLIENTS.append(name.getElement(2, Form.ORIGINAL));
            properties.put(client + ".environment", "simulator");
            if (isOfARealClient(name, client)) {
                properties.put(name.toString(), "");
            }
        });
        environment.getPropertySources().addFirst(new MapPropertySource("iamSmartTest", properties));
    }

    /** Beside named clients it is refused, empty too. */
    private static boolean isIdentity(ConfigurationPropertyName name) {
        String element = name.getElement(1, Form.ORIGINAL);
        return element.startsWith("client-") || element.equals("kek") || element.equals("previous-kek");
    }

    private static boolean isOfARealClient(ConfigurationPropertyName name, ConfigurationPropertyName above) {
        String text = name.toString();
        String start = above + ".";
        return text.startsWith(start) && OF_A_REAL_CLIENT.stream().anyMatch(text.substring(start.length())::startsWith);
    }

    /** {@return the names of all properties that are set where names can be listed} */
    private static Stream<ConfigurationPropertyName> names(ConfigurableEnvironment environment) {
        return StreamSupport.stream(
                        ConfigurationPropertySources.get(environment).spliterator(), false)
                .filter(IterableConfigurationPropertySource.class::isInstance)
                .flatMap(source -> ((IterableConfigurationPropertySource) source).stream());
    }
}
