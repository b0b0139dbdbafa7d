package io.github.iamsmart.spring.autoconfigure;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** Says at start that there are no endpoints, and what there is. */
final class MissingEndpointsWarning implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(MissingEndpointsWarning.class);

    private final String application;

    /**
     * Creates it.
     *
     * @param application what kind of application this is: "runs on WebFlux", for example
     */
    MissingEndpointsWarning(String application) {
        this.application = application;
    }

    @Override
    public void afterSingletonsInstantiated() {
        log.warn(
                "The endpoints of iAM Smart need Spring MVC, and this application {}: there is no /iamsmart/login, no"
                        + " callback, no Direct Login and no waiting page. What works: the IamSmartClient bean, whose calls block the"
                        + " thread, and the delivery of results to IamSmartRequestHandler beans. Either add"
                        + " spring-boot-starter-web (Spring Boot 4: spring-boot-starter-webmvc) and"
                        + " spring.main.web-application-type=servlet, or write endpoints of your own for client.signIn() and"
                        + " client.callbacks(): docs/getting-started.md shows them under \"Without Spring\".",
                application);
    }
}
