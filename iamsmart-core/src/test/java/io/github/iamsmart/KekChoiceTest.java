package io.github.iamsmart;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.github.iamsmart.error.CryptoException;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.error.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which private key opens what the gateway hands out. */
@Timeout(30)
class KekChoiceTest {

    private final Instant now = Instant.now();
    private final StubGateway gateway = new StubGateway();

    @AfterEach
    void stop() {
        gateway.close();
    }

    private String callWith(IamSmartClientBuilder builder) {
        try (IamSmartClient client = builder.build()) {
            return client.call(StubGateway.PATH, Map.of(), String.class);
        }
    }

    private IamSmartClientBuilder withBothKeks() {
        return gateway.client().kek(TestKeys.kek(TestKeys.SECOND));
    }

    private void handOut(StubKey key) {
        gateway.handOut(key);
        gateway.answer(okJson(key.sealed("{\"opened\":true}")));
    }

    static Stream<KeyPair> keks() {
        return Stream.of(TestKeys.FIRST, TestKeys.SECOND);
    }

    @ParameterizedTest
    @MethodSource("keks")
    void opensWithTheKekThatPubKeyNames(KeyPair kek) {
        handOut(StubKey.of(1, now, kek));
        assertThat(callWith(withBothKeks())).isEqualTo("{\"opened\":true}");
    }

    @Test
    void doesNotTryAKeyThatPubKeyDoesNotName() {
        handOut(StubKey.of(1, now, TestKeys.FIRST)
                .withPubKey(Base64.getEncoder()
                        .encodeToString(TestKeys.SECOND.getPublic().getEncoded())));
        assertThatThrownBy(() -> callWith(withBothKeks()))
                .isInstanceOf(CryptoException.class)
                .hasMessageContaining("does not open");
    }

    @Test
    void saysThatTheKekOfTheCertificateIsNotConfigured() {
        handOut(StubKey.of(1, now, TestKeys.SECOND));
        assertThatThrownBy(() -> callWith(gateway.client()))
                .isInstanceOf(CryptoException.class)
                .hasMessageContainingAll("private key", "does not have", "Self-Service Portal");
        assertThat(gateway.received(StubGateway.PATH)).isEmpty();
    }

    static Stream<Arguments> oddPubKeys() {
        byte[] info = TestKeys.SECOND.getPublic().getEncoded();
        String base64 = Base64.getEncoder().encodeToString(info);
        byte[] pkcs1 = SubjectPublicKeyInfo.getInstance(info).getPublicKeyData().getBytes();
        return Stream.of(
                Arguments.of("missing", ""),
                Arguments.of("with line breaks", base64.replaceAll("(.{64})", "$1\\\\r\\\\n")),
                Arguments.of("not Base64", "#?!"),
                Arguments.of("PEM", "-----BEGIN PUBLIC KEY-----" + base64 + "-----END PUBLIC KEY-----"),
                Arguments.of("PKCS#1", Base64.getEncoder().encodeToString(pkcs1)),
                Arguments.of(
                        "some name", Base64.getEncoder().encodeToString("kek-1".getBytes(StandardCharsets.UTF_8))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oddPubKeys")
    void triesEachKekWherePubKeyNamesNone(String what, String pubKey) {
        handOut(StubKey.of(1, now, TestKeys.SECOND).withPubKey(pubKey));
        assertThat(callWith(withBothKeks())).isEqualTo("{\"opened\":true}");
    }

    @Test
    void saysSoWhenNoneOfThemOpensIt() {
        handOut(StubKey.of(1, now, TestKeys.SECOND).withPubKey(""));
        assertThatThrownBy(() -> callWith(gateway.client()))
                .isInstanceOf(CryptoException.class)
                .hasMessageContainingAll("does not open", "Self-Service Portal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "not Base64!"})
    void refusesABrokenSecretKeyWithoutQuotingIt(String secretKey) {
        StubKey good = StubKey.of(1, now);
        gateway.answer(StubGateway.GET_KEY, okJson(good.answer().replace(good.secretKey(), secretKey)));
        assertThatThrownBy(() -> callWith(gateway.client()))
                .isInstanceOf(IamSmartException.class)
                .message()
                .satisfies(text -> assertThat(secretKey.isEmpty() || !text.contains(secretKey))
                        .isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"issueAt\":0", "\"issueAt\":-1", "\"issueAt\":\"soon\"", "\"other\":1"})
    void refusesAKeyWithoutAUsableTime(String issueAt) {
        StubKey good = StubKey.of(1, now);
        gateway.answer(
                StubGateway.GET_KEY, okJson(good.answer().replace("\"issueAt\":" + now.toEpochMilli(), issueAt)));
        assertThatThrownBy(() -> callWith(gateway.client()))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("issueAt");
    }

    @Test
    void showsTheRefusalOfGetKey() {
        gateway.answer(StubGateway.GET_KEY, WireMock.okJson(StubGateway.envelope("D30001", "null")));
        assertThatThrownBy(() -> callWith(gateway.client()))
                .isInstanceOf(IamSmartException.class)
                .hasMessageContainingAll(StubGateway.GET_KEY, "D30001");
        assertThat(gateway.keyCalls())
                .as("the gateway said no; asking again is of no use")
                .isEqualTo(1);
    }
}
