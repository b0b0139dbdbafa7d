package io.github.iamsmart.samples.onlineservice;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Starts the site on port 8080 and, unless the profile {@code ite} is active, the simulator on port 8090. */
@SpringBootApplication
public class OnlineServiceApplication {

    public static void main(String[] args) {
        SpringApplication.run(OnlineServiceApplication.class, args);
    }

    /** The time of the site and of its iAM Smart client. */
    @Bean
    static Clock clock() {
        return Clock.systemUTC();
    }
}
