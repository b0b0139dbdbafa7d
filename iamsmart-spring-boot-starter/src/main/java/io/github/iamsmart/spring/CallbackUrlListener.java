package io.github.iamsmart.spring;

import java.net.URI;

/**
 * Receives the callback URLs that the application uses, before a browser is sent away. A simulator learns them this
 * way; a real gateway knows what was registered, and needs no listener.
 */
@FunctionalInterface
public interface CallbackUrlListener {

    /**
     * Takes note of a callback URL, or of another address of the application that iAM Smart has to know. Called for
     * every sign-in and request, so it must be quick; and for all of them when the application has started.
     *
     * @param callbackUrl an absolute URL
     */
    void onCallbackUrl(URI callbackUrl);
}
