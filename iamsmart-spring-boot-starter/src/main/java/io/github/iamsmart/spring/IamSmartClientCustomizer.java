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

    /**
     * Changes one of several clients: this is what is called. It calls {@link #customize(IamSmartClientBuilder)} unless
     * overridden. A bean with a client's name as its {@code @Qualifier} changes that client alone.
     *
     * @param client the name of the client
     * @param builder has the settings of the properties
     */
    default void customize(String client, IamSmartClientBuilder builder) {
        customize(builder);
    }
}
