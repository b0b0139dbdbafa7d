package io.github.iamsmart.bootmatrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Where a URL may name a session, a stranger's link makes a user work in the stranger's session. */
class SessionTrackingTest {

    private static final String WARNING = "server.servlet.session.tracking-modes=cookie";

    private static ConfigurableApplicationContext start(String modes) {
        return SpringApplication.run(
                MatrixApplication.class,
                "--server.port=0",
                "--iamsmart.simulator.port=0",
                "--server.servlet.session.tracking-modes=" + modes);
    }

    private static long warnings() throws IOException {
        try (var lines = Files.lines(Path.of(System.getProperty("log.file")))) {
            return lines.filter(line -> line.contains("WARN") && line.contains(WARNING))
                    .count();
        }
    }

    @Test
    void theStarterWarnsOnce() throws IOException {
        long before = warnings();

        start("cookie,url").close();

        assertThat(warnings()).isEqualTo(before + 1);
    }

    @Test
    void withCookiesAloneAUrlNamesNoSession() throws IOException {
        long before = warnings();
        try (ConfigurableApplicationContext application = start("cookie")) {
            String home = "http://localhost:" + application.getEnvironment().getProperty("local.server.port");
            Browser stranger = new Browser();
            stranger.get(URI.create(home + "/basket"));
            String id = stranger.cookies().get("JSESSIONID");

            String basket = new Browser()
                    .get(URI.create(home + "/basket;jsessionid=" + id))
                    .body();

            assertThat(basket).isEqualTo("empty");
        }
        assertThat(warnings()).isEqualTo(before);
    }
}
