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
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

class IamSmartDirectLoginAutoConfigurationTest {

    private final WebApplicationContextRunner runner = Runners.web()
            .withPropertyValues(Runners.client())
            .withPropertyValues("iamsmart.public-url=https://permits.example.gov.hk");

    @Test
    void bringsVersion2Alone() {
        runner.run(context -> assertThat(context)
                .hasSingleBean(DirectLoginController.class)
                .doesNotHaveBean(DirectLoginStateController.class)
                .doesNotHaveBean(AppLoginController.class));
    }

    @Test
    void bringsVersion1WhereItIsWanted() {
        runner.withPropertyValues("iamsmart.direct-login.v1=true")
                .run(context -> assertThat(context).hasSingleBean(DirectLoginStateController.class));
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
