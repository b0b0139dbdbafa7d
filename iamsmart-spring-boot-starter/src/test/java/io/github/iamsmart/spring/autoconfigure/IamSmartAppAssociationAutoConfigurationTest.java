package io.github.iamsmart.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.iamsmart.spring.internal.association.AssociationFile;
import io.github.iamsmart.spring.internal.association.AssociationJson;
import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

class IamSmartAppAssociationAutoConfigurationTest {

    private static final String FINGERPRINT =
            "0A:1B:2C:3D:4E:5F:60:71:82:93:A4:B5:C6:D7:E8:F9:" + "0A:1B:2C:3D:4E:5F:60:71:82:93:A4:B5:C6:D7:E8:F9";

    private final WebApplicationContextRunner runner = Runners.web().withPropertyValues("iamsmart.simulator.port=0");

    @Test
    void servesNothingUnlessAnAppIsConfigured() {
        runner.run(context -> assertThat(files(context)).isEmpty());
    }

    @Test
    void tellsIosWhichAppOpensWhichPaths() {
        runner.withPropertyValues(
                        "iamsmart.app-association.ios[0].app-id=ABCDE12345.org.example.permits",
                        "iamsmart.app-association.ios[0].paths=/permits/*,/iamsmart/app")
                .run(context -> assertThat(json(context, AssociationJson.APPLE_PATH))
                        .isEqualTo(new ObjectMapper().readTree("""
                                {"applinks": {"details": [{
                                  "appIDs": ["ABCDE12345.org.example.permits"],
                                  "components": [{"/": "/permits/*"}, {"/": "/iamsmart/app"}]
                                }]}}""")));
    }

    @Test
    void tellsAndroidWhichAppOpensAddresses() {
        runner.withPropertyValues(
                        "iamsmart.app-association.android[0].package-name=org.example.permits",
                        "iamsmart.app-association.android[0].fingerprints=" + FINGERPRINT)
                .run(context -> assertThat(json(context, AssociationJson.ANDROID_PATH))
                        .isEqualTo(new ObjectMapper().readTree("""
                                [{
                                  "relation": ["delegate_permission/common.handle_all_urls"],
                                  "target": {
                                    "namespace": "android_app",
                                    "package_name": "org.example.permits",
                                    "sha256_cert_fingerprints": ["%s"]
                                  }
                                }]""".formatted(FINGERPRINT))));
    }

    @ParameterizedTest
    @CsvSource({
        "ios[0].app-id=org.example.permits, app-id",
        "ios[0].paths=/a, app-id",
        "android[0].package-name=permits, package-name",
        "android[0].package-name=org.example.permits, fingerprints",
    })
    void refusesWhatNoPhoneWouldTake(String property, String named) {
        runner.withPropertyValues("iamsmart.app-association." + property)
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(IamSmartPropertyException.class)
                        .hasMessageContaining("iamsmart.app-association.")
                        .hasMessageContaining(named));
    }

    private static Map<String, ?> files(AssertableWebApplicationContext context) {
        return context.getBean("iamSmartAssociationFiles", SimpleUrlHandlerMapping.class)
                .getUrlMap();
    }

    private static JsonNode json(AssertableWebApplicationContext context, String path) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        AssociationFile file = (AssociationFile) files(context).get(path);
        file.handleRequest(new MockHttpServletRequest("GET", path), response);
        assertThat(response.getContentType()).isEqualTo("application/json");
        return new ObjectMapper().readTree(response.getContentAsByteArray());
    }
}
