package io.github.iamsmart.internal.callback;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.error.ProtocolException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms that writers of multipart bodies use, or used once. In texts, ¶ is CR LF. */
class CallbackBodyTest {

    private static final String JSON = "{\"code\":\"D00000\",\"message\":\"申\"}";
    private static final String FILE = "\"signatures\":[{\"id\":\"1\"}]";
    private static final String BODY = "--b¶Content-Disposition: form-data; name=\"result\"¶¶" + JSON
            + "¶--b¶Content-Disposition: form-data; name=\"sigFile\"; filename=\"signatures.txt\"¶"
            + "Content-Type: text/plain¶¶" + FILE + "¶--b--¶";

    private static byte[] bytes(String text) {
        return text.replace("¶", "\r\n").getBytes(UTF_8);
    }

    private static CallbackBody read(String text) {
        return CallbackBody.read(bytes(text), "multipart/form-data; boundary=b");
    }

    private static void assertReadsBoth(CallbackBody body) {
        assertThat(body.envelopes())
                .singleElement()
                .satisfies(it -> assertThat(it).isEqualTo(bytes(JSON)));
        assertThat(body.file()).hasValueSatisfying(it -> assertThat(it).isEqualTo(bytes(FILE)));
    }

    @Test
    void readsWhatBrowsersWrite() {
        assertReadsBoth(read(BODY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data;boundary=%s",
                "multipart/form-data; charset=utf-8; boundary=%s",
                "multipart/form-data; boundary=%s; charset=utf-8",
                "multipart/form-data ; boundary = %s ; x",
                "multipart/form-data; boundary=\"%s\"",
                "multipart/form-data; x=\"a;boundary=c\"; Boundary=\"%s\"",
                "  Multipart/Mixed; BOUNDARY=%s",
                "multipart/related; type=\"text/xml\"; start=\"<a;b>\"; boundary=\"%s\"",
                "multipart/form-data; boundary=%s;",
                "multipart/form-data; boundary=x; boundary=%s"
            })
    void findsTheBoundary(String contentType) {
        for (String boundary : new String[] {
            "b",
            "----WebKitFormBoundary7MA4YWxkTrZu0gW",
            "a=b:c/d",
            "=_Part_1_2.3",
            "a'()+_,-./:=?z",
            "--",
            "0".repeat(70),
            "0".repeat(200)
        }) {
            byte[] body = bytes(BODY.replace("--b", "--" + boundary));

            assertReadsBoth(CallbackBody.read(body, contentType.formatted(boundary)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\\"b", "a;b", "a b", "\\\\", "a\\b"})
    void findsTheBoundaryBetweenQuotationMarks(String quoted) {
        String boundary = quoted.replace("\\\"", "\"").replace("\\\\", "\\");

        assertReadsBoth(CallbackBody.read(
                bytes(BODY.replace("--b", "--" + boundary)), "multipart/form-data; boundary=\"" + quoted + "\""));
    }

    static Stream<String> forms() {
        return Stream.of(
                // Around the parts.
                "preamble¶--x¶{}¶" + BODY,
                "¶¶" + BODY,
                "\uFEFF" + BODY,
                BODY + "epilogue ¶--b¶¶{\"code\":\"D20000\"}¶--b--",
                BODY.substring(0, BODY.length() - 1),
                BODY.replace("--b¶", "--b \t ¶"),
                BODY.replace("--b--¶", "--b--"),
                BODY.replace("--b--¶", "--b-- "),
                // The last boundary is missing, whole or in part.
                BODY.replace("¶--b--¶", ""),
                BODY.replace("¶--b--¶", "¶--b¶"),
                BODY.replace("¶--b--¶", "¶--b"),
                // Line ends.
                BODY.replace("¶", "\n"),
                BODY.replace("¶¶", "\n\n"),
                BODY.replace("--b¶", "--b\n"),
                // Headers.
                BODY.replace("Content-Disposition: form-data; ", "content-DISPOSITION:form-data;"),
                BODY.replace("Content-Disposition: form-data; ", "Content-Disposition : form-data;¶\t "),
                BODY.replace("; name=", ";¶ name="),
                BODY.replace("name=\"sigFile\"", "NAME = sigFILE"),
                BODY.replace("name=\"sigFile\"; filename=\"signatures.txt\"", "filename=\"a;b\"; name=\"sigFile\""),
                BODY.replace("filename=\"signatures.txt\"", "filename*=UTF-8''signatures.txt"),
                BODY.replace("filename=\"signatures.txt\"", "filename=\"C:\\dir\\\""),
                BODY.replace("filename=\"signatures.txt\"", "filename=\"a\\\"; name=\\\"x\""),
                BODY.replace("name=\"result\"", "name=\"result\"; filename=\"; name=\\\"sigFile\\\"\""),
                BODY.replace("name=\"result\"", "name*=sigFile"),
                BODY.replace("¶Content-Type: text/plain", "¶no header¶: none¶X:¶Content-Type: text/plain"),
                BODY.replace("¶Content-Disposition: form-data; name=\"result\"¶", "¶"),
                BODY.replace("\"result\"¶¶", "\"result\"¶Content-Type: application/json; charset=utf-8¶¶"),
                BODY.replace("\"result\"¶¶", "\"result\"¶Content-Transfer-Encoding: 8bit¶¶"),
                BODY.replace("\"result\"¶¶", "\"result\"¶Content-Transfer-Encoding: Binary¶¶"),
                BODY.replace("\"result\"¶¶", "\"result\"¶Content-Transfer-Encoding: base64¶¶"),
                BODY.replace("\"result\"¶¶", "\"result\"¶Content-Type: application/json; charset=none¶¶"),
                // Other parts.
                "--b¶Content-Disposition: form-data; name=\"_charset_\"¶¶UTF-8¶" + BODY,
                "--b¶Content-Disposition: form-data; name=\"empty\"¶¶¶" + BODY,
                "--b¶¶[]¶--b¶¶¶" + BODY,
                BODY.replace("--b--", "--b¶Content-Disposition: form-data; name=\"sigFile\"¶¶second¶--b--"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void readsEveryForm(String form) {
        assertReadsBoth(read(form));
    }

    @Test
    void linesThatOnlyBeginLikeABoundaryAreContent() {
        String json = JSON.replace("申", "x¶--bb¶--b x¶ --b¶-b").replace("¶", "\n");

        assertThat(read(BODY.replace(JSON, json)).envelopes())
                .singleElement()
                .satisfies(it -> assertThat(it).isEqualTo(json.getBytes(UTF_8)));
    }

    @Test
    void aByteOrderMarkIsNoObstacle() {
        assertThat(read(BODY.replace(JSON, "\uFEFF \n" + JSON)).envelopes()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"UTF-16,申", "Big5,申", "GB18030,申", "ISO-8859-1,é", "us-ascii,e", "UTF-8,申"})
    void readsTheCharsetThatAPartNames(String charset, String text) {
        String json = JSON.replace("申", text);
        String[] halves = BODY.replace(
                        "\"result\"¶¶", "\"result\"¶Content-Type: application/json;charset=\"" + charset + "\"¶¶")
                .replace(JSON, "|")
                .split("\\|");
        byte[] before = bytes(halves[0]);
        byte[] content = json.getBytes(Charset.forName(charset));
        byte[] after = bytes(halves[1]);
        byte[] body = Arrays.copyOf(before, before.length + content.length + after.length);
        System.arraycopy(content, 0, body, before.length, content.length);
        System.arraycopy(after, 0, body, before.length + content.length, after.length);

        assertThat(CallbackBody.read(body, "multipart/form-data; boundary=b").envelopes())
                .singleElement()
                .satisfies(it -> assertThat(new String(it, UTF_8)).isEqualTo(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"base64", "BASE64"})
    void takesTheBase64OffThatAPartNames(String encoding) {
        for (Base64.Encoder encoder :
                new Base64.Encoder[] {Base64.getEncoder(), Base64.getMimeEncoder(4, bytes("¶"))}) {
            String header = "¶Content-Transfer-Encoding: " + encoding + "¶¶";

            assertReadsBoth(read(BODY.replace("¶¶", header)
                    .replace(JSON, encoder.encodeToString(bytes(JSON)))
                    .replace(FILE, encoder.encodeToString(bytes(FILE)))));
        }
    }

    @Test
    void aFileOfSignaturesIsNoEnvelope() {
        assertThat(read(BODY.replace(FILE, "{" + FILE + "}")).envelopes()).hasSize(1);
    }

    @Test
    void offersEveryObjectThatIsNoFile() {
        assertThat(read("--b¶¶{\"a\":1}¶" + BODY).envelopes()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--b",
                "--b--",
                "--b¶",
                "--b--¶--b¶¶{}¶--b--",
                "--c¶¶{}¶--c--",
                "--b¶Content-Type: application/json",
                "--b¶¶text¶--b--",
                "--b¶Content-Disposition: form-data; name=sigFile¶¶{}¶--b--"
            })
    void refusesWhatHasNoObject(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(ProtocolException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data",
                "multipart/form-data;",
                "multipart/form-data; boundary",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=\"\"",
                "multipart/form-data; xboundary=b",
                "multipart/form-data; x=\"; boundary=b\"",
                "multipart/form-data; x=\"; boundary=b"
            })
    void refusesABodyWithoutABoundary(String contentType) {
        assertThatThrownBy(() -> CallbackBody.read(bytes(BODY), contentType)).isInstanceOf(ProtocolException.class);
    }

    @Test
    void refusesMorePartsAndLongerHeadersThanAnybodySends() {
        String part = "--b¶¶{}¶";

        assertThat(read(part.repeat(Multipart.MOST_PARTS)).envelopes()).hasSize(Multipart.MOST_PARTS);
        assertThatThrownBy(() -> read(part.repeat(Multipart.MOST_PARTS + 1)))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("100 parts");
        assertThatThrownBy(() -> read("--b¶" + "a: b¶".repeat(5_000) + "¶{}"))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("headers");
        assertThatThrownBy(() -> read("--b¶a: " + "b".repeat(20_000) + "¶¶{}"))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("headers");
    }

    @Test
    void throwsNothingButOurOwnWhateverComes() {
        Random random = new Random(20261129);
        String[] pieces = {
            "--b",
            "--b--",
            "\r\n",
            "\n",
            "\r",
            "{}",
            ":",
            ";",
            "=",
            "\"",
            "\\",
            "name",
            "sigFile",
            "--",
            "Content-Disposition: form-data; name=",
            "Content-Transfer-Encoding: base64",
            "\u0000",
            "b",
            " ",
            "\t"
        };
        for (int i = 0; i < 20_000; i++) {
            StringBuilder body = new StringBuilder();
            for (int n = random.nextInt(30); n > 0; n--) {
                body.append(pieces[random.nextInt(pieces.length)]);
            }
            try {
                assertThat(CallbackBody.read(body.toString().getBytes(ISO_8859_1), "multipart/x; boundary=b")
                                .envelopes())
                        .isNotEmpty();
            } catch (ProtocolException refused) {
                assertThat(refused).hasNoCause();
            }
        }
    }
}
