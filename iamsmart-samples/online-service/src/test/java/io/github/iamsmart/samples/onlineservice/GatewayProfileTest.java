package io.github.iamsmart.samples.onlineservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.signing.verification.SignatureVerifier;
import io.github.iamsmart.simulator.IamSmartSimulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The way to the real gateway: profile {@code ite} and environment variables, given here as arguments. */
class GatewayProfileTest {

    @TempDir
    Path folder;

    @Test
    void takesEverythingFromTheEnvironmentAndStartsNoSimulator() throws Exception {
        try (ConfigurableApplicationContext application = start(
                "--IAMSMART_CLIENT_ID=permit-desk",
                "--IAMSMART_CLIENT_SECRET=not-a-secret-of-anybody",
                "--IAMSMART_PUBLIC_URL=https://permits.example.org",
                "--IAMSMART_KEK_LOCATION=file:" + writeKek())) {
            IamSmartClient client = application.getBean(IamSmartClient.class);

            assertThat(client.clientId()).isEqualTo("permit-desk");
            assertThat(client.environment().name()).isEqualTo("ite");
            assertThat(application.getBeansOfType(IamSmartSimulator.class)).isEmpty();
            assertThat(application.getBeansOfType(SignatureVerifier.class)).isEmpty();
        }
    }

    @Test
    void trustsTheRootsThatAreNamed() throws Exception {
        Path roots = folder.resolve("roots.pem");
        Path others = folder.resolve("others.pem");
        try (IamSmartSimulator gateway = IamSmartSimulator.start()) {
            Files.writeString(roots, gateway.signingRootPem());
            Files.writeString(others, gateway.signingIntermediatePem());
        }

        try (ConfigurableApplicationContext application = start(
                "--IAMSMART_CLIENT_ID=permit-desk",
                "--IAMSMART_CLIENT_SECRET=not-a-secret-of-anybody",
                "--IAMSMART_PUBLIC_URL=https://permits.example.org",
                "--IAMSMART_KEK_LOCATION=file:" + writeKek(),
                "--IAMSMART_SIGNING_ROOTS=file:" + roots,
                "--IAMSMART_SIGNING_INTERMEDIATES=file:" + others)) {
            assertThat(application.getBeansOfType(SignatureVerifier.class)).hasSize(1);
        }
    }

    @Test
    void aMissingVariableStopsTheStartAndIsNamed() {
        assertThatThrownBy(() -> start().close()).rootCause().hasMessageContaining("iamsmart.");
    }

    private static ConfigurableApplicationContext start(String... arguments) {
        return new SpringApplicationBuilder(OnlineServiceApplication.class)
                .profiles("ite")
                .properties("server.port=0", "PORT=0")
                .run(arguments);
    }

    private Path writeKek() throws GeneralSecurityException, IOException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        Base64.Encoder encoder = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        String pem = "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
                .formatted(encoder.encodeToString(pair.getPrivate().getEncoded()));
        return Files.writeString(folder.resolve("kek.pem"), pem);
    }
}
