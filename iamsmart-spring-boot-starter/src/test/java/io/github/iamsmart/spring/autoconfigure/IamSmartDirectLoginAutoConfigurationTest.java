package io.github.iamsmart.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import io.github.iamsmart.spring.internal.directlogin.AppLoginController;
import io.github.iamsmart.spring.internal.directlogin.DirectLoginController;
import io.github.iamsmart.spring.internal.directlogin.DirectLoginStateController;
import io.github.iamsmart.spring.signin.AppSession;
import io.github.iamsmart.spring.signin.AppSessionIssuer;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class IamSmartDirectLoginAutoConfigurationTest {

    private final WebApplicationContextRunner runner = Runners.web()
            .withPropertyValues(Runners.client())
            .withPropertyValues("iamsmart.public-url=https://permits.example.gov.hk");

    /** Their beans are always there, so that an application that was processed ahead of time has its choice. */
    @ParameterizedTest
    @CsvSource({
        "iamsmart.direct-login.v1=false, 204, 404",
        "iamsmart.direct-login.v1=true, 204, 204",
        "iamsmart.direct-login.v2=false, 404, 404"
    })
    void version2AloneIsOnUnlessSetOtherwise(String property, int ofVersion2, int ofVersion1) {
        runner.withPropertyValues(property).run(context -> {
            MockHttpServletRequest head = new MockHttpServletRequest("HEAD", "/"); // of a page that is there: 204
            MockHttpServletResponse version2 = new MockHttpServletResponse();
            MockHttpServletResponse version1 = new MockHttpServletResponse();
            context.getBean(DirectLoginController.class).callback(head, version2);
            context.getBean(DirectLoginStateController.class).begin(head, version1);

            assertThat(version2.getStatus()).isEqualTo(ofVersion2);
            assertThat(version1.getStatus()).isEqualTo(ofVersion1);
            assertThat(context).doesNotHaveBean(AppLoginController.class);
        });
    }

    @Test
    void hostsDoNotMatterWhereVersion1IsOff() {
        runner.withPropertyValues("iamsmart.direct-login.hosts=*")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void bringsTheEndpointForAppsWhereSomethingIssuesSessions() {
        AppSessionIssuer issuer = signIn -> new AppSession("token", Instant.MAX);
        runner.withBean(AppSessionIssuer.class, () -> issuer)
                .run(context -> assertThat(context).hasSingleBean(AppLoginController.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://login.example.gov.hk", "*.example.gov.hk", "login.example.gov.hk:8443", "a/b", "*"})
    void refusesWhatIsNoHostName(String host) {
        runner.withPropertyValues("iamsmart.direct-login.v1=true", "iamsmart.direct-login.hosts=" + host)
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(IamSmartPropertyException.class)
                        .hasMessageContaining(host));
    }
}
