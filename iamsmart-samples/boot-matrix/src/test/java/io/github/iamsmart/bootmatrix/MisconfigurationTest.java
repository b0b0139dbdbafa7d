package io.github.iamsmart.bootmatrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.iamsmart.spring.autoconfigure.IamSmartAutoConfiguration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** The words of a failed start are the same on every line of Spring Boot, whose binding fails in words of its own. */
class MisconfigurationTest {

    private static final String[] CLIENT = {
        "iamsmart.environment=ite",
        "iamsmart.client-id=matrix-client",
        "iamsmart.client-secret=matrix-client-secret-8d1f",
        "iamsmart.kek.location=" + TestKek.location(),
        "iamsmart.public-url=https://permits.example.gov.hk"
    };

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            iamsmart.client-secret=              | iAM Smart is not configured: iamsmart.client-secret is missing. What is empty counts as missing. | client-secret: <client secret
            iamsmart.read-timeout=soon           | iamsmart.read-timeout is 'soon' (…), which is not a duration. | read-timeout: 15s
            iamsmart.language=zh-TW              | iamsmart.language is 'zh-TW' (…), which is not en-US, zh-HK or zh-CN. | language: en-US
            iamsmart.callback.embedded-key=acept | iamsmart.callback.embedded-key is 'acept' (…), which is not accept or reject. | embedded-key: accept
            iamsmart.callback.max-size=big       | iamsmart.callback.max-size is 'big' (…), which is not a size. | max-size: 16MB
            iamsmart.requests.max-attempts=ten   | iamsmart.requests.max-attempts is 'ten' (…), which is not a whole number up to 2147483647. | max-attempts: 10
            iamsmart.requests.encode-redirect-uri=maybe | iamsmart.requests.encode-redirect-uri is 'maybe' (…), which is not true or false. | encode-redirect-uri: false
            iamsmart.sign-in.scopes=eidapi_auth eidapi_sign | iamsmart.sign-in.scopes is 'eidapi_auth eidapi_sign' (…), which is not a list of names. | scopes: eidapi_auth, eidapi_sign
            iamsmart.client-secret=${NOT_SET}    | iamsmart.client-secret is ${NOT_SET}, and nothing has a value of that name. | Set the environment variable NOT_SET
            iamsmart.base-url=https://gateway.example/api | iamsmart.base-url is 'https://gateway.example/api', which cannot be used. The base URL 'https://gateway.example/api' has the path of a call, '/api', which is appended to it: write scheme and host only. | base-url: https://gateway.example
            iamsmart.paths.get-tokn=/api/x       | iamsmart.paths.get-tokn: There is no call of the gateway 'get-tokn' (ApiPaths, iamsmart.paths): did you mean 'get-token'? | Write one of the names above
            """)
    void aFailedStartIsExplained(String property, String description, String action) {
        UsedSecrets.remember("matrix-client-secret-8d1f");

        Throwable failure = catchThrowable(() -> new SpringApplicationBuilder(MatrixApplication.class)
                .properties(CLIENT)
                .run("--server.port=0", "--" + property)
                .close());

        FailureAnalysis analysis = analysis(failure);
        String origin = property.substring(0, property.indexOf('='));
        assertThat(analysis.getDescription())
                .startsWith(description.replace("…", "\"" + origin + "\" from property source \"commandLineArgs\""));
        assertThat(analysis.getAction()).contains(action);
    }

    @Test
    void aValueWhereAGroupBelongsIsNotShown() {
        Throwable failure = catchThrowable(() -> new SpringApplicationBuilder(MatrixApplication.class)
                .properties("iamsmart.environment=ite", "iamsmart.client-id=matrix-client", "iamsmart.kek=canary")
                .run("--server.port=0")
                .close());

        assertThat(analysis(failure).getDescription())
                .startsWith("iamsmart.kek")
                .contains("is a group of properties")
                .doesNotContain("canary");
    }

    private static FailureAnalysis analysis(Throwable failure) {
        for (FailureAnalyzer analyzer : SpringFactoriesLoader.forDefaultResourceLocation()
                .load(FailureAnalyzer.class, (type, name, problem) -> {})) {
            FailureAnalysis analysis = analyzer.analyze(failure);
            if (analysis != null) {
                return analysis;
            }
        }
        throw new AssertionError("nobody explains it", failure);
    }

    @Test
    void aMisspeltNameIsTold() {
        Logger logger = (Logger) LoggerFactory.getLogger("io.github.iamsmart.spring.internal.settings");
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        try {
            new ApplicationContextRunner()
                    .withConfiguration(AutoConfigurations.of(IamSmartAutoConfiguration.class))
                    .withPropertyValues(CLIENT)
                    .withPropertyValues("iamsmart.sign-in.sucess-url=/home")
                    .withInitializer(context -> context.getEnvironment()
                            .getPropertySources()
                            .addLast(new SystemEnvironmentPropertySource(
                                    "test-systemEnvironment",
                                    Map.of("IAMSMART_CLIENT_IDD", "x", "IAMSMART_SIGN_IN_SCOPES", "y"))))
                    .run(context -> assertThat(context).hasNotFailed());
        } finally {
            logger.detachAppender(log);
        }

        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .filteredOn(message -> !message.contains("\"systemProperties\"")) // of the build
                .containsExactly(
                        "The environment variable IAMSMART_CLIENT_IDD is no property of this library: did you mean"
                                + " IAMSMART_CLIENTID?",
                        "iamsmart.sign-in.sucess-url (\"iamsmart.sign-in.sucess-url\" from property source \"test\") is no"
                                + " property of this library: did you mean iamsmart.sign-in.success-url?");
    }
}
