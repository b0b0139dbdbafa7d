package io.github.iamsmart.samples.quickstart;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the application, beside the simulator. */
@SpringBootApplication
public class QuickstartApplication {

    /**
     * Starts it.
     *
     * @param arguments Spring Boot's own
     */
    public static void main(String[] arguments) {
        SpringApplication.run(QuickstartApplication.class, arguments);
    }
}
