package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.spring.internal.web.SessionTracking;
import jakarta.servlet.ServletContext;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.web.context.WebApplicationContext;

/** Looks how sessions are tracked when the application is ready, since any part of it may have had a say by then. */
final class SessionTrackingCheck implements ApplicationListener<ApplicationReadyEvent> {

    /** The name of Spring Session's filter: with it, sessions are not the container's, and no URL names one. */
    private static final String SPRING_SESSION = "springSessionRepositoryFilter";

    private final WebApplicationContext application;

    SessionTrackingCheck(WebApplicationContext application) {
        this.application = application;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        ServletContext servletContext = application.getServletContext();
        // A context below this one is ready, too, and its event comes here as well.
        if (servletContext != null
                && event.getApplicationContext() == application
                && !application.containsBean(SPRING_SESSION)) {
            SessionTracking.check(servletContext);
        }
    }
}
