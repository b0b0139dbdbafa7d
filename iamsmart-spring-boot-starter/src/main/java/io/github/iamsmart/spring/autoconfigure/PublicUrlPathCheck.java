package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.spring.internal.web.EndpointSettings;
import jakarta.servlet.ServletContext;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.web.context.WebApplicationContext;

/** Warns where callback URLs lead past the application: its context path is not in the public URL. */
final class PublicUrlPathCheck implements ApplicationListener<ApplicationReadyEvent> {

    private static final Logger log = LoggerFactory.getLogger(PublicUrlPathCheck.class);

    private final WebApplicationContext application;
    private final EndpointSettings endpoints;

    PublicUrlPathCheck(WebApplicationContext application, EndpointSettings endpoints) {
        this.application = application;
        this.endpoints = endpoints;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        ServletContext servletContext = application.getServletContext();
        if (servletContext != null
                && event.getApplicationContext() == application
                && leadsElsewhere(endpoints.publicUrl(), servletContext.getContextPath())) {
            log.warn(
                    "iamsmart.public-url is {}, and the context path of this application is {}: callback URLs lead past"
                            + " it, unless a proxy adds that path. Write the public URL with the path at which browsers"
                            + " see the application.",
                    endpoints.publicUrl(),
                    servletContext.getContextPath());
        }
    }

    /** A proxy may put a longer path before the application's; without a context path, it may well cut its own off. */
    static boolean leadsElsewhere(@Nullable URI publicUrl, String contextPath) {
        return publicUrl != null
                && !contextPath.isEmpty()
                && !publicUrl.getRawPath().endsWith(contextPath);
    }
}
