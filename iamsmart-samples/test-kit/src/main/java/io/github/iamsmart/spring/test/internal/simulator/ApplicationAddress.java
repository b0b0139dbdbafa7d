package io.github.iamsmart.spring.test.internal.simulator;

import java.net.URI;
import java.util.function.Supplier;
import org.springframework.core.env.Environment;

/**
 * Where the application under test listens, which is known when it has started.
 *
 * @param environment has its port
 */
public record ApplicationAddress(Environment environment) implements Supplier<URI> {

    @Override
    public URI get() {
        String port = environment.getProperty("local.server.port");
        if (port == null) {
            throw new IllegalStateException("The application listens at no port, so nobody can visit it with a browser:"
                    + " write @SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT). In a mock web environment,"
                    + " use MockMvc and TestPhone.");
        }
        return URI.create("http://localhost:" + port + environment.getProperty("server.servlet.context-path", ""));
    }
}
