package io.github.iamsmart.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.web.servlet.DispatcherServlet;

/** Servlets without Spring MVC; the boot matrix has WebFlux. */
@ExtendWith(OutputCaptureExtension.class)
class MissingEndpointsWarningTest {

    private static final String WARNING = "The endpoints of iAM Smart need Spring MVC, and this application has none";

    @Test
    void warnsWhereServletsAreAlone(CapturedOutput output) {
        Runners.web()
                .withClassLoader(new FilteredClassLoader(DispatcherServlet.class))
                .withPropertyValues(Runners.client())
                .run(context -> assertThat(output.getOut().split(WARNING, -1)).hasSize(2));
    }

    @Test
    void saysNothingWithSpringMvcOrWithoutTheWeb(CapturedOutput output) {
        Runners.web()
                .withPropertyValues(Runners.client())
                .withPropertyValues("iamsmart.public-url=https://permits.example.gov.hk")
                .run(context -> assertThat(context).hasNotFailed());
        Runners.plain()
                .withPropertyValues(Runners.client())
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(output).doesNotContain("endpoints of iAM Smart need");
    }

    @Test
    void saysNothingWhereIamSmartIsOff(CapturedOutput output) {
        Runners.web()
                .withClassLoader(new FilteredClassLoader(DispatcherServlet.class))
                .withPropertyValues("iamsmart.enabled=false")
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(output).doesNotContain("endpoints of iAM Smart need");
    }
}
