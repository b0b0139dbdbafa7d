package io.github.iamsmart.spring.internal.web;

import jakarta.servlet.ServletContext;
import jakarta.servlet.SessionTrackingMode;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks how the servlet container recognises sessions. Where a URL may name one ({@code ;jsessionid=}), a stranger's
 * link lets its reader work, and fill in forms, in the stranger's session.
 */
public final class SessionTracking {

    private static final Logger log = LoggerFactory.getLogger(SessionTracking.class);

    private SessionTracking() {}

    /**
     * Warns if a URL may name a session.
     *
     * @param servletContext of the application
     */
    public static void check(ServletContext servletContext) {
        Set<SessionTrackingMode> modes = servletContext.getEffectiveSessionTrackingModes();
        if (modes != null && modes.contains(SessionTrackingMode.URL)) {
            log.warn("Sessions are tracked by URL (;jsessionid=): with a link, a stranger can make a user work in the"
                    + " stranger's session. Set server.servlet.session.tracking-modes=cookie.");
        }
    }
}
