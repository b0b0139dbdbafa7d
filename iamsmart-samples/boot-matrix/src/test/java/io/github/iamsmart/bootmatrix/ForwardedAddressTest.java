package io.github.iamsmart.bootmatrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** Behind a proxy, limits count the addresses that it forwards, once the application is told to believe them. */
@SpringBootTest(
        classes = MatrixApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "iamsmart.simulator.port=0",
            "iamsmart.sign-in.failed-attempts-per-minute=3",
            "server.forward-headers-strategy=native"
        })
class ForwardedAddressTest {

    @Value("${local.server.port}")
    int port;

    private int visit(String forwarded, int number) {
        URI link = URI.create("http://localhost:" + port + "/iamsmart/callback/direct-login?code=invented"
                + forwarded.hashCode() + number);
        return new Browser().get(link, "X-Forwarded-For", forwarded).statusCode();
    }

    private boolean isStopped(String forwarded) {
        int number = 0;
        int status;
        do {
            status = visit(forwarded, number++);
        } while (status == 400 && number < 100);
        return status == 429;
    }

    @Test
    void countsNetworksApart() {
        assertThat(isStopped("203.0.113.7")).isTrue();
        assertThat(visit("203.0.113.8", 0)).isEqualTo(400);
        assertThat(isStopped("2001:db8:1:2::1")).isTrue();
        assertThat(visit("2001:db8:1:3::1", 0)).as("another /64").isEqualTo(400);
    }
}
