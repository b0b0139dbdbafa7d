package io.github.iamsmart.spring.requests;

import org.springframework.web.servlet.View;

/**
 * A request that is about to begin. Each method returns the same object; {@link #redirect()} sends the request. For one
 * thread, and one request.
 */
public interface RequestStart {

    /**
     * Sets the application's own reference, which the outcome brings back.
     *
     * @param value a key of at most 255 characters; no personal data
     * @return this
     * @throws io.github.iamsmart.error.InvalidRequestException if it is longer
     */
    RequestStart reference(String value);

    /**
     * Sets where the browser goes when the user has approved and the application's handlers have taken the result. The
     * start page of the application unless set.
     *
     * @param path a path within the application, from a slash on, without the context path
     * @return this
     * @throws io.github.iamsmart.error.InvalidRequestException if it is none, or could lead elsewhere
     */
    RequestStart thenGoTo(String path);

    /**
     * Sets where the link "again" leads if the request brings no result. Unless set, it is the page from which the user
     * came, if that is one of the application, else the page of {@link #thenGoTo}.
     *
     * @param path a path within the application, from a slash on, without the context path
     * @return this
     * @throws io.github.iamsmart.error.InvalidRequestException if it is none, or could lead elsewhere
     */
    RequestStart againAt(String path);

    /**
     * Sends the request. Blocks for one call.
     *
     * <p>A user who has to sign in first, because they have not, their token has ended, or it lacks a scope of the
     * request, signs in, and the request is sent when they are back. What goes wrong on the way to the gateway ends in
     * a page that says so.
     *
     * @return what the controller returns: leads the browser to the page that waits, to sign-in, or to the gateway
     * @throws io.github.iamsmart.error.InvalidRequestException if the request cannot be sent as it is
     * @throws io.github.iamsmart.error.ConfigurationException if the application does not know its own address, the
     *     client not the kind, or the user has to sign in and the endpoints for it are switched off
     * @throws IllegalStateException if it is called outside a method of a controller, or a second time
     * @throws TooManyRequestsException if the request is anonymous, and the network that it comes from has begun too
     *     many in this minute
     */
    View redirect();
}
