package io.github.iamsmart.callback;

import static io.github.iamsmart.callback.CallbackWorld.JSON;
import static io.github.iamsmart.callback.CallbackWorld.MULTIPART;
import static io.github.iamsmart.callback.CallbackWorld.multipart;
import static io.github.iamsmart.callback.CallbackWorld.passed;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.FlowWorld;
import io.github.iamsmart.StubGateway;
import io.github.iamsmart.callback.CallbackResult.Accepted;
import io.github.iamsmart.callback.CallbackResult.Refused;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.requests.RequestStatus;
import java.net.URLDecoder;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A callback need not be signed; where it is, the signature counts. */
class SignedCallbackTest {

    private final CallbackWorld service = new CallbackWorld();
    private final FlowWorld world = service.world;
    private final RequestOptions request = service.ask();
    private final byte[] body = service.genuine(request);

    @AfterEach
    void stop() {
        service.close();
    }

    private static Map<String, String> signed(byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", JSON);
        headers.put("clientID", StubGateway.CLIENT_ID);
        headers.put("signatureMethod", "HmacSHA256");
        headers.put("timestamp", "1795400000000");
        headers.put("nonce", "0123456789abcdef");
        headers.put("signature", signature(StubGateway.CLIENT_SECRET, headers, body));
        return headers;
    }

    private static String signature(String secret, Map<String, String> headers, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            for (String name : new String[] {"clientID", "signatureMethod", "timestamp", "nonce"}) {
                mac.update(headers.get(name).getBytes(UTF_8));
            }
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(body))
                    .replace("+", "%2B")
                    .replace("/", "%2F")
                    .replace("=", "%3D");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private CallbackResult accept(Map<String, String> headers, byte[] sent) {
        return world.client.callbacks().accept(CallbackHeaders.of(headers), sent);
    }

    private void assertRefused(Map<String, String> headers, byte[] sent) {
        assertThat(accept(headers, sent))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason())
                                .contains("signature")
                                .doesNotContain(StubGateway.CLIENT_SECRET));
        assertThat(world.client.requests().count(RequestStatus.PENDING)).isOne();
    }

    @Test
    void aRightSignatureIsAccepted() {
        assertThat(accept(signed(body), body)).isInstanceOf(Accepted.class);
    }

    @Test
    void itMayBeBase64OrPercentEncodedInEitherCase() {
        // Signatures with a plus, a slash and a padding are among these.
        for (int i = 0; i < 40; i++) {
            byte[] garbage = ("{\"code\":\"D00000\",\"n\":" + i + "}").getBytes(UTF_8);
            Map<String, String> headers = signed(garbage);
            String encoded = headers.get("signature");
            for (String form : new String[] {
                encoded,
                encoded.replace("%2B", "%2b").replace("%2F", "%2f").replace("%3D", "%3d"),
                URLDecoder.decode(encoded, UTF_8)
            }) {
                headers.put("signature", form);
                assertThat(accept(headers, garbage))
                        .isInstanceOfSatisfying(
                                Refused.class,
                                refused -> assertThat(refused.reason()).doesNotContain("signature"));
            }
        }
    }

    @Test
    void theNamesOfHeadersHaveNoCase() {
        for (UnaryOperator<String> spelling : List.<UnaryOperator<String>>of(
                name -> name.toUpperCase(Locale.ROOT), name -> name.toLowerCase(Locale.ROOT))) {
            Map<String, String> headers = new HashMap<>();
            signed(body).forEach((name, value) -> headers.put(spelling.apply(name), " " + value + " "));
            headers.put(spelling.apply("signature"), "AAAA");

            assertRefused(headers, body);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "clientID, another",
        "clientID, ''",
        "signatureMethod, HmacSHA1",
        "signatureMethod, none",
        "timestamp, 1795400000001",
        "timestamp, ''",
        "nonce, other",
        "signature, ''",
        "signature, AAAA",
        "signature, %",
        "signature, %zz",
        "signature, '%2'",
        "signature, not Base64!",
        "signature, %E7%94%B3"
    })
    void aWrongHeaderIsRefused(String name, String value) {
        Map<String, String> headers = signed(body);
        headers.put(name, value);

        assertRefused(headers, body);
    }

    @Test
    void anotherSecretOrAnotherBodyIsRefused() {
        Map<String, String> headers = signed(body);
        headers.put("signature", signature("another", headers, body));
        assertRefused(headers, body);

        byte[] longer = (new String(body, UTF_8) + " ").getBytes(UTF_8);
        assertRefused(signed(body), longer);
        headers.put("signature", "A".repeat(100_000));
        assertRefused(headers, body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"clientID", "signatureMethod", "timestamp", "nonce", "signature"})
    void aCallbackWithoutAllFiveIsJudgedAsBefore(String missing) {
        Map<String, String> headers = signed(body);
        headers.put("signature", "wrong");
        headers.remove(missing);

        assertThat(accept(headers, body)).isInstanceOf(Accepted.class);
    }

    /** What is signed of such a body is not documented. */
    @Test
    void ofAMultipartBodyTheSignatureIsNotLookedAt() {
        Map<String, String> headers = signed(body);
        headers.put("Content-Type", MULTIPART);
        headers.put("signature", "wrong");

        assertThat(accept(headers, multipart(body))).isInstanceOf(Accepted.class);
    }

    @Test
    void anOldTimestampIsNoReasonToRefuse() {
        Map<String, String> headers = signed(body);
        headers.put("timestamp", "1");
        headers.put("signature", signature(StubGateway.CLIENT_SECRET, headers, body));

        assertThat(accept(headers, body)).isInstanceOf(Accepted.class);
    }

    /** It proves who sent it, so neither a key of the gateway nor a state that no browser knows is needed. */
    @Test
    void aSignedFailureInClearCountsWhereAnotherDoesNot() {
        try (CallbackWorld strict = new CallbackWorld(builder -> builder.embeddedKey(EmbeddedKey.REJECT))) {
            RequestOptions options = strict.ask();
            byte[] failure = ("{\"code\":\"D80001\",\"businessID\":\"" + options.businessId() + "\",\"state\":\""
                            + options.state().value() + "\"}")
                    .getBytes(UTF_8);

            assertThat(strict.accept(failure)).isInstanceOf(Refused.class);
            assertThat(strict.world.client.callbacks().accept(CallbackHeaders.of(signed(failure)), failure))
                    .isInstanceOf(Accepted.class);
        }
    }

    /** Whoever has seen our request pass has its signature as well. */
    @Test
    void ourOwnSignedRequestIsNoCallback() {
        var sent = world.gateway.received(CallbackWorld.INITIATE).get(0);
        CallbackHeaders headers = CallbackHeaders.from(name -> sent.containsHeader(name) ? sent.getHeader(name) : null);

        assertThat(headers.isSigned()).isTrue();
        assertThat(world.client.callbacks().accept(headers, sent.getBody()))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).doesNotContain("signature"));
    }

    @Test
    void aSignatureDoesNotMakeASuccessInClear() {
        byte[] clear = ("{\"code\":\"D00000\",\"content\":" + passed(request) + "}").getBytes(UTF_8);

        assertThat(accept(signed(clear), clear)).isInstanceOf(Refused.class);
    }

    @Test
    void theHeadersShowNoValues() {
        assertThat(CallbackHeaders.of(signed(body)).toString())
                .isEqualTo("CallbackHeaders[Content-Type, clientID, signatureMethod, timestamp, nonce, signature]");
        assertThat(CallbackHeaders.ofContentType(null).toString()).isEqualTo("CallbackHeaders[]");
    }
}
