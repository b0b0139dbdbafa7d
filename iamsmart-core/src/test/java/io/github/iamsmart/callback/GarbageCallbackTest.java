package io.github.iamsmart.callback;

import static io.github.iamsmart.callback.CallbackWorld.JSON;
import static io.github.iamsmart.callback.CallbackWorld.MULTIPART;
import static io.github.iamsmart.callback.CallbackWorld.multipart;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.callback.CallbackResult.Accepted;
import io.github.iamsmart.callback.CallbackResult.Refused;
import io.github.iamsmart.requests.RequestOptions;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Anybody can post anything: nothing of it throws, and nothing of it is believed. */
@Timeout(120)
class GarbageCallbackTest {

    private static final int MEBIBYTE = 1024 * 1024;

    private static CallbackWorld service;
    private static RequestOptions request;
    private static byte[] genuine;

    @BeforeAll
    static void ask() {
        service = new CallbackWorld();
        request = service.ask();
        genuine = service.genuine(request);
    }

    @AfterAll
    static void stop() {
        assertThat(service.accept(genuine))
                .as("after all of it the genuine one is still believed")
                .isInstanceOf(Accepted.class);
        service.close();
    }

    private static void assertRefused(byte[] body) {
        for (String contentType : new String[] {JSON, MULTIPART, "multipart/form-data", null}) {
            assertThat(service.accept(body, contentType))
                    .as("%s of %d bytes", contentType, body.length)
                    .isInstanceOf(Refused.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 15, 16, 17, 100, 1_000, 65_536, MEBIBYTE, 16 * MEBIBYTE, 16 * MEBIBYTE + 1})
    void randomBytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        assertRefused(bytes);
    }

    @Test
    void theGenuineOneCutAnywhere() {
        for (int length = 0; length < genuine.length; length += 3) {
            assertRefused(Arrays.copyOf(genuine, length));
        }
        byte[] parts = multipart(genuine);
        int end = new String(parts, ISO_8859_1).indexOf("\"}") + 2;
        for (int length = 0; length < end; length += 7) {
            assertRefused(Arrays.copyOf(parts, length));
        }
    }

    @Test
    void theGenuineOneWithOneByteChangedInItsContent() {
        String text = new String(genuine, ISO_8859_1);
        int start = text.indexOf("\"content\":\"") + 11;
        Random random = new Random(3);
        for (int i = start; i < genuine.length - 5; i++) {
            byte[] changed = genuine.clone();
            changed[i] = (byte) (changed[i] ^ (1 + random.nextInt(127)));
            assertRefused(changed);
        }
    }

    /** Each part may have as many names as a callback, and there may be a hundred. */
    @Test
    void manyPartsOfNamesBeforeTheGenuineOne() {
        for (String end : new String[] {"\"z\":1}", ""}) {
            String part = "{" + "\"a\":1,".repeat(20_000) + end;

            assertThat(service.accept(behind(part, 10, genuine), MULTIPART)).isInstanceOf(Refused.class);
        }
    }

    @Test
    void aFewOthersBeforeTheGenuineOneAreNoObstacle() {
        try (CallbackWorld other = new CallbackWorld()) {
            String part = "{" + "\"a\":1,".repeat(20_000) + "\"z\":1}";

            assertThat(other.accept(behind(part, 3, other.genuine(other.ask())), MULTIPART))
                    .isInstanceOf(Accepted.class);
        }
    }

    private static byte[] behind(String part, int times, byte[] json) {
        String others = ("--" + CallbackWorld.BOUNDARY + "\r\n\r\n" + part + "\r\n").repeat(times);
        return (others + new String(multipart(json), UTF_8)).getBytes(UTF_8);
    }

