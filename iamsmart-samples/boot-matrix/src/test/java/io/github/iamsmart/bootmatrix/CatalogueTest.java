package io.github.iamsmart.bootmatrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.spring.IamSmartConnectionDetails;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The simulated app lists a service that has just started and that nobody has used. */
class CatalogueTest {

    private ConfigurableApplicationContext application;

    @AfterEach
    void stop() {
        application.close();
    }

    private String catalogue(String... arguments) {
        application = new SpringApplicationBuilder(MatrixApplication.class)
                .properties("server.port=0", "iamsmart.simulator.port=0")
                .run(arguments);
        UsedSecrets.remember(
                application.getBean(IamSmartConnectionDetails.class).clientSecret());
        URI page = application.getBean(IamSmartSimulator.class).baseUrl().resolve("/phone/catalogue");
        return new Browser(Browser.PHONE).get(page).body();
    }

    private String clientId() {
        return application.getBean(IamSmartConnectionDetails.class).clientId();
    }

    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true"})
    void showsTheServiceAtOnce(boolean v1, boolean v2) {
        String catalogue = catalogue("--iamsmart.direct-login.v1=" + v1, "--iamsmart.direct-login.v2=" + v2);

        assertThat(catalogue).contains(clientId());
    }

    @Test
    void opensTheServiceWhereItIs() {
        String catalogue = catalogue(
                "--iamsmart.direct-login.v1=true",
                "--iamsmart.direct-login.v2=false",
                "--server.servlet.context-path=/stalls");

        assertThat(catalogue)
                .contains("http://localhost:"
                        + application.getEnvironment().getRequiredProperty("local.server.port")
                        + "/stalls/iamsmart/direct-login");
    }

    @Test
    void showsNoServiceThatHasNoDirectLogin() {
        assertThat(catalogue("--iamsmart.direct-login.v2=false")).doesNotContain(clientId());
    }
}
