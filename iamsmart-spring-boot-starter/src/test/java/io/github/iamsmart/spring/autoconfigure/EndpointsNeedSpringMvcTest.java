package io.github.iamsmart.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import io.github.iamsmart.spring.internal.requests.RequestDelivery;
import io.github.iamsmart.spring.internal.web.EndpointSettings;
import io.github.iamsmart.spring.requests.IamSmartRequests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.web.servlet.DispatcherServlet;

/** Where there can be no endpoints, the start says so; the boot matrix has it on Netty. */
class EndpointsNeedSpringMvcTest {

    private static final String PUBLIC_URL = "iamsmart.public-url=https://permits.example.gov.hk";

    private static WebApplicationContextRunner servletsAlone() {
        return Runners.web()
                .withClassLoader(new FilteredClassLoader(DispatcherServlet.class))
                .withPropertyValues(Runners.client());
    }

    private static WebApplicationContextRunner springMvc() {
        return Runners.web().withPropertyValues(Runners.client()).withPropertyValues(PUBLIC_URL);
    }

    @Test
    void aServletApplicationWithoutSpringMvcDoesNotStart() {
        servletsAlone()
                .run(context -> assertThat(context.getStartupFailure())
                        .isInstanceOfSatisfying(
                                IamSmartPropertyException.class,
                                failure -> assertThat(failure.action())
                                        .contains("spring-boot-starter-web", "endpoints:\n        enabled: false"))
                        .hasMessageContaining("need Spring MVC, and this application has none"));
    }

    @Test
    void itStartsWithTheClientAloneWhereThatIsAskedFor() {
        servletsAlone()
                .withPropertyValues("iamsmart.endpoints.enabled=false")
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(IamSmartClient.class)
                        .hasSingleBean(RequestDelivery.class));
    }

    @Test
    void anApplicationOnSpringMvcCanDoWithoutEndpoints() {
        springMvc().run(context -> assertThat(context).hasSingleBean(EndpointSettings.class));
        springMvc()
                .withPropertyValues("iamsmart.endpoints.enabled=false")
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(IamSmartClient.class)
                        .hasSingleBean(RequestDelivery.class)
                        .doesNotHaveBean(EndpointSettings.class)
                        .doesNotHaveBean(IamSmartRequests.class));
    }

    @Test
    void nobodyIsStoppedWhereIamSmartIsOff() {
        servletsAlone()
                .withPropertyValues("iamsmart.enabled=false")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "api/"})
    void springMvcAtAnotherPathStopsTheStart(String path) {
        springMvc()
                .withPropertyValues("spring.mvc.servlet.path=" + path)
                .run(context -> assertThat(context.getStartupFailure())
                        .isInstanceOfSatisfying(
                                IamSmartPropertyException.class,
                                failure -> assertThat(failure.action())
                                        .contains("context-path: /api\n", "path-prefix: /api/iamsmart"))
                        .hasMessageStartingWith("spring.mvc.servlet.path is '" + path + "'"));
    }

    @Test
    void springMvcAtItsRootDoesNot() {
        springMvc()
                .withPropertyValues("spring.mvc.servlet.path=/")
                .run(context -> assertThat(context).hasNotFailed());
        springMvc()
                .withPropertyValues("spring.mvc.servlet.path=/api", "iamsmart.endpoints.enabled=false")
                .run(context -> assertThat(context).hasNotFailed());
    }
}
