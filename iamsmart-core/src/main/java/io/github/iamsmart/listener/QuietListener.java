package io.github.iamsmart.listener;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes everything on to several listeners and keeps their exceptions away from the calls. */
public final class QuietListener implements IamSmartListener {

    private static final Logger log = LoggerFactory.getLogger(QuietListener.class);

    private final List<IamSmartListener> listeners;

    /**
     * Creates a listener of listeners.
     *
     * @param listeners who is told, in this order
     */
    public QuietListener(List<IamSmartListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    @Override
    public void onCall(CallReport report) {
        listeners.forEach(listener -> tell(listener, () -> listener.onCall(report)));
    }

    @Override
    public void onKeyRefresh(KeyReport report) {
        listeners.forEach(listener -> tell(listener, () -> listener.onKeyRefresh(report)));
    }

    @Override
    public void onClockSkew(Duration skew) {
        listeners.forEach(listener -> tell(listener, () -> listener.onClockSkew(skew)));
    }

    private static void tell(IamSmartListener listener, Runnable call) {
        try {
            call.run();
        } catch (Exception e) { // not only RuntimeException: other languages of the JVM throw what they like
            log.warn("The listener {} failed.", listener.getClass().getName(), e);
        }
    }
}
