package io.github.iamsmart.key;

import static io.github.iamsmart.key.KekFixture.CERTIFICATE;
import static io.github.iamsmart.key.KekFixture.KEK;
import static io.github.iamsmart.key.KekFixture.OTHER;
import static io.github.iamsmart.key.KekFixture.OTHER_CERTIFICATE;
import static io.github.iamsmart.key.KekFixture.PASSWORD;
import static io.github.iamsmart.key.KekFixture.encryptedPkcs8;
import static io.github.iamsmart.key.KekFixture.password;
import static io.github.iamsmart.key.KekFixture.pem;
import static io.github.iamsmart.key.KekFixture.pkcs8;
import static io.github.iamsmart.key.KekFixture.traditionallyEncrypted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.iamsmart.error.ConfigurationException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KekKeyPairPemTest {

    @TempDir
    Path folder;

    static Stream<Arguments> keyShapes() {
        return Stream.of(
                arguments("PKCS#8", pkcs8(KEK.getPrivate()), null),
                arguments("PKCS#1", pem(KEK.getPrivate()), null),
                arguments("encrypted PKCS#8", encryptedPkcs8(KEK.getPrivate()), PASSWORD),
                arguments("OpenSSL's encrypted PKCS#1", traditionallyEncrypted(KEK.getPrivate()), PASSWORD),
                arguments("a password that is not needed", pkcs8(KEK.getPrivate()), PASSWORD));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("keyShapes")
    void readsKeyAndCertificateFromOneFileInEitherOrder(String shape, String key, String password) {
        String certificate = pem(CERTIFICATE);
        for (String text : List.of(key + certificate, certificate + key)) {
            KekKeyPair pair = KekKeyPair.fromPem(write("kek.pem", text), chars(password), null);
            assertThat(pair.certificate()).contains(CERTIFICATE);
            assertThat(pair.publicKeyInfo()).isEqualTo(KEK.getPublic().getEncoded());
            assertThat(pair.insecurePrivateKey()).isEqualTo(KEK.getPrivate());
            assertThat(pair.provider()).isEmpty();
            assertThat(pair.description()).isEqualTo("PEM file kek.pem");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("keyShapes")
    void readsKeyAndCertificateFromTwoInputs(String shape, String key, String password) {
        String certificate = pem(CERTIFICATE);
        assertThat(KekKeyPair.fromPem(write("kek.key", key), chars(password), write("kek.crt", certificate))
                        .certificate())
                .contains(CERTIFICATE);
        assertThat(KekKeyPair.fromPem(key, chars(password), certificate).certificate())
                .contains(CERTIFICATE);
        assertThat(KekKeyPair.fromPem(stream(key), chars(password), stream(certificate))
                        .certificate())
                .contains(CERTIFICATE);
    }

    @Test
    void readsTwoPlainFiles() {
        KekKeyPair pair =
                KekKeyPair.fromPem(write("kek.key", pem(KEK.getPrivate())), write("kek.crt", pem(CERTIFICATE)));
        assertThat(pair.certificate()).contains(CERTIFICATE);
        assertThat(pair.description()).isEqualTo("PEM file kek.key");
    }

    @Test
    void findsTheCertificateOfTheKeyAnywhereInAChain() {
        String text = pem(OTHER_CERTIFICATE, CERTIFICATE) + pkcs8(KEK.getPrivate());
        assertThat(KekKeyPair.fromPem(write("kek.pem", text)).certificate()).contains(CERTIFICATE);
    }

    @Test
    void skipsTheTextThatOpenSslWritesBetweenBlocks() {
        String text = "Bag Attributes\r\n    friendlyName: kek\r\n"
                + pkcs8(KEK.getPrivate()).replace("\n", "\r\n") + "subject=CN = Online Service\r\n"
                + pem(CERTIFICATE).replace("\n", "\r\n");
        assertThat(KekKeyPair.fromPem(write("kek.pem", text)).certificate()).contains(CERTIFICATE);
    }

    @Test
    void skipsAByteOrderMark() {
        assertThat(KekKeyPair.fromPem(write("kek.pem", "\ufeff" + pkcs8(KEK.getPrivate())))
                        .publicKeyInfo())
                .isEqualTo(KEK.getPublic().getEncoded());
    }

    @Test
    void computesThePublicKeyWhereThereIsNoCertificate() {
        KekKeyPair pair = KekKeyPair.fromPem(write("kek.key", pkcs8(KEK.getPrivate())));
        assertThat(pair.publicKeyInfo()).isEqualTo(KEK.getPublic().getEncoded());
        assertThat(pair.certificate()).isEmpty();
        assertThat(pair.notAfter()).isEmpty();
        assertThat(pair.isExpiredAt(KekFixture.END.plusSeconds(1))).isFalse();
    }

    @Test
    void readsAPublicKeyInsteadOfACertificate() {
        assertThat(KekKeyPair.fromPem(pkcs8(KEK.getPrivate()), null, pem(KEK.getPublic()))
                        .publicKeyInfo())
                .isEqualTo(KEK.getPublic().getEncoded());
        refused(() -> KekKeyPair.fromPem(pkcs8(KEK.getPrivate()), null, pem(OTHER.getPublic())))
                .withMessageContainingAll("PEM text", "does not fit the public key");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void refusesAWrongPassword(boolean pkcs8) {
        Path file =
                write("kek.pem", pkcs8 ? encryptedPkcs8(KEK.getPrivate()) : traditionallyEncrypted(KEK.getPrivate()));
        // Many, because some wrong keys leave a padding that looks right.
        for (int i = 0; i < 300; i++) {
            String wrong = "wrong-password-" + i;
            refused(() -> KekKeyPair.fromPem(file, wrong.toCharArray(), null))
                    .withMessageContainingAll(file.toString(), "password", "is wrong")
                    .withMessageNotContaining(wrong)
                    .withNoCause();
        }
    }

    @Test
    void asksForTheMissingPassword() {
        Path file = write("kek.pem", encryptedPkcs8(KEK.getPrivate()));
        refused(() -> KekKeyPair.fromPem(file)).withMessageContainingAll(file.toString(), "is encrypted", "password");
        refused(() -> KekKeyPair.fromPem(file, new char[0], null)).withMessageContaining("is encrypted");
    }

    @Test
    void leavesTheCallersPasswordAsItIs() {
        char[] password = password();
        KekKeyPair.fromPem(encryptedPkcs8(KEK.getPrivate()), password, null);
        assertThat(password).isEqualTo(password());
    }

    @Test
    void refusesACertificateOfAnotherKey() {
        Path key = write("kek.key", pkcs8(KEK.getPrivate()));
        Path certificate = write("kek.crt", pem(OTHER_CERTIFICATE));
        refused(() -> KekKeyPair.fromPem(key, certificate))
                .withMessageContainingAll(key.toString(), "does not fit", "5678");
    }

    @Test
    void refusesACertificateWhereTheKeyShouldBe() {
        Path file = write("kek.crt", pem(CERTIFICATE));
        refused(() -> KekKeyPair.fromPem(file))
                .withMessageContainingAll(file.toString(), "no private key", "it holds: CERTIFICATE");
    }

    @Test
    void refusesAKeyWhereTheCertificateShouldBe() {
        Path key = write("kek.key", pkcs8(KEK.getPrivate()));
        refused(() -> KekKeyPair.fromPem(key, key))
                .withMessageContainingAll(key.toString(), "no certificate", "it holds: PRIVATE KEY");
    }

    @Test
    void refusesSeveralKeys() {
        Path file = write("kek.pem", pkcs8(KEK.getPrivate()) + pkcs8(OTHER.getPrivate()));
        refused(() -> KekKeyPair.fromPem(file)).withMessageContainingAll(file.toString(), "2 private keys");
    }

    @Test
    void refusesAnEllipticCurveKey() {
        KeyPair ec = KekFixture.pair("EC", 256);
        Path file = write("kek.pem", pkcs8(ec.getPrivate()));
        refused(() -> KekKeyPair.fromPem(file)).withMessageContainingAll(file.toString(), "not an RSA key");
        Path key = write("kek.key", pkcs8(KEK.getPrivate()));
        Path certificate = write("kek.crt", pem(KekFixture.certificate("CN=EC", ec, KekFixture.END, BigInteger.TEN)));
        refused(() -> KekKeyPair.fromPem(key, certificate)).withMessageContainingAll(key.toString(), "EC, not RSA");
    }

    @Test
    void refusesAShortKey() {
        Path file = write("kek.pem", pkcs8(KekFixture.rsa(1024).getPrivate()));
        refused(() -> KekKeyPair.fromPem(file)).withMessageContainingAll(file.toString(), "1024 bits", "2048");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \r\n"})
    void refusesAnEmptyFile(String nothing) {
        Path file = write("kek.pem", nothing);
        refused(() -> KekKeyPair.fromPem(file)).withMessageContainingAll(file.toString(), "is empty");
        refused(() -> KekKeyPair.fromPem(nothing, null, null)).withMessageContaining("PEM text is empty");
        refused(() -> KekKeyPair.fromPem(stream(nothing), null, null)).withMessageContaining("PEM text is empty");
    }

    @Test
    void refusesDer() throws IOException {
        Path file = Files.write(folder.resolve("kek.der"), KEK.getPrivate().getEncoded());
        refused(() -> KekKeyPair.fromPem(file))
                .withMessageContainingAll(file.toString(), "binary (DER)", "openssl", "fromPkcs12");
    }

    @Test
    void refusesAKeyStore() {
        Path file = KekFixture.store(KekFixture.keyStore("JKS"), folder.resolve("kek.jks"));
        refused(() -> KekKeyPair.fromPem(file))
                .withMessageContainingAll(file.toString(), "binary (JKS)", "fromKeyStore");
    }

    @Test
    void refusesOtherText() {
        Path file = write("kek.pem", "MIIEvQIBADANBgkqhkiG9w0BAQEFAASC");
        refused(() -> KekKeyPair.fromPem(file)).withMessageContainingAll(file.toString(), "not PEM text");
    }

    @Test
    void refusesATruncatedBlockWithoutQuotingIt() {
        String good = pkcs8(KEK.getPrivate());
        String body = good.substring(100, 140);
        List<String> broken = List.of(
                good.substring(0, good.length() - 40), good.replace("A", "?"), good.substring(0, 200) + "\n-----END");
        for (String text : broken) {
            Path file = write("kek.pem", text);
            refused(() -> KekKeyPair.fromPem(file))
                    .withMessageContainingAll(file.toString(), "cannot be read", "line breaks")
                    .withMessageNotContaining(body)
                    .withNoCause();
        }
    }

    @Test
    void refusesAMissingFileAndADirectory() {
        Path missing = folder.resolve("none.pem");
        refused(() -> KekKeyPair.fromPem(missing)).withMessageContainingAll(missing.toString(), "does not exist");
        refused(() -> KekKeyPair.fromPem(folder)).withMessageContainingAll(folder.toString(), "is a directory");
    }

    @Test
    void refusesAFileThatItMayNotRead() {
        Path file = write("kek.pem", pkcs8(KEK.getPrivate()));
        assumeTrue(file.toFile().setReadable(false) && !Files.isReadable(file), "this account may read every file");
        refused(() -> KekKeyPair.fromPem(file)).withMessageContainingAll(file.toString(), "cannot be read");
    }

    private static ThrowableAssertAlternative<ConfigurationException> refused(ThrowingCallable call) {
        return assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(call)
                .withMessageNotContaining(PASSWORD);
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static char[] chars(String text) {
        return text == null ? null : text.toCharArray();
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
