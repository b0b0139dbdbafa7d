package io.github.iamsmart.spring.internal.settings;

import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import io.github.iamsmart.spring.internal.text.YamlLines;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/** Stops the start of a web application in which there can be no endpoints, unless it says that it needs none. */
public final class NoEndpoints implements BeanFactoryPostProcessor {

    private final String application;
    private final String property;

    /**
     * Creates it.
     *
     * @param application what kind of application this is: "runs on WebFlux", for example
     * @param property false where no endpoints are expected
     */
    public NoEndpoints(String application, String property) {
        this.application = application;
        this.property = property;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
        throw new IamSmartPropertyException(
                "The endpoints of iAM Smart need Spring MVC, and this application " + application
                        + ": there would be no sign-in, no callback, no Direct Login and no waiting page.",
                "For the endpoints, add spring-boot-starter-web (Spring Boot 4: spring-boot-starter-webmvc) and write\n\n"
                        + YamlLines.of("spring.main.web-application-type", "servlet")
                        + "\nFor the IamSmartClient bean alone, whose calls block their thread, write\n\n"
                        + YamlLines.of(property, "false")
                        + "\nand endpoints of your own over client.signIn() and client.callbacks():"
                        + " docs/spring-boot.md says more.");
    }
}
