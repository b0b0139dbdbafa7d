package io.github.iamsmart.spring.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.iamsmart.spring.internal.properties.KnownProperties;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Which names somebody is warned of, and which not. */
class UnknownPropertiesTest {

    private static List<String> warnings(PropertySource<?> source) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .forEach(one -> environment.getPropertySources().remove(one.getName()));
        environment.getPropertySources().addFirst(source);
        Logger logger = (Logger) LoggerFactory.getLogger(UnknownProperties.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        try {
            new UnknownProperties(environment, KnownProperties.ofThisJar())
                    .postProcessBeanFactory(new DefaultListableBeanFactory());
        } finally {
            logger.detachAppender(log);
        }
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private static PropertySource<?> variable(String name) {
        return new SystemEnvironmentPropertySource("test-systemEnvironment", Map.of(name, "canary"));
    }

    private static PropertySource<?> property(String name) {
        return new MapPropertySource("test", Map.of(name, "canary"));
    }

    @Test
    void whatANamedClientHasIsToldFromWhatItHasNot() {
        assertThat(warnings(property("iamsmart.clients.shop.client-idd")))
                .singleElement()
                .asString()
                .contains("did you mean iamsmart.clients.shop.client-id?");
        assertThat(warnings(property("iamsmart.clients.shop.pages.style")))
                .singleElement()
                .asString()
                .contains("iamsmart.clients.shop.pages.style", "did you mean iamsmart.pages.style?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "iamsmart.client-id",
                "iamsmart.clientId",
                "IAMSMART.CLIENT_ID",
                "iamsmart.kek.certificateLocation",
                "iamsmart.sign-in.scopes",
                "iamsmart.sign-in.scopes[3]",
                "iamsmart.paths.get-token",
                "iamsmart.app-links[pdf-signing]",
                "iamsmart.app-association.android[0].packageName",
                "iamsmart.app-association.ios[0].paths[1]",
                "iamsmart.enabled",
                "iamsmart.clients.shop",
                "iamsmart.clients.shop.client-id",
                "iamsmart.clients.shop.kek.certificateLocation",
                "iamsmart.clients.shop.paths.get-token",
                "iamsmart.clients.shop.direct-login.hosts[1]",
                "iamsmart",
                "other.client-idd",
                "iamsmarter.client-idd"
            })
    void nothingIsSaidOfNamesThatThereAre(String name) {
        assertThat(warnings(property(name))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "IAMSMART_CLIENTID",
                "IAMSMART_CLIENT_ID",
                "iamsmart_client_id",
                "IAMSMART_SIGN_IN_SCOPES_0",
                "IAMSMART_PATHS_GETTOKEN",
                "IAMSMART_APPASSOCIATION_IOS_0_APPID",
                // what Kubernetes sets for a service of this name
                "IAMSMART_SERVICE_HOST",
                "IAMSMART_SERVICE_PORT",
                "IAMSMART_PORT",
                "IAMSMART_PORT_8090_TCP",
                "IAMSMART_PORT_8090_TCP_ADDR",
                "IAMSMART_HOME"
            })
    void nothingIsSaidOfVariablesThatMayBeAnybodys(String name) {
        assertThat(warnings(variable(name))).isEmpty();
    }

    @Test
    void aMisspeltNameIsToldWithTheNearestOneAndWithoutItsValue() {
        assertThat(warnings(property("iamsmart.requests.anonymos-share")))
                .containsExactly(
                        "iamsmart.requests.anonymos-share (\"iamsmart.requests.anonymos-share\" from property source"
                                + " \"test\") is no property of this library: did you mean iamsmart.requests.anonymous-share?");
        assertThat(warnings(variable("IAMSMART_KEK_PASSWROD")))
                .containsExactly(
                        "The environment variable IAMSMART_KEK_PASSWROD is no property of this library: did you"
                                + " mean IAMSMART_KEK_PASSWORD?");
    }

    @Test
    void aNameBelowTheWrongGroupIsFound() {
        assertThat(warnings(property("iamsmart.requests.success-url")))
                .singleElement()
                .asString()
                .endsWith("did you mean iamsmart.sign-in.success-url?");
    }

    @Test
    void manyNamesDoNotFillTheLog() {
        Map<String, Object> many = new LinkedHashMap<>();
        for (int i = 0; i < 1_000; i++) {
            many.put("iamsmart.other" + i, "x");
        }
        assertThat(warnings(new MapPropertySource("test", many))).hasSize(20);
    }
}