    static Stream<Arguments> hugeOnes() {
        String digits = "1".repeat(8 * MEBIBYTE);
        String base64 = Base64.getEncoder().encodeToString(new byte[11 * MEBIBYTE]);
        return Stream.of(
                Arguments.of("content of 11 MiB of zeros", envelope("\"content\":\"" + base64 + "\"")),
                Arguments.of("content that is not Base64", envelope("\"content\":\"" + "!".repeat(MEBIBYTE) + "\"")),
                Arguments.of("content of slashes", envelope("\"content\":\"" + "\\/".repeat(4 * MEBIBYTE) + "\"")),
                Arguments.of(
                        "a wrapped key of 11 MiB",
                        envelope("\"content\":\"AAAADAAA\",\"secretKey\":\"" + base64 + "\"")),
                Arguments.of("content that is a number", envelope("\"content\":" + digits)),
                Arguments.of(
                        "a code of 8 MiB", ("{\"code\":\"" + digits + "\",\"content\":\"AAAADA==\"}").getBytes(UTF_8)),
                Arguments.of("a name of 8 MiB", ("{\"" + digits + "\":1}").getBytes(UTF_8)),
                Arguments.of("deep arrays", envelope("\"a\":" + "[".repeat(2 * MEBIBYTE))),
                Arguments.of("deep objects", "{\"a\":".repeat(MEBIBYTE).getBytes(UTF_8)),
                Arguments.of("only openings", "[".repeat(16 * MEBIBYTE).getBytes(UTF_8)),
                Arguments.of("only blanks", " ".repeat(16 * MEBIBYTE).getBytes(UTF_8)),
                Arguments.of("a text without end", ("{\"content\":\"" + digits).getBytes(UTF_8)),
                Arguments.of("escapes without end", ("{\"content\":\"" + "\\".repeat(MEBIBYTE)).getBytes(UTF_8)),
                Arguments.of(
                        "multipart without end",
                        ("--" + CallbackWorld.BOUNDARY + "\r\n\r\n" + "x".repeat(15 * MEBIBYTE)).getBytes(UTF_8)),
                Arguments.of(
                        "multipart of a hundred thousand parts",
                        ("--" + CallbackWorld.BOUNDARY + "\r\n\r\nx\r\n")
                                .repeat(100_000)
                                .getBytes(UTF_8)),
                Arguments.of(
                        "a part with a header without end",
                        ("--" + CallbackWorld.BOUNDARY + "\r\nContent-Length: " + digits).getBytes(UTF_8)));
    }

    private static byte[] envelope(String members) {
        return ("{\"code\":\"D00000\"," + members + "}").getBytes(UTF_8);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hugeOnes")
    void huge(String what, byte[] body) {
        assertRefused(body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-32"})
    void anotherEncoding(String charset) {
        assertRefused(new String(genuine, UTF_8).getBytes(Charset.forName(charset)));
        assertRefused("{".getBytes(UTF_16));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "true",
                "1",
                "\"text\"",
                "[]",
                "{}",
                "{\"code\":null,\"content\":null}",
                "{\"code\":{},\"content\":{}}",
                "{\"code\":\"D00000\",\"content\":\"AAAADA==\"}",
                "{\"code\":\"D00000\",\"content\":\"AAAADA==\",\"secretKey\":\"AAAA\"}",
                "{\"code\":\"D00000\",\"content\":\"AAAADA==\",\"secretKey\":[\"AAAA\"]}",
                "{} {}",
                "{\"code\":\"D00000\"} trailing"
            })
    void smallOnes(String body) {
        assertRefused(body.getBytes(UTF_8));
    }

    /** Sealed by somebody who has the certificate: what is inside is no more to be trusted than what is around it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{}",
                "{\"businessID\":null,\"state\":null}",
                "{\"businessID\":[],\"state\":{}}",
                "{\"businessID\":\"\",\"state\":\"\"}",
                "{\"businessID\":\"\\u0000\\n\",\"state\":\"x\"}",
                "{\"businessID\":\"longer-than-any-business-id-may-ever-be\",\"state\":\"x\"}",
                "{\"code\":\"D00000\",\"content\":null}",
                "{\"code\":\"D00000\",\"content\":{\"code\":\"D00000\",\"content\":{}}}",
                "{\"code\":\"D00000\",\"content\":\"text\"}"
            })
    void sealedOnes(String plaintext) {
        assertRefused(service.foreignKey().callback("D00000", plaintext));
    }

    @Test
    void aSealedNestOfMebibytes() {
        assertRefused(service.foreignKey().callback("D00000", "{\"a\":".repeat(MEBIBYTE)));
        assertRefused(service.foreignKey().callback("D00000", "{\"businessID\":\"" + "x".repeat(8 * MEBIBYTE) + "\"}"));
    }
}
