package io.github.iamsmart.samples.onlineservice;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the site on port 8080 and, unless the profile {@code ite} is active, the simulator on port 8090. */
@SpringBootApplication
public class OnlineServiceApplication {

    public static void main(String[] args) {
        SpringApplication.run(OnlineServiceApplication.class, args);
    }
}
