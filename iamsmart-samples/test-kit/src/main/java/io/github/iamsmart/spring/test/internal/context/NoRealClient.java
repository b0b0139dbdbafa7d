package io.github.iamsmart.spring.test.internal.context;

import io.github.iamsmart.spring.internal.properties.KnownProperties;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Hides what the configuration of an application says of a client of a real gateway. Nothing of it is read: a secret
 * that only a deployment has may be missing. A record, as contexts are cached by it.
 */
record NoRealClient() implements ContextCustomizer {

    private static final List<String> OF_A_REAL_CLIENT = List.of(
            "iamsmart.base-url",
            "iamsmart.browser-base-url",
            "iamsmart.client-",
            "iamsmart.kek",
            "iamsmart.previous-kek",
            "iamsmart.public-url",
            "iamsmart.proxy",
            "iamsmart.trust-store",
            "iamsmart.simulator.tls-port");

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration mergedConfig) {
        Map<String, Object> properties = new TreeMap<>();
        KnownProperties.ofThisJar().all().stream()
                .filter(property -> OF_A_REAL_CLIENT.stream()
                        .anyMatch(property.name().toString()::startsWith))
                .forEach(property -> properties.put(property.name().toString(), ""));
        properties.put("iamsmart.environment", "simulator");
        properties.put("iamsmart.simulator.enabled", "true");
        properties.put("iamsmart.simulator.host", "127.0.0.1");
        properties.put("iamsmart.simulator.port", "0");
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("iamSmartTest", properties));
    }
}
