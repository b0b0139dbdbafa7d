package io.github.iamsmart.samples.documentation.guide;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.IamSmartClient;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.ClassPathResource;

/** The settings of docs/keys-and-secrets.md, with files that are there. */
class KeyExamplesTest {

    private static final String SECRET = "not-a-secret-of-anybody";
    private static final String PASSWORD = "changeit";

    @TempDir
    Path folder;

    private KeyStore store;

    @BeforeEach
    void write() throws Exception {
        Path file = KeyStores.write(folder.resolve("kek.p12"), PASSWORD);
        store = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(file)) {
            store.load(stream, PASSWORD.toCharArray());
        }
        write("tls.key", pem("PRIVATE KEY", key().getEncoded()));
        write("tls.crt", pem("CERTIFICATE", store.getCertificate(alias()).getEncoded()));
    }

    private String alias() throws GeneralSecurityException {
        return store.aliases().nextElement();
    }

    private PrivateKey key() throws GeneralSecurityException {
        return (PrivateKey) store.getKey(alias(), PASSWORD.toCharArray());
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String pem(String label, byte[] content) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + label
                + "-----\n";
    }

    private void starts(SpringApplicationBuilder application, String page, String... settings) {
        String[] arguments = Stream.concat(
                        Stream.of(
                                "--spring.config.location=" + page,
                                "--server.port=0",
                                "--iamsmart.environment=ite",
                                "--iamsmart.client-id=permits",
                                "--iamsmart.public-url=https://permits.example.org"),
                        Stream.of(settings))
                .toArray(String[]::new);
        try (ConfigurableApplicationContext context = application.run(arguments)) {
            assertThat(context.getBean(IamSmartClient.class).health().kekCertificates())
                    .hasSize(1);
        }
    }

    private static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(GuideApplication.class);
    }

    @Test
    void takesTheKekFromAnSslBundle() {
        starts(
                application(),
                "classpath:/guide/bundle.yml",
                "--iamsmart.client-secret=" + SECRET,
                "--spring.ssl.bundle.pem.kek.keystore.private-key=file:" + folder.resolve("tls.key"),
                "--spring.ssl.bundle.pem.kek.keystore.certificate=file:" + folder.resolve("tls.crt"));
    }

    @Test
    void takesSecretsFromFiles() throws IOException {
        starts(
                application(),
                "classpath:/guide/secret-files.yml",
                "--iamsmart.client-secret-file=" + write("client-secret", SECRET + "\n"),
                "--iamsmart.kek.location=file:" + folder.resolve("kek.p12"),
                "--iamsmart.kek.password-file=" + write("kek-password", PASSWORD + "\n"));
    }

    @Test
    void takesSecretsFromAConfigTree() throws IOException {
        Path tree = Files.createDirectory(folder.resolve("tree"));
        Files.writeString(tree.resolve("iamsmart.client-secret"), SECRET + "\n");
        Files.writeString(tree.resolve("iamsmart.kek.password"), PASSWORD + "\n");

        String page = new ClassPathResource("guide/config-tree.yml").getContentAsString(UTF_8);
        Path here = write("config-tree.yml", page.replace("/run/secrets/iamsmart/", tree + "/"));

        starts(application(), "file:" + here, "--iamsmart.kek.location=file:" + folder.resolve("kek.p12"));
    }

    @Test
    void takesTheKekFromABean() throws GeneralSecurityException {
        PrivateKey key = key();
        starts(
                application().initializers((GenericApplicationContext context) -> {
                    context.registerBean("kekKey", PrivateKey.class, () -> key);
                    context.registerBean("kekProvider", Provider.class, () -> Security.getProvider("SunJCE"));
                }),
                "classpath:/guide/key-bean.yml",
                "--iamsmart.client-secret=" + SECRET,
                "--iamsmart.kek.certificate-location=file:" + folder.resolve("tls.crt"));
    }
}
