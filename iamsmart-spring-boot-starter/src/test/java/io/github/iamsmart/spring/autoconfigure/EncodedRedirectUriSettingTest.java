package io.github.iamsmart.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.error.GatewayException;
import io.github.iamsmart.formfilling.FormField;
import io.github.iamsmart.formfilling.FormFillingRequest;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.simulator.IamSmartSimulator;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class EncodedRedirectUriSettingTest {

    private final ApplicationContextRunner runner = Runners.plain().withPropertyValues("iamsmart.simulator.port=0");

    /** The simulator's log quotes what came, where it is not registered. */
    @ParameterizedTest
    @CsvSource({
        "iamsmart.requests.encode-redirect-uri=true, https%3A%2F%2Fpermits.example.org%2Fback",
        "iamsmart.requests.encode-redirect-uri=false, https://permits.example.org/back",
        "iamsmart.enabled=true, https://permits.example.org/back"
    })
    void requestsNameTheirAddressAsConfigured(String property, String sent) {
        runner.withPropertyValues(property).run(context -> {
            IamSmartSimulator simulator = context.getBean(IamSmartSimulator.class);
            IamSmartClient client = context.getBean(IamSmartClient.class);

            assertThatThrownBy(() -> client.formFilling()
                            .initiateAnonymous(
                                    FormFillingRequest.builder()
                                            .formFields(FormField.PREFIX)
                                            .build(),
                                    RequestOptions.builder()
                                            .redirectUri(URI.create("https://permits.example.org/back"))
                                            .build()))
                    .isInstanceOfSatisfying(
                            GatewayException.class,
                            e -> assertThat(e.code().value()).isEqualTo("D20008"));
            assertThat(simulator.log())
                    .last()
                    .satisfies(entry -> assertThat(entry.reason().orElseThrow()).contains("'" + sent + "'"));
        });
    }
}
