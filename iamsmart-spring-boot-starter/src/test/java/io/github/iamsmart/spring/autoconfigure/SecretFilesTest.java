package io.github.iamsmart.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.spring.TestKeys;
import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import io.github.iamsmart.spring.internal.properties.IamSmartProperties;
import io.github.iamsmart.spring.internal.settings.ConfiguredClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;

/** Secrets that stand in files of their own. */
class SecretFilesTest {

    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String[] client(String secret) {
        return new String[] {
            "iamsmart.environment=ite",
            "iamsmart.client-id=starter-client",
            "iamsmart.kek.location=" + TestKeys.inline(),
            secret
        };
    }

    private static void properties(Consumer<IamSmartProperties> check, String... values) {
        Runners.withoutSimulator().withPropertyValues(values).run(context -> {
            assertThat(context).hasNotFailed().hasSingleBean(IamSmartClient.class);
            check.accept(context.getBean(ConfiguredClient.class).properties());
        });
    }

    private static void refused(Consumer<String> check, String... values) {
        Runners.withoutSimulator()
                .withPropertyValues(values)
                .run(context -> check.accept(said(context.getStartupFailure())));
    }

    private static String said(Throwable failure) {
        Throwable at = failure;
        while (at != null && !(at instanceof IamSmartPropertyException)) {
            at = at.getCause();
        }
        assertThat(at).as("of " + failure).isNotNull();
        return at.getMessage() + " " + ((IamSmartPropertyException) at).action();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n", "\n\n"})
    void leavesTheLineBreakAtTheEndOut(String end) throws IOException {
        Path file = file("secret", Runners.SECRET + end);

        properties(
                found -> assertThat(found.clientSecret()).isEqualTo(Runners.SECRET),
                client("iamsmart.client-secret-file=" + file));
    }

    @Test
    void keepsABlankOfThePassword() throws IOException {
        file("proxy", " pass word \n");

        properties(
                found -> assertThat(found.proxy().password()).isEqualTo(" pass word "),
                concat(
                        client("iamsmart.client-secret=" + Runners.SECRET),
                        "iamsmart.proxy.host=proxy.example.org",
                        "iamsmart.proxy.username=permits",
                        "iamsmart.proxy.password-file=file:" + folder.resolve("proxy")));
    }

    @Test
    void opensTheKeyStoreWithAPasswordFromAFile() throws IOException {
        Path password = file("kek-password", TestKeys.PASSWORD + "\n");

        properties(
                found -> assertThat(found.kek().password()).isEqualTo(TestKeys.PASSWORD),
                "iamsmart.environment=ite",
                "iamsmart.client-id=starter-client",
                "iamsmart.client-secret=" + Runners.SECRET,
                "iamsmart.kek.location=" + TestKeys.keyStore(folder, "PKCS12", "kek"),
                "iamsmart.kek.password-file=" + password);
    }

    @Test
    void refusesASecretThatIsGivenTwice() throws IOException {
        Path file = file("secret", "canary-other-secret");

        refused(
                text -> assertThat(text)
                        .contains("iamsmart.client-secret and iamsmart.client-secret-file are both set")
                        .doesNotContain(Runners.SECRET, "canary"),
                concat(client("iamsmart.client-secret=" + Runners.SECRET), "iamsmart.client-secret-file=" + file));
    }

    @Test
    void namesThePropertyAndThePathOfAFileThatCannotBeRead() {
        refused(
                text -> assertThat(text)
                        .contains(
                                "iamsmart.client-secret-file",
                                folder.resolve("missing").toString(),
                                "cannot be read"),
                client("iamsmart.client-secret-file=" + folder.resolve("missing")));
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        Path file = file("secret", "\n");

        refused(
                text -> assertThat(text).contains("iamsmart.client-secret-file", "only a line break"),
                client("iamsmart.client-secret-file=" + file));
    }

    @Test
    void doesNotShowASecretThatStandsWhereItsFileShould() {
        String secret = "canary4f1e4f1e4f1e4f1e4f1e4f1e4f1e4f1e4f1e4f1e4f1e";

        refused(
                text -> assertThat(text).contains("iamsmart.client-secret-file").doesNotContain("canary"),
                client("iamsmart.client-secret-file=" + secret));
    }

    @Test
    void showsNoSecretOfAFile() throws IOException {
        Path file = file("secret", Runners.SECRET);

        properties(
                found -> assertThat(found.toString()).doesNotContain(Runners.SECRET),
                client("iamsmart.client-secret-file=" + file));
    }

    @Test
    void takesAConfigTree() throws IOException {
        file("iamsmart.client-secret", Runners.SECRET + "\n");
        file("iamsmart.client-id", "starter-client\n");
        file("iamsmart.kek.password", TestKeys.PASSWORD + "\n");
        Path keyStore = TestKeys.keyStore(Files.createDirectory(folder.resolve("kek")), "PKCS12", "kek");

        Runners.withoutSimulator()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withPropertyValues(
                        "spring.config.import=configtree:" + folder + "/",
                        "iamsmart.environment=ite",
                        "iamsmart.kek.location=" + keyStore)
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    IamSmartProperties found =
                            context.getBean(ConfiguredClient.class).properties();
                    assertThat(found.clientSecret()).isEqualTo(Runners.SECRET);
                    assertThat(found.clientId()).isEqualTo("starter-client");
                });
    }

    private static String[] concat(String[] values, String... others) {
        return Stream.concat(Arrays.stream(values), Arrays.stream(others)).toArray(String[]::new);
    }
}
