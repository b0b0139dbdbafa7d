package io.github.iamsmart.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.spring.internal.directlogin.DirectLoginController;
import io.github.iamsmart.spring.internal.signin.LoginCallbackController;
import io.github.iamsmart.spring.internal.signin.LoginController;
import io.github.iamsmart.spring.internal.signin.MemoryReplayStore;
import io.github.iamsmart.spring.internal.signin.handler.FailurePage;
import io.github.iamsmart.spring.internal.signin.handler.RedirectSignInFailureHandler;
import io.github.iamsmart.spring.internal.signin.handler.RedirectSignInSuccessHandler;
import io.github.iamsmart.spring.signin.SignInFailureHandler;
import io.github.iamsmart.spring.signin.SignInReplayStore;
import io.github.iamsmart.spring.signin.SignInSuccessHandler;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.web.servlet.DispatcherServlet;

class IamSmartSignInAutoConfigurationTest {

    private final WebApplicationContextRunner runner = Runners.web()
            .withPropertyValues(Runners.client())
            .withPropertyValues("iamsmart.public-url=https://permits.example.gov.hk");

    @Test
    void bringsTheEndpointsAndTheirDefaults() {
        runner.run(context -> {
            assertThat(context)
                    .hasSingleBean(LoginController.class)
                    .hasSingleBean(LoginCallbackController.class)
                    .hasSingleBean(DirectLoginController.class);
            assertThat(context.getBean(SignInReplayStore.class)).isInstanceOf(MemoryReplayStore.class);
            assertThat(context.getBean(SignInSuccessHandler.class)).isInstanceOf(RedirectSignInSuccessHandler.class);
            assertThat(context.getBean(SignInFailureHandler.class)).isInstanceOf(FailurePage.class);
        });
    }

    @Test
    void givesWayToBeansOfTheApplication() {
        SignInSuccessHandler success = (request, response, signIn) -> {};
        SignInFailureHandler failure = (request, response, reason) -> {};
        SignInReplayStore store = (key, expiresAt) -> true;
        runner.withBean(SignInSuccessHandler.class, () -> success)
                .withBean(SignInFailureHandler.class, () -> failure)
                .withBean(SignInReplayStore.class, () -> store)
                .run(context -> {
                    assertThat(context.getBean(SignInSuccessHandler.class)).isSameAs(success);
                    assertThat(context.getBean(SignInFailureHandler.class)).isSameAs(failure);
                    assertThat(context.getBean(SignInReplayStore.class)).isSameAs(store);
                });
    }

    @Test
    void redirectsFailuresWhereAPageIsConfigured() {
        runner.withPropertyValues("iamsmart.sign-in.failure-url=/sorry")
                .run(context -> assertThat(context.getBean(SignInFailureHandler.class))
                        .isInstanceOf(RedirectSignInFailureHandler.class));
    }

    @Test
    void staysAwayFromApplicationsThatAreNotServletApplications() {
        Runners.plain()
                .withPropertyValues(Runners.client())
                .run(context ->
                        assertThat(context).hasSingleBean(IamSmartClient.class).doesNotHaveBean(LoginController.class));
        new ReactiveWebApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(IamSmartAutoConfiguration.class, IamSmartSignInAutoConfiguration.class))
                .withPropertyValues(Runners.client())
                .run(context ->
                        assertThat(context).hasSingleBean(IamSmartClient.class).doesNotHaveBean(LoginController.class));
    }

    @Test
    void staysAwayWithoutSpringMvc() {
        runner.withClassLoader(new FilteredClassLoader(DispatcherServlet.class))
                .withPropertyValues("iamsmart.endpoints.enabled=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(LoginController.class));
    }
}
