package io.github.iamsmart.signin;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.FlowWorld;
import io.github.iamsmart.StubGateway;
import io.github.iamsmart.error.CryptoException;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.identity.AccessToken;
import io.github.iamsmart.identity.AccountType;
import io.github.iamsmart.internal.crypto.ContentCipher;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes out with a code, and what of the answer is believed. */
@Timeout(120)
class TokenAnswerTest {

    private static final String GET_TOKEN = "/api/v1/auth/getToken";
    private static final String TOKENISED_ID = "liR14%2BvX%2F5hSum5uf4ERczu0KcDnIJA5BM7FoM1ag9c%3D";

    private final FlowWorld world = new FlowWorld();
    private final AuthorizationCode code = AuthorizationCode.of("canary-code");

    @AfterEach
    void stop() {
        world.close();
    }

    private static String answer(String expiry) {
        return "{\"accessToken\":\"canary-token\",\"tokenType\":\"Bearer\",\"issueAt\":1795400000000," + expiry
                + "\"openID\":\"" + TOKENISED_ID + "\",\"userType\":\"new\",\"scope\":\"eidapi_auth\"}";
    }

    @Test
    void sendsTheCodeAndNothingElse() {
        world.answers(GET_TOKEN, answer("\"expiresIn\":1,"));
        world.client.signIn().exchange(code);

        assertThat(world.received(GET_TOKEN))
                .singleElement()
                .satisfies(body -> assertThat(body.toString())
                        .isEqualTo("{\"code\":\"canary-code\",\"grantType\":\"authorization_code\"}"));
    }

    @Test
    void sendsTheFlagOfADirectLoginAsTextWithItsVerifier() {
        world.answers(GET_TOKEN, answer("\"expiresIn\":1,"));
        world.client.signIn().exchange(TokenRequest.of(code).directLoginV2().codeVerifier("canary-verifier"));

        assertThat(world.received(GET_TOKEN))
                .singleElement()
                .satisfies(body -> assertThat(body.toString())
                        .isEqualTo("{\"code\":\"canary-code\",\"grantType\":\"authorization_code\","
                                + "\"isDirectLoginV2\":\"true\",\"code_verifier\":\"canary-verifier\"}"));
    }

    @Test
    void sendsTheFlagAsABooleanWhereConfigured() {
        try (FlowWorld other = new FlowWorld(builder -> builder.directLoginFlag(DirectLoginFlag.BOOLEAN))) {
            other.answers(GET_TOKEN, answer("\"expiresIn\":1,"));
            other.client.signIn().exchange(TokenRequest.of(code).directLoginV2());
            other.client.signIn().exchange(code);

            assertThat(other.received(GET_TOKEN))
                    .extracting(Object::toString)
                    .containsExactly(
                            "{\"code\":\"canary-code\",\"grantType\":\"authorization_code\",\"isDirectLoginV2\":true}",
                            "{\"code\":\"canary-code\",\"grantType\":\"authorization_code\"}");
        }
    }

    @Test
    void passesOnWhatTheAppWasHanded() {
        world.answers(GET_TOKEN, answer("\"expiresIn\":1,"));
        world.client
                .signIn()
                .exchange(fromApp("{\"code\":\"canary-code\",\"code_verifier\":\"canary-verifier\",\"more\":1}"));

        assertThat(world.received(GET_TOKEN))
                .singleElement()
                .satisfies(body -> assertThat(body.toString())
                        .isEqualTo("{\"code\":\"canary-code\",\"grantType\":\"authorization_code\","
                                + "\"isDirectLoginV2\":\"true\",\"code_verifier\":\"canary-verifier\"}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":\"canary-code\"}",
                "{\"code\":\"canary-code\",\"code_verifier\":null}",
                "{\"code\":\"canary-code\",\"code_verifier\":\" \"}",
                "{\"code_verifier\":\"canary-verifier\"}",
                "[]",
                "canary",
            })
    void takesNothingFromAnAppWithoutCodeAndVerifier(String json) {
        assertThatThrownBy(() -> fromApp(json))
                .isInstanceOf(ProtocolException.class)
                .hasMessageNotContaining("canary");
    }

    private static TokenRequest fromApp(String json) {
        return TokenRequest.fromApp(json.getBytes(UTF_8));
    }

    @Test
    void readsTheLifetimeUnderBothOfItsNamesAndKeepsWhatIsNew() {
        for (String name : new String[] {"expiresIn", "expireIn"}) {
            world.answers(GET_TOKEN, answer("\"" + name + "\":14400000,"));

            AccessToken token = world.client.signIn().exchange(code);

            assertThat(token.expiresAt()).isEqualTo(token.issuedAt().plus(Duration.ofHours(4)));
            assertThat(token.tokenisedId().value()).isEqualTo(TOKENISED_ID);
            assertThat(token.accountType()).isEqualTo(new AccountType("new"));
            assertThat(token.lastModified()).isEmpty();
        }
    }

    /** The frame: length of the IV, IV, ciphertext, tag. Each byte of it counts. */
    @Test
    void believesNoAnswerInWhichOneBitWasFlipped() {
        byte[] frame = frame();
        for (int i = 0; i < frame.length; i++) {
            byte[] altered = frame.clone();
            altered[i] ^= (byte) (1 << (i % 8));
            assertNotBelieved(altered);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8, 11, 13, 16, -1, Integer.MAX_VALUE})
    void believesNoAnswerWhoseIvHasAnotherLength(int length) {
        byte[] frame = frame();
        ByteBuffer.wrap(frame).putInt(length);
        assertNotBelieved(frame);
    }

    private byte[] frame() {
        return ContentCipher.decode(new String(
                ContentCipher.seal(
                        world.gateway.key().key(), answer("\"expiresIn\":1,").getBytes(UTF_8)),
                UTF_8));
    }

    private void assertNotBelieved(byte[] frame) {
        String content = "\"" + Base64.getEncoder().encodeToString(frame) + "\"";
        world.gateway.answer(GET_TOKEN, okJson(StubGateway.envelope("D00000", content)));
        assertThatThrownBy(() -> world.client.signIn().exchange(code)).isInstanceOf(CryptoException.class);
    }
}
