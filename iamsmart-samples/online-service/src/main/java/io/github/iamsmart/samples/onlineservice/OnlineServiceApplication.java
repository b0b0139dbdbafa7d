package io.github.iamsmart.samples.onlineservice;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

/** Starts the site on port 8080 and, unless the profile {@code ite} is active, the simulator on port 8090. */
@SpringBootApplication
public class OnlineServiceApplication {

    private static final Logger log = LoggerFactory.getLogger(OnlineServiceApplication.class);

    public static void main(String[] args) {
        SpringApplication.run(OnlineServiceApplication.class, args);
    }

    /** The time of the site and of its iAM Smart client. */
    @Bean
    static Clock clock() {
        return Clock.systemUTC();
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        log.info(
                "Open {} in a browser; Ctrl+C stops the site",
                address(event.getApplicationContext().getEnvironment()));
    }

    /** The public address where one is set; else the port of this machine. */
    static String address(Environment environment) {
        String publicUrl = environment.getProperty("iamsmart.public-url", "");
        return publicUrl.isEmpty()
                ? "http://localhost:" + environment.getProperty("local.server.port")
                        + environment.getProperty("server.servlet.context-path", "")
                : publicUrl;
    }
}
