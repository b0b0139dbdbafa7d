package io.github.iamsmart.spring.internal.simulator;

import io.github.iamsmart.spring.IamSmartConnectionDetails;
import java.net.URI;

/** A client of the simulator inside the application, which learns its callback URLs as they are used. */
public interface EmbeddedConnection extends IamSmartConnectionDetails {

    /**
     * Registers a callback URL, once.
     *
     * @param callbackUrl the address
     */
    void onCallbackUrl(URI callbackUrl);
}
