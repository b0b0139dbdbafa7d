package io.github.iamsmart.ccic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iamsmart.FlowWorld;
import io.github.iamsmart.device.AppLink;
import io.github.iamsmart.environment.ApiPaths;
import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.requests.InitiatedRequest;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.requests.RequestStatus;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CcicVerificationApiTest {

    private static final String PATH = "/api/v1/a/path/of/a/test";
    private static final ApiPaths PATHS = ApiPaths.DEFAULTS.with("ccic-verification", PATH);

    @Test
    void saysThatThePathMustBeConfiguredAndWhy() {
        try (FlowWorld world = new FlowWorld()) {
            RequestOptions options = FlowWorld.options().build();

            assertThatThrownBy(() -> world.client.ccicVerification().initiate(FlowWorld.token(), options))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("No public source shows the path of ccic-verification")
                    .hasMessageContaining("iamsmart.paths.ccic-verification");

            assertThat(world.client.requests().count(RequestStatus.PENDING)).isZero();
        }
    }

    @Test
    void sendsTheMembersOfTheSpecificationWithTheCommonOnes() {
        try (FlowWorld world = new FlowWorld(builder -> builder.paths(PATHS))) {
            world.accepts(PATH, false);
            RequestOptions options = FlowWorld.options().build();

            InitiatedRequest request = world.client
                    .ccicVerification()
                    .initiate(FlowWorld.token(), Map.of("checks", List.of("one", 2), "state", "overwritten"), options);

            JsonNode sent = world.received(PATH).get(0);
            assertThat(sent.get("checks").toString()).isEqualTo("[\"one\",2]");
            assertThat(sent.get("state").textValue()).isEqualTo(options.state().value());
            assertThat(sent.get("openID").textValue())
                    .isEqualTo(FlowWorld.token().tokenisedId().value());
            // No public source names the screen, so there is no link to guess.
            assertThat(request.appLink()).isEmpty();
        }
    }

    @Test
    void opensTheScreenThatWasNamed() {
        AppLink links = AppLink.forScheme("test").with("ccic-verification", "ccic");
        try (FlowWorld world = new FlowWorld(builder -> builder.paths(PATHS).appLinks(links))) {
            world.accepts(PATH, false);

            InitiatedRequest request = world.client
                    .ccicVerification()
                    .initiate(FlowWorld.token(), FlowWorld.options().build());

            assertThat(request.appLink()).contains(URI.create("test://ccic?ticketID=" + FlowWorld.TICKET));
        }
    }

    @Test
    void handsTheResultOnAsItCame() {
        try (FlowWorld world = new FlowWorld(builder -> builder.paths(PATHS))) {
            world.accepts(PATH, true);
            RequestOptions options = FlowWorld.options().build();
            world.client.ccicVerification().initiate(FlowWorld.token(), options);
            String result = "{\"businessID\":\"" + options.businessId() + "\",\"state\":\""
                    + options.state().value() + "\",\"whatever\": [1.50]}";

            world.client.callbacks().accept(world.gateway.callback("D00000", result), null);

            assertThat(world.delivered())
                    .singleElement()
                    .extracting(it -> FlowWorld.result(it, CcicVerificationResult.class))
                    .satisfies(it -> {
                        assertThat(it.json()).isEqualTo(result);
                        assertThat(it.toString()).doesNotContain("whatever");
                    });
        }
    }
}
