package io.github.iamsmart.samples.onlineservice.signing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.simulator.IamSmartSimulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.io.DefaultResourceLoader;

/** Whom the site trusts where the real gateway takes the place of the simulator. */
class SigningTrustTest {

    @TempDir
    Path folder;

    @Test
    void trustsTheRootsOfTheFile() throws Exception {
        Path file = folder.resolve("certificates.pem");
        try (IamSmartSimulator simulator = IamSmartSimulator.start()) {
            Files.writeString(file, simulator.signingRootPem() + simulator.signingIntermediatePem());
        }

        assertThatCode(trust("file:" + file)::verifier).doesNotThrowAnyException();
    }

    @Test
    void trustsNobodyWithoutAFileOrByACertificateThatIsNoRoot() throws Exception {
        Path file = folder.resolve("intermediate.pem");
        try (IamSmartSimulator simulator = IamSmartSimulator.start()) {
            Files.writeString(file, simulator.signingIntermediatePem());
        }

        assertThatThrownBy(trust("")::verifier).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(trust("file:" + file)::verifier).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void aFileThatCannotBeReadIsNamedByItsProperty() throws Exception {
        Path file = Files.writeString(folder.resolve("broken.pem"), "-----BEGIN CERTIFICATE-----\nno\n");

        for (String location : new String[] {"file:" + file, "file:" + folder.resolve("missing.pem")}) {
            assertThatThrownBy(trust(location)::verifier)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("market.signing.certificates");
        }
    }

    private static SigningTrust trust(String location) {
        return new SigningTrust(
                new StaticListableBeanFactory().getBeanProvider(IamSmartSimulator.class),
                new DefaultResourceLoader(),
                location,
                Clock.systemUTC());
    }
}
