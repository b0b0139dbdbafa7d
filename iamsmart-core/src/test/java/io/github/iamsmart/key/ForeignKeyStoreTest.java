package io.github.iamsmart.key;

import static io.github.iamsmart.key.KekFixture.CERTIFICATE;
import static io.github.iamsmart.key.KekFixture.KEK;
import static io.github.iamsmart.key.KekFixture.keyStore;
import static io.github.iamsmart.key.KekFixture.pem;
import static io.github.iamsmart.key.KekFixture.pkcs8;
import static io.github.iamsmart.key.KekFixture.withKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.signing.ExternalTool;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Security;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.bc.BcPKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS12SafeBagBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Key stores that other programs make, on whatever JDK, and beside whatever provider. */
class ForeignKeyStoreTest {

    private static final ExternalTool OPENSSL = new ExternalTool("openssl");

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("kek.pem"), pkcs8(KEK.getPrivate()) + pem(CERTIFICATE));
    }

    private Path export(String password, String... more) throws IOException, InterruptedException {
        List<String> arguments =
                new ArrayList<>(List.of("pkcs12", "-export", "-in", "kek.pem", "-out", "kek.p12", "-passout"));
        arguments.add("pass:" + password);
        arguments.addAll(List.of(more));
        assertThat(OPENSSL.run(folder, arguments.toArray(String[]::new)))
                .satisfies(answer ->
                        assertThat(answer.exitCode()).as(answer.output()).isZero());
        return folder.resolve("kek.p12");
    }

    private static void assertRead(KekKeyPair pair) {
        assertThat(pair.insecurePrivateKey()).isEqualTo(KEK.getPrivate());
        assertThat(pair.certificate()).contains(CERTIFICATE);
        assertThat(pair.provider()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "s3cret, -macalg sha1",
        "s3cret, -macalg sha256",
        "s3cret, -macalg sha384",
        "s3cret, -macalg sha512",
        "s3cret, -nomac",
        "s3cret, -keypbe NONE -certpbe NONE",
        "s3cret, -keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES",
        "s3cret, -name KEK-of-2026",
        "'', -macalg sha256",
        "'', -nomac",
        "'', -keypbe NONE -certpbe NONE -nomac",
        "密碼-pässwörd, -macalg sha256"
    })
    void readsWhatOpenSslMakes(String password, String options) throws Exception {
        Path file = export(password, options.split(" "));

        assertRead(KekKeyPair.fromPkcs12(file, password.toCharArray()));
        beside(() -> assertRead(KekKeyPair.fromPkcs12(file, password.toCharArray())));
    }

    @Test
    void findsAKeyByTheNameThatTheJdkGivesIt() throws Exception {
        Path file = export("s3cret");
        KeyStore jdk = KeyStore.getInstance("PKCS12", "SUN");
        jdk.load(new ByteArrayInputStream(Files.readAllBytes(file)), "s3cret".toCharArray());
        String alias = jdk.aliases().nextElement();

        assertRead(KekKeyPair.fromPkcs12(file, "s3cret".toCharArray(), alias));
    }

    @Test
    void saysThatAPasswordIsWrongOrMissing() throws Exception {
        Path file = export("密碼");

        for (String wrong : new String[] {"canary-wrong", "錯-canary", ""}) {
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(() -> KekKeyPair.fromPkcs12(file, wrong.toCharArray()))
                    .withMessageContaining(wrong.isEmpty() ? "is missing" : "is wrong")
                    .withMessageNotContaining("canary");
        }
    }

    @Test
    void readsAKeyThatIsNotEncrypted() throws Exception {
        PKCS12SafeBag key = new JcaPKCS12SafeBagBuilder(KEK.getPrivate()).build();
        PKCS12SafeBag certificate = new JcaPKCS12SafeBagBuilder(CERTIFICATE).build();
        byte[] file = new PKCS12PfxPduBuilder()
                .addData(key)
                .addData(certificate)
                .build(new BcPKCS12MacCalculatorBuilder(), "s3cret".toCharArray())
                .getEncoded();

        KekKeyPair pair =
                KekKeyPair.fromKeyStore(new ByteArrayInputStream(file), "PKCS12", "s3cret".toCharArray(), null, null);

        assertThat(pair.insecurePrivateKey()).isEqualTo(KEK.getPrivate());
    }

    @ParameterizedTest
    @ValueSource(strings = {"JKS", "PKCS12"})
    void readsStoresOfTheJdkBesideAnyProvider(String type) throws Exception {
        for (String password : new String[] {"s3cret-store", ""}) {
            char[] characters = password.toCharArray();
            KeyStore store = withKey(keyStore(type), "kek", characters, KEK, CERTIFICATE);
            byte[] file = stored(store, characters);

            beside(() ->
                    assertRead(KekKeyPair.fromKeyStore(new ByteArrayInputStream(file), type, characters, null, null)));
        }
    }

    private static byte[] stored(KeyStore store, char[] password) throws IOException, GeneralSecurityException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (OutputStream out = file) {
            store.store(out, password);
        }
        return file.toByteArray();
    }

    private interface Work {
        void run() throws Exception;
    }

    /** An application that has put BouncyCastle first. */
    private static void beside(Work work) throws Exception {
        Security.insertProviderAt(new BouncyCastleProvider(), 1);
        try {
            work.run();
        } finally {
            Security.removeProvider(BouncyCastleProvider.PROVIDER_NAME);
        }
    }
}
