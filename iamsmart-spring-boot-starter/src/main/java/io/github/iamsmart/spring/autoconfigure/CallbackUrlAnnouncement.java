package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.spring.CallbackUrlListener;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/**
 * Announces the application's URLs as soon as they are known, for sign-ins that begin in the app, before which nobody
 * has used an address of this application, and for whoever has to register them all.
 */
final class CallbackUrlAnnouncement implements ApplicationListener<ApplicationReadyEvent> {

    /** What switches TLS on in the web server of Spring Boot; one of them is enough. */
    private static final List<String> TLS =
            List.of("server.ssl.bundle", "server.ssl.certificate", "server.ssl.key-store");

    private final @Nullable URI publicUrl;
    private final Function<URI, List<URI>> urls;
    private final List<CallbackUrlListener> listeners;

    /**
     * Creates it.
     *
     * @param publicUrl where the application is; {@code null} if it is on this machine
     * @param urls of an application that is there
     * @param listeners receive them
     */
    CallbackUrlAnnouncement(
            @Nullable URI publicUrl, Function<URI, List<URI>> urls, List<CallbackUrlListener> listeners) {
        this.publicUrl = publicUrl;
        this.urls = urls;
        this.listeners = List.copyOf(listeners);
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        Environment environment = event.getApplicationContext().getEnvironment();
        Optional.ofNullable(publicUrl)
                .or(() -> onThisMachine(environment))
                .map(urls)
                .ifPresent(found -> found.forEach(url -> listeners.forEach(listener -> listener.onCallbackUrl(url))));
    }

    /** Inside somebody else's servlet container there is no port to be known before the first request. */
    static Optional<URI> onThisMachine(Environment environment) {
        String scheme = tls(environment) ? "https" : "http";
        String path = environment.getProperty("server.servlet.context-path", "");
        return Optional.ofNullable(environment.getProperty("local.server.port"))
                .map(port -> URI.create(scheme + "://localhost:" + port + path));
    }

    private static boolean tls(Environment environment) {
        return environment.getProperty("server.ssl.enabled", Boolean.class, true)
                && TLS.stream().anyMatch(environment::containsProperty);
    }
}
