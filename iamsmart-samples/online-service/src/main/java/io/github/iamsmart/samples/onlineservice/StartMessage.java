package io.github.iamsmart.samples.onlineservice;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says where the site is, as soon as somebody can visit it. */
@Component
final class StartMessage {

    private static final Logger log = LoggerFactory.getLogger(StartMessage.class);

    private final Environment environment;

    StartMessage(Environment environment) {
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void show() {
        log.info("Open {} in a browser; Ctrl+C stops the site", address());
    }

    /** The public address where one is set; else the port of this machine. */
    String address() {
        String publicUrl = environment.getProperty("iamsmart.public-url", "");
        return publicUrl.isEmpty()
                ? "http://localhost:" + environment.getProperty("local.server.port")
                        + environment.getProperty("server.servlet.context-path", "")
                : publicUrl;
    }
}
