package io.github.iamsmart.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.selfcheck.SelfCheckRequest;
import io.github.iamsmart.selfcheck.SelfCheckStatus;
import io.github.iamsmart.simulator.ClientRegistration;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.spring.TestKeys;
import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.Provider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** A KEK whose private key is a bean and stays in its device. */
class KeyBeanTest {

    @TempDir
    Path folder;

    private static ApplicationContextRunner application() {
        return Runners.plain()
                .withBean(
                        "hsmKey",
                        PrivateKey.class,
                        () -> OpaqueProvider.handle(TestKeys.pair().getPrivate()))
                .withBean("hsm", Provider.class, OpaqueProvider::new)
                .withBean("jwtKey", PrivateKey.class, () -> TestKeys.another().getPrivate())
                .withPropertyValues(
                        "iamsmart.environment=ite",
                        "iamsmart.client-id=starter-client",
                        "iamsmart.client-secret=" + Runners.SECRET);
    }

    @Test
    void opensTheKeyOfTheGatewayWithAKeyThatCannotBeExported() {
        ClientRegistration registration =
                ClientRegistration.withGeneratedSecret(TestKeys.pair().getPublic());
        try (IamSmartSimulator gateway = IamSmartSimulator.start()) {
            gateway.register(registration);
            application()
                    .withPropertyValues(
                            "iamsmart.environment=simulator",
                            "iamsmart.base-url=" + gateway.baseUrl(),
                            "iamsmart.client-id=" + registration.clientId(),
                            "iamsmart.client-secret=" + registration.clientSecret(),
                            "iamsmart.kek.key-bean=hsmKey",
                            "iamsmart.kek.provider=hsm",
                            "iamsmart.kek.certificate-location=" + TestKeys.pemCertificate(folder))
                    .run(context -> assertThat(context.getBean(IamSmartClient.class)
                                    .selfCheck()
                                    .run(SelfCheckRequest.builder().build())
                                    .lines())
                            .filteredOn(line -> line.id().startsWith("kek-"))
                            .isNotEmpty()
                            .noneMatch(line -> line.status() == SelfCheckStatus.FAILURE)
                            .anyMatch(line ->
                                    line.id().equals("kek-registered") && line.status() == SelfCheckStatus.PASS));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "hsmKey, '', iamsmart.kek.provider is missing",
        "other, hsm, there is no bean of that name",
        "hsm, hsm, a bean that is no java.security.PrivateKey",
        "hsmKey, nobody, neither a bean nor a provider of the JVM has that name",
        "hsmKey, SunJCE, cannot be used",
    })
    void saysWhatIsWrong(String key, String provider, String expected) {
        application()
                .withPropertyValues(
                        "iamsmart.kek.key-bean=" + key,
                        "iamsmart.kek.provider=" + provider,
                        "iamsmart.kek.certificate-location=" + TestKeys.pemCertificate(folder))
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining(IamSmartPropertyException.class.getName())
                        .hasStackTraceContaining(expected));
    }

    @Test
    void wantsTheCertificate() {
        application()
                .withPropertyValues("iamsmart.kek.key-bean=hsmKey", "iamsmart.kek.provider=hsm")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining("iamsmart.kek.certificate-location is missing"));
    }

    @ParameterizedTest
    @CsvSource({
        "iamsmart.kek.location, file:kek.p12",
        "iamsmart.kek.bundle, kek",
        "iamsmart.kek.password, canary-password",
        "iamsmart.kek.alias, kek",
    })
    void refusesWhatHasNoEffectBesideIt(String property, String value) {
        application()
                .withPropertyValues("iamsmart.kek.key-bean=hsmKey", "iamsmart.kek.provider=hsm", property + "=" + value)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(IamSmartPropertyException.class)
                        .hasMessageContaining(property)
                        .message()
                        .doesNotContain("canary"));
    }

    @Test
    void aPrivateKeyBeanThatNobodyNamesIsNotTheKek() {
        application().run(context -> assertThat(context).getFailure().hasStackTraceContaining("iamsmart.kek.location"));
    }
}
