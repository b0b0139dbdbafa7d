package io.github.iamsmart.internal.gateway.connection;

import java.io.IOException;

/** A connection must not be used again. Nothing was written to it, so the request can take another one. */
public final class StaleConnectionException extends IOException {

    private static final long serialVersionUID = 1L;

    StaleConnectionException() {
        super("The idle connection is not used again.");
    }
}
