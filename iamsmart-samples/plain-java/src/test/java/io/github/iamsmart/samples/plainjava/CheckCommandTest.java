package io.github.iamsmart.samples.plainjava;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.simulator.ClientRegistration;
import io.github.iamsmart.simulator.IamSmartSimulator;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class CheckCommandTest {

    @TempDir
    Path folder;

    private final IamSmartSimulator gateway = IamSmartSimulator.start();
    private final Map<String, String> variables = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream problems = new ByteArrayOutputStream();
    private ClientRegistration registration;

    @BeforeEach
    void register() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair kek = generator.generateKeyPair();
        registration = ClientRegistration.withGeneratedSecret(kek.getPublic());
        gateway.register(registration);
        Path key = folder.resolve("kek.pem");
        Files.writeString(
                key,
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'})
                                .encodeToString(kek.getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
        Path secret = Files.writeString(folder.resolve("secret"), registration.clientSecret() + "\n");
        variables.putAll(Map.of(
                "IAMSMART_BASE_URL", gateway.baseUrl().toString(),
                "IAMSMART_CLIENT_ID", registration.clientId(),
                "IAMSMART_CLIENT_SECRET_FILE", secret.toString(),
                "IAMSMART_KEK", key.toString()));
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private int check(String... options) {
        return new CheckCommand(variables, new PrintStream(out, true, UTF_8), new PrintStream(problems, true, UTF_8))
                .run(List.of(options));
    }

    private String said() {
        return out.toString(UTF_8);
    }

    @Test
    void endsWithZeroWhereAllIsWell() {
        int code = check();

        assertThat(said())
                .contains("PASS     gateway-key", "PASS     kek-registered")
                .endsWith("\nPASS\n")
                .doesNotContain(registration.clientSecret());
        assertThat(code).isZero();
    }

    @Test
    void endsWithTwoWhereSomethingFails() {
        variables.put("IAMSMART_CLIENT_ID", "nobody");

        assertThat(check()).isEqualTo(2);
        assertThat(said()).contains("FAILURE  gateway-key").endsWith("\nFAILURE\n");
    }

    @Test
    void checksTheSampleItselfAndWarnsOfItsSimulator() {
        variables.clear();

        assertThat(check()).isEqualTo(1);
        assertThat(said())
                .contains("WARNING  environment", "PASS     callback-endpoint")
                .endsWith("\nWARNING\n");
    }

    @Test
    void writesJson() {
        assertThat(check("--json")).isZero();
        assertThat(said())
                .startsWith("{\"status\":\"PASS\",\"at\":\"")
                .contains(
                        "{\"id\":\"gateway-key\",\"subject\":\"\",\"status\":\"PASS\",\"finding\":\"The gateway takes")
                .endsWith("\"}]}\n");
    }

    @Test
    void checksTheCallbackUrlsThatItIsGiven() {
        assertThat(check("--results=http://localhost:" + gateway.baseUrl().getPort() + "/iamsmart/callback/results"))
                .isEqualTo(2);
        assertThat(said()).contains("FAILURE  callback-url", "FAILURE  callback-endpoint");
    }

    @Test
    void saysWhichSettingIsMissing() {
        variables.remove("IAMSMART_KEK");

        assertThat(check()).isEqualTo(2);
        assertThat(problems.toString(UTF_8)).contains("Set the environment variable IAMSMART_KEK.", "--results");
    }

    @Test
    void saysWhichOptionThereIsNot() {
        assertThat(check("--result=x")).isEqualTo(2);
        assertThat(problems.toString(UTF_8)).contains("There is no option --result.");
    }
}
