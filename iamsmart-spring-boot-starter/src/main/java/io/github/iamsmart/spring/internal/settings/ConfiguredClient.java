package io.github.iamsmart.spring.internal.settings;

import io.github.iamsmart.spring.IamSmartClientRegistry;
import io.github.iamsmart.spring.internal.properties.IamSmartProperties;

/**
 * One client as it is configured: the one of {@code iamsmart.*}, or one of several below {@code iamsmart.clients}.
 *
 * @param name its name
 * @param prefix of its properties
 * @param properties their values
 */
public record ConfiguredClient(String name, String prefix, IamSmartProperties properties) {

    /**
     * {@return the client that {@code iamsmart.*} configures}
     *
     * @param properties the settings
     */
    public static ConfiguredClient ofDefault(IamSmartProperties properties) {
        return new ConfiguredClient(IamSmartClientRegistry.DEFAULT, IamSmartProperties.PREFIX, properties);
    }

    /**
     * {@return the same client with other values}
     *
     * @param values of its properties
     */
    public ConfiguredClient with(IamSmartProperties values) {
        return new ConfiguredClient(name, prefix, values);
    }

    /**
     * {@return the full name of a property of this client}
     *
     * @param name its name below the prefix
     */
    public String property(String name) {
        return prefix + "." + name;
    }

    /** {@return what reads the settings of callbacks and requests} */
    public RequestSettingsReader requests() {
        return new RequestSettingsReader(this);
    }
}
