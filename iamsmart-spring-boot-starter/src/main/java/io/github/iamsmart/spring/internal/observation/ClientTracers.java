package io.github.iamsmart.spring.internal.observation;

import io.github.iamsmart.listener.IamSmartTracer;

/** Makes the tracers of the clients. Names no type of Micrometer, which may be absent. */
@FunctionalInterface
public interface ClientTracers {

    /**
     * {@return what follows the work of a client}
     *
     * @param client its name
     */
    IamSmartTracer of(String client);
}
