package io.github.iamsmart.key;

import static io.github.iamsmart.key.KekFixture.CERTIFICATE;
import static io.github.iamsmart.key.KekFixture.KEK;
import static io.github.iamsmart.key.KekFixture.OTHER_CERTIFICATE;
import static io.github.iamsmart.key.KekFixture.keyStore;
import static io.github.iamsmart.key.KekFixture.pem;
import static io.github.iamsmart.key.KekFixture.pkcs8;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.internal.crypto.TrustedRoots;
import io.github.iamsmart.signing.ExternalTool;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.Security;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificates of authorities, from files of every kind. */
class TrustStoreFileTest {

    @TempDir
    Path folder;

    private static List<Certificate> read(byte[] content, String type, String password) throws Exception {
        List<Certificate> found = new ArrayList<>();
        KeyStore store = TrustedRoots.read(content, type, password.toCharArray());
        for (String alias : Collections.list(store.aliases())) {
            found.add(store.getCertificate(alias));
        }
        return found;
    }

    @Test
    void readsPemTextHoweverItIsPasted() throws Exception {
        String text = "# roots\n" + pem(CERTIFICATE) + pkcs8(KEK.getPrivate()) + pem(OTHER_CERTIFICATE);
        for (byte[] content : new byte[][] {
            text.getBytes(UTF_8), text.replace("\n", "\\n").getBytes(UTF_8), ("\ufeff" + text).getBytes(UTF_16LE)
        }) {
            assertThat(read(content, "PEM", "")).containsExactlyInAnyOrder(CERTIFICATE, OTHER_CERTIFICATE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-macalg sha256", "-macalg sha512", "-nomac", "-certpbe NONE"})
    void readsWhatOpenSslMakesWithoutAKey(String options) throws Exception {
        Files.writeString(folder.resolve("roots.pem"), pem(CERTIFICATE) + pem(OTHER_CERTIFICATE));
        List<String> command = new ArrayList<>(List.of(
                "pkcs12", "-export", "-nokeys", "-in", "roots.pem", "-out", "r.p12", "-passout", "pass:s3cret"));
        command.addAll(List.of(options.split(" ")));
        assertThat(new ExternalTool("openssl")
                        .run(folder, command.toArray(String[]::new))
                        .exitCode())
                .isZero();
        byte[] file = Files.readAllBytes(folder.resolve("r.p12"));

        Security.insertProviderAt(new BouncyCastleProvider(), 1);
        try {
            assertThat(read(file, "PKCS12", "s3cret")).containsExactlyInAnyOrder(CERTIFICATE, OTHER_CERTIFICATE);
        } finally {
            Security.removeProvider(BouncyCastleProvider.PROVIDER_NAME);
        }
        assertThat(read(file, "PKCS12", "s3cret")).containsExactlyInAnyOrder(CERTIFICATE, OTHER_CERTIFICATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"JKS", "PKCS12"})
    void readsStoresOfTheJdk(String type) throws Exception {
        KeyStore store = keyStore(type);
        store.setCertificateEntry("root", CERTIFICATE);
        Path file = KekFixture.store(store, folder.resolve("roots"));

        assertThat(read(Files.readAllBytes(file), type, KekFixture.PASSWORD)).containsExactly(CERTIFICATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"JKS", "PKCS12"})
    void saysWhetherAPasswordIsMissingOrWrong(String type) throws Exception {
        KeyStore store = keyStore(type);
        store.setCertificateEntry("root", CERTIFICATE);
        byte[] file = Files.readAllBytes(KekFixture.store(store, folder.resolve("roots")));

        assertThatThrownBy(() ->
                        IamSmartClient.builder().trustStore(new ByteArrayInputStream(file), type, "no".toCharArray()))
                .hasMessageContaining("The password of the trust store is wrong");
        assertThatThrownBy(() -> IamSmartClient.builder().trustStore(new ByteArrayInputStream(file), type, null))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        failure -> assertThat(failure.setting()).contains("password"))
                .hasMessageContaining("The password of the trust store is missing");
    }

    @Test
    void refusesWhatHoldsNoCertificateOrIsOfAnotherKind() {
        for (String content : new String[] {"no pem", pkcs8(KEK.getPrivate()), "-----BEGIN CERTIFICATE-----\nAAAA"}) {
            for (String type : new String[] {"PEM", "PKCS12", "JKS", "NOSUCH"}) {
                assertThatThrownBy(() -> IamSmartClient.builder()
                                .trustStore(new ByteArrayInputStream(content.getBytes(UTF_8)), type, null))
                        .as(type + " of " + content)
                        .isInstanceOf(ConfigurationException.class)
                        .hasMessageContaining("The trust store");
            }
        }
    }
}
