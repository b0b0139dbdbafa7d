package io.github.iamsmart.spring;

import io.github.iamsmart.IamSmartClientBuilder;

/** A bean of this type changes the client that is auto-configured, after the properties. */
@FunctionalInterface
public interface IamSmartClientCustomizer {

    /**
     * Changes the client.
     *
     * @param builder has the settings of the properties
     */
    void customize(IamSmartClientBuilder builder);
}
