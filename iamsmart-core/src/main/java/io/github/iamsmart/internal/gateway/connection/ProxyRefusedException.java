package io.github.iamsmart.internal.gateway.connection;

import java.io.IOException;

/** The proxy let nothing through. */
public final class ProxyRefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates it.
     *
     * @param message what to do
     */
    ProxyRefusedException(String message) {
        super(message);
    }
}
