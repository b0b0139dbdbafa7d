package io.github.iamsmart.key;

import static io.github.iamsmart.key.KekFixture.CERTIFICATE;
import static io.github.iamsmart.key.KekFixture.KEK;
import static io.github.iamsmart.key.KekFixture.OTHER;
import static io.github.iamsmart.key.KekFixture.OTHER_CERTIFICATE;
import static io.github.iamsmart.key.KekFixture.PASSWORD;
import static io.github.iamsmart.key.KekFixture.keyStore;
import static io.github.iamsmart.key.KekFixture.password;
import static io.github.iamsmart.key.KekFixture.store;
import static io.github.iamsmart.key.KekFixture.withKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.iamsmart.error.ConfigurationException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KekKeyPairKeyStoreTest {

    @TempDir
    Path folder;

    @Test
    void readsTheOnlyKeyOfAPkcs12File() {
        KekKeyPair pair = KekKeyPair.fromPkcs12(single(), password());
        assertThat(pair.certificate()).contains(CERTIFICATE);
        assertThat(pair.publicKeyInfo()).isEqualTo(KEK.getPublic().getEncoded());
        assertThat(pair.insecurePrivateKey()).isEqualTo(KEK.getPrivate());
        assertThat(pair.provider()).isEmpty();
        assertThat(pair.description()).isEqualTo("alias kek in kek.p12");
        assertThat(pair.notAfter()).contains(KekFixture.END);
        assertThat(pair)
                .hasToString("KekKeyPair[alias kek in kek.p12, RSA 2048 bits, valid until 2029-01-01T00:00:00Z]");
    }

    @Test
    void readsTheChosenKeyAmongSeveral() {
        assertThat(KekKeyPair.fromPkcs12(two(), password(), "other").certificate())
                .contains(OTHER_CERTIFICATE);
        assertThat(KekKeyPair.fromPkcs12(two(), password(), "kek").certificate())
                .contains(CERTIFICATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PKCS12", "JKS"})
    void readsAKeyStoreFromAStream(String type) throws IOException {
        Path file = store(withKey(keyStore(type), "kek", password(), KEK, CERTIFICATE), folder.resolve("kek.store"));
        KekKeyPair pair = KekKeyPair.fromKeyStore(
                new ByteArrayInputStream(Files.readAllBytes(file)), type, password(), null, null);
        assertThat(pair.certificate()).contains(CERTIFICATE);
        assertThat(pair.description()).isEqualTo("alias kek in " + type + " key store");
    }

    @Test
    void readsAKeyWithAPasswordOfItsOwn() throws IOException {
        KeyStore keyStore = withKey(keyStore("JKS"), "kek", "of-the-key".toCharArray(), KEK, CERTIFICATE);
        byte[] bytes = Files.readAllBytes(store(keyStore, folder.resolve("kek.jks")));
        assertThat(KekKeyPair.fromKeyStore(
                                new ByteArrayInputStream(bytes), "JKS", password(), "of-the-key".toCharArray(), "kek")
                        .certificate())
                .contains(CERTIFICATE);
        refused(() -> KekKeyPair.fromKeyStore(new ByteArrayInputStream(bytes), "JKS", password(), null, null))
                .withMessageContainingAll("alias kek in JKS key store", "password", "is wrong", "of its own");
    }

    @Test
    void takesALoadedKeyStore() {
        KeyStore keyStore = withKey(keyStore("PKCS12"), "kek", password(), KEK, CERTIFICATE);
        KekKeyPair pair = KekKeyPair.fromKeyStore(keyStore, password(), null);
        assertThat(pair.certificate()).contains(CERTIFICATE);
        assertThat(pair.provider()).isEmpty();
    }

    @Test
    void refusesAKeyStoreThatWasNotLoaded() throws GeneralSecurityException {
        KeyStore keyStore = KeyStore.getInstance("PKCS12");
        refused(() -> KekKeyPair.fromKeyStore(keyStore, password(), null))
                .withMessageContainingAll("PKCS12 key store", "not loaded");
    }

    @Test
    void refusesAWrongPassword() {
        Path file = single();
        refused(() -> KekKeyPair.fromPkcs12(file, "wrong-password".toCharArray()))
                .withMessageContainingAll(file.toString(), "password", "is wrong")
                .withMessageNotContaining("wrong-password");
    }

    @Test
    void saysThatAPasswordIsMissing() throws IOException {
        Path file = single();
        refused(() -> KekKeyPair.fromPkcs12(file, new char[0]))
                .withMessageContainingAll("The password of " + file + " is missing")
                .satisfies(failure -> assertThat(failure.setting()).contains("password"));
        byte[] jks = Files.readAllBytes(
                store(withKey(keyStore("JKS"), "kek", password(), KEK, CERTIFICATE), folder.resolve("kek.jks")));
        refused(() -> KekKeyPair.fromKeyStore(new ByteArrayInputStream(jks), "JKS", new char[0], null, null))
                .withMessageContaining("is missing");
    }

    @Test
    void saysWhichSettingIsMeant() {
        Path file = two();
        refused(() -> KekKeyPair.fromPkcs12(file, "wrong-password".toCharArray()))
                .satisfies(failure -> assertThat(failure.setting()).contains("password"));
        refused(() -> KekKeyPair.fromPkcs12(file, password(), "none"))
                .satisfies(failure -> assertThat(failure.setting()).contains("alias"));
        refused(() -> KekKeyPair.fromPkcs12(file, password()))
                .satisfies(failure -> assertThat(failure.setting()).contains("alias"));
    }

    @Test
    void refusesToChooseAmongSeveralKeys() {
        Path file = two();
        refused(() -> KekKeyPair.fromPkcs12(file, password()))
                .withMessageContainingAll(file.toString(), "several private keys: kek, other", "alias");
    }

    @Test
    void refusesAnUnknownAlias() {
        Path file = two();
        refused(() -> KekKeyPair.fromPkcs12(file, password(), "none"))
                .withMessageContainingAll(file.toString(), "no alias none", "kek, other");
    }

    @Test
    void showsNoKeyInPlaceOfAnAlias() {
        Path file = two();
        String key = "-----BEGIN PRIVATE KEY-----\nMIIEvgIBADANBgkqhkiG9w0BAQEFAASC\n-----END PRIVATE KEY-----\n";

        refused(() -> KekKeyPair.fromPkcs12(file, password(), key))
                .withMessageContainingAll("no alias of the " + key.length() + " characters", "kek, other")
                .withMessageNotContaining("MIIE");
    }

    @Test
    void refusesAnAliasThatIsACertificate() throws GeneralSecurityException {
        KeyStore keyStore = withKey(keyStore("PKCS12"), "kek", password(), KEK, CERTIFICATE);
        keyStore.setCertificateEntry("root", OTHER_CERTIFICATE);
        Path file = store(keyStore, folder.resolve("kek.p12"));
        refused(() -> KekKeyPair.fromPkcs12(file, password(), "root"))
                .withMessageContainingAll("alias root in " + file, "not a private key", "kek");
        assertThat(KekKeyPair.fromPkcs12(file, password()).description()).isEqualTo("alias kek in kek.p12");
    }

    @Test
    void refusesAKeyStoreWithoutPrivateKey() throws GeneralSecurityException {
        KeyStore keyStore = keyStore("PKCS12");
        keyStore.setCertificateEntry("root", OTHER_CERTIFICATE);
        Path file = store(keyStore, folder.resolve("kek.p12"));
        refused(() -> KekKeyPair.fromPkcs12(file, password()))
                .withMessageContainingAll(file.toString(), "holds no private key");
    }

    @Test
    void refusesACertificateOfAnotherKey() {
        Path file = store(
                withKey(keyStore("PKCS12"), "kek", password(), KEK, OTHER_CERTIFICATE), folder.resolve("kek.p12"));
        refused(() -> KekKeyPair.fromPkcs12(file, password()))
                .withMessageContainingAll("alias kek in " + file, "does not fit", "5678");
    }

    @Test
    void refusesGarbageAndPemAndNothing() throws IOException {
        Path garbage = Files.write(folder.resolve("garbage.p12"), new byte[] {0x30, 5, 1, 2, 3, 4, 5});
        refused(() -> KekKeyPair.fromPkcs12(garbage, password()))
                .withMessageContainingAll(garbage.toString(), "not a PKCS12 key store");
        Path truncated =
                Files.write(folder.resolve("truncated.p12"), Arrays.copyOf(Files.readAllBytes(single()), 1000));
        refused(() -> KekKeyPair.fromPkcs12(truncated, password())).withMessageContaining(truncated.toString());
        Path pem = Files.writeString(folder.resolve("kek.pem"), KekFixture.pem(CERTIFICATE));
        refused(() -> KekKeyPair.fromPkcs12(pem, password()))
                .withMessageContainingAll(pem.toString(), "is PEM text", "fromPem");
        Path empty = Files.createFile(folder.resolve("empty.p12"));
        refused(() -> KekKeyPair.fromPkcs12(empty, password())).withMessageContainingAll(empty.toString(), "is empty");
    }

    @Test
    void refusesAnUnknownType() {
        refused(() -> KekKeyPair.fromKeyStore(
                        new ByteArrayInputStream(new byte[] {1}), "PKCS13", password(), null, null))
                .withMessageContainingAll("PKCS13", "PKCS12 or JKS");
    }

    @Test
    void refusesAStreamThatFails() {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk");
            }

            @Override
            public void close() {
                closed.set(true);
            }
        };
        refused(() -> KekKeyPair.fromKeyStore(failing, "PKCS12", password(), null, null))
                .withMessageContaining("cannot be read");
        assertThat(closed).isFalse();
    }

    @Test
    void leavesTheCallersPasswordAsItIs() {
        char[] password = password();
        KekKeyPair.fromPkcs12(single(), password);
        assertThat(password).isEqualTo(password());
    }

    private static ThrowableAssertAlternative<ConfigurationException> refused(ThrowingCallable call) {
        return assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(call)
                .withMessageNotContaining(PASSWORD);
    }

    private Path single() {
        return store(withKey(keyStore("PKCS12"), "kek", password(), KEK, CERTIFICATE), folder.resolve("kek.p12"));
    }

    private Path two() {
        KeyStore keyStore = withKey(keyStore("PKCS12"), "kek", password(), KEK, CERTIFICATE);
        return store(withKey(keyStore, "other", password(), OTHER, OTHER_CERTIFICATE), folder.resolve("two.p12"));
    }
}
