package io.github.iamsmart.listener;

import java.time.Duration;

/**
 * Receives reports about what the client does. The reports contain no secrets and no personal data.
 *
 * <p>The client calls it on the working thread, after the event: an implementation must be thread-safe and fast. An
 * exception that it throws is logged and otherwise ignored.
 */
public interface IamSmartListener {

    /** A listener that does nothing. */
    IamSmartListener NONE = new IamSmartListener() {};

    /**
     * A call to the gateway ended, successfully or not.
     *
     * @param report which call, how it ended, how long it took
     */
    default void onCall(CallReport report) {}

    /**
     * The client requested the content key (CEK) from the gateway.
     *
     * @param report whether a new key came, and when it expires
     */
    default void onKeyRefresh(KeyReport report) {}

    /**
     * The client noticed that the gateway's clock and its own differ, or that they agree again.
     *
     * @param skew how far the gateway's clock is ahead; negative if it is behind
     */
    default void onClockSkew(Duration skew) {}
}
