package io.github.iamsmart.listener;

import java.time.Duration;

/**
 * Is told what the client does. Nothing that it is told is a secret or personal data.
 *
 * <p>Called on the thread that works, after the fact: an implementation must be thread-safe and quick. An exception
 * that it throws is logged and otherwise ignored.
 */
public interface IamSmartListener {

    /** A listener that does nothing. */
    IamSmartListener NONE = new IamSmartListener() {};

    /**
     * A call to the gateway ended, well or not.
     *
     * @param report which call, how it ended, how long it took
     */
    default void onCall(CallReport report) {}

    /**
     * The content key (CEK) was asked for at the gateway.
     *
     * @param report whether a new one came, and until when it lives
     */
    default void onKeyRefresh(KeyReport report) {}

    /**
     * The gateway's clock and ours were found to differ, or to agree again.
     *
     * @param skew how far the gateway's clock is ahead; negative if it is behind
     */
    default void onClockSkew(Duration skew) {}
}
