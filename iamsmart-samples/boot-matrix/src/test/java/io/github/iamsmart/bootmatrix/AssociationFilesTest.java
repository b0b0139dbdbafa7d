package io.github.iamsmart.bootmatrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** What the makers of the phones fetch: JSON, without a redirect, without an ending in the name. */
@SpringBootTest(
        classes = MatrixApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "iamsmart.simulator.port=0",
            "iamsmart.app-association.ios[0].app-id=ABCDE12345.org.example.permits",
        })
class AssociationFilesTest {

    @Value("${local.server.port}")
    int port;

    private HttpResponse<String> get(String method, String path) {
        return new Browser().send(method, URI.create("http://localhost:" + port + path));
    }

    @Test
    void servesTheFileOfTheAppThatIsConfigured() {
        HttpResponse<String> response = get("GET", "/.well-known/apple-app-site-association");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(response.body()).contains("\"ABCDE12345.org.example.permits\"");
        assertThat(get("HEAD", "/.well-known/apple-app-site-association").statusCode())
                .isEqualTo(200);
        assertThat(get("POST", "/.well-known/apple-app-site-association").statusCode())
                .isEqualTo(405);
    }

    @Test
    void hasNoFileOfAnAppThatIsNot() {
        assertThat(get("GET", "/.well-known/assetlinks.json").statusCode()).isEqualTo(404);
    }
}
