package io.github.iamsmart.spring;

import io.github.iamsmart.IamSmartClient;
import java.util.List;

/**
 * The clients of this application by their names: one for each entry of {@code iamsmart.clients}, or the one that
 * {@code iamsmart.*} configures, which is called {@value #DEFAULT}. Inject it where the name is known only at run time;
 * where it is known before, inject the {@link IamSmartClient} with {@code @Qualifier("name")}. Thread-safe.
 */
public interface IamSmartClientRegistry {

    /** The name of the client of an application that has one. */
    String DEFAULT = "default";

    /** {@return the names, in the order of the configuration; unmodifiable} */
    List<String> names();

    /**
     * {@return a client}
     *
     * @param name its name
     * @throws io.github.iamsmart.error.ConfigurationException if there is none of that name
     */
    IamSmartClient client(String name);
}
