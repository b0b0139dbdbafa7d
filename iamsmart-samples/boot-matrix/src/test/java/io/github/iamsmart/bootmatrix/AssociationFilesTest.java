package io.github.iamsmart.bootmatrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
            "iamsmart.app-association.android[0].package-name=org.example.permits",
            "iamsmart.app-association.android[0].fingerprints="
                    + "0A:1B:2C:3D:4E:5F:60:71:82:93:A4:B5:C6:D7:E8:F9:0A:1B:2C:3D:4E:5F:60:71:82:93:A4:B5:C6:D7:E8:F9",
        })
class AssociationFilesTest {

    @Value("${local.server.port}")
    int port;

    private HttpResponse<String> get(String method, String path) {
        return new Browser().send(method, URI.create("http://localhost:" + port + path));
    }

    @ParameterizedTest
    @CsvSource({
        "/.well-known/apple-app-site-association, ABCDE12345.org.example.permits",
        "/.well-known/assetlinks.json, org.example.permits"
    })
    void servesTheFileOfTheAppThatIsConfigured(String path, String app) {
        HttpResponse<String> response = get("GET", path);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(response.headers().map()).doesNotContainKeys("Location", "location", "Set-Cookie", "set-cookie");
        assertThat(response.body()).contains('"' + app + '"');
        assertThat(get("HEAD", path).statusCode()).isEqualTo(200);
        assertThat(get("POST", path).statusCode()).isEqualTo(405);
    }

    @Test
    void hasNoOtherFile() {
        assertThat(get("GET", "/.well-known/apple-app-site-association.json").statusCode())
                .isEqualTo(404);
    }
}
