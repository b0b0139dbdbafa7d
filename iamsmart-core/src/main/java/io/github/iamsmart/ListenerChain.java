package io.github.iamsmart;

import io.github.iamsmart.listener.CallReport;
import io.github.iamsmart.listener.IamSmartListener;
import io.github.iamsmart.listener.KeyReport;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes each report on to several listeners, whose exceptions do not affect the calls. */
final class ListenerChain implements IamSmartListener {

    private static final Logger log = LoggerFactory.getLogger(ListenerChain.class);

    private final List<IamSmartListener> listeners;

    /**
     * Creates a chain of listeners.
     *
     * @param listeners the listeners, in the order of the calls
     */
    ListenerChain(List<IamSmartListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    @Override
    public void onCall(CallReport report) {
        listeners.forEach(listener -> callSafely(listener, () -> listener.onCall(report)));
    }

    @Override
    public void onKeyRefresh(KeyReport report) {
        listeners.forEach(listener -> callSafely(listener, () -> listener.onKeyRefresh(report)));
    }

    @Override
    public void onClockSkew(Duration skew) {
        listeners.forEach(listener -> callSafely(listener, () -> listener.onClockSkew(skew)));
    }

    private static void callSafely(IamSmartListener listener, Runnable call) {
        try {
            call.run();
        } catch (Exception | Error e) { // Not only RuntimeException: other JVM languages throw checked ones undeclared.
            log.warn("The listener {} failed.", listener.getClass().getName(), e);
        }
    }
}
