package io.github.iamsmart.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorCodeTest {
    /** The codes of the protocol page with their marks, written a second time. */
    static Stream<Arguments> documented() {
        return Stream.of(
                        codes("[D][W]", 0),
                        codes("[D]", 10001),
                        codes("[D][W]", IntStream.rangeClosed(20000, 20012).toArray()),
                        codes("[D][W]", 20015),
                        codes("[1]", 20022, 20026, 20027),
                        codes("[D][W]", 30001, 30002, 30003, 30004),
                        codes("[D][W]", 40000, 40001, 40002, 40003, 40004),
                        codes("[1]", 40035),
                        codes("[D][W]", 50001, 50002, 50003),
                        codes("[D][W]", 60000, 60001, 60002, 60003),
                        codes("[D][W]", IntStream.rangeClosed(70000, 70006).toArray()),
                        codes("[D][W]", IntStream.rangeClosed(71000, 71009).toArray()),
                        codes("[?]", IntStream.rangeClosed(77000, 77004).toArray()),
                        codes("[D][W]", 80001, 80002, 80003))
                .flatMap(codes -> codes);
    }

    private static Stream<Arguments> codes(String mark, int... numbers) {
        return IntStream.of(numbers).mapToObj(number -> arguments("D%05d".formatted(number), mark));
    }

    private static List<ErrorCode> constants() throws IllegalAccessException {
        List<ErrorCode> constants = new ArrayList<>();
        for (Field field : ErrorCode.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == ErrorCode.class) {
                constants.add((ErrorCode) field.get(null));
            }
        }
        return constants;
    }

    @ParameterizedTest
    @MethodSource("documented")
    void knowsTheDocumentedCodeWithItsMarkAndAMeaning(String value, String mark) {
        ErrorCode code = ErrorCode.of(value);

        assertThat(code.isKnown()).isTrue();
        assertThat(code.mark()).isEqualTo(mark);
        assertThat(code.meaning()).isNotBlank().doesNotContain("does not know");
        assertThat(code).hasToString(value);
    }

    @Test
    void knowsNoCodeThatIsNotDocumented() {
        assertThat(ErrorCode.known())
                .extracting(ErrorCode::value)
                .containsExactlyElementsOf(documented()
                        .map(code -> (String) code.get()[0])
                        .sorted()
                        .toList());
    }

    /** A flow that is added may keep the constants of its codes beside itself. */
    @Test
    void hasConstantsForKnownCodesOnlyAndNoTwoForOne() throws IllegalAccessException {
        assertThat(constants()).hasSize(61).isSubsetOf(ErrorCode.known()).doesNotHaveDuplicates();
    }

    /** The categories, written a second time: whoever judges a code asks for nothing else. */
    @Test
    void saysOfEveryCodeWhatItMeansForTheRequest() {
        assertThat(of(ErrorCategory.SUCCESS)).containsExactly("D00000");
        assertThat(of(ErrorCategory.DECLINED))
                .containsExactly(
                        "D40000", "D40001", "D50001", "D60000", "D60001", "D70000", "D70001", "D71000", "D71001",
                        "D80001");
        assertThat(of(ErrorCategory.TIMED_OUT))
                .containsExactly("D40003", "D50003", "D60003", "D70003", "D71003", "D80003");
        assertThat(of(ErrorCategory.KEY_UNAVAILABLE)).containsExactly("D30001", "D30002", "D30003", "D30004");
        assertThat(of(ErrorCategory.CODE_UNUSABLE)).containsExactly("D40004");
        assertThat(of(ErrorCategory.SIGN_IN_ENDED)).containsExactly("D20009", "D20010");
        assertThat(of(ErrorCategory.REFUSED)).allMatch(code -> code.matches("D[12].*"));
        assertThat(of(ErrorCategory.FAILED)).allMatch(code -> code.matches("D[4-8].*"));
        assertThat(ErrorCode.of("M70001").category()).isEqualTo(ErrorCategory.DECLINED);
        assertThat(ErrorCode.of("D79999").category()).isEqualTo(ErrorCategory.FAILED);
        assertThat(ErrorCode.of("D29999").category()).isEqualTo(ErrorCategory.REFUSED);
        assertThat(ErrorCode.of("").category()).isEqualTo(ErrorCategory.REFUSED);
    }

    private static List<String> of(ErrorCategory category) {
        return ErrorCode.known().stream()
                .filter(code -> code.category() == category)
                .map(ErrorCode::value)
                .toList();
    }

    @Test
    void gatewayAndKeyTroubleMayPassByItself() {
        assertThat(ErrorCode.known().stream().filter(ErrorCode::retryCanHelp))
                .containsExactly(
                        ErrorCode.UNKNOWN_EXCEPTION,
                        ErrorCode.REQUEST_DUPLICATED,
                        ErrorCode.GATEWAY_ENCRYPTION_FAILED,
                        ErrorCode.KEK_UNAVAILABLE,
                        ErrorCode.CEK_UNAVAILABLE,
                        ErrorCode.ENCRYPTION_EXCEPTION,
                        ErrorCode.DECRYPTION_EXCEPTION,
                        ErrorCode.SIGNING_ACKNOWLEDGEMENT_NOT_PROCESSED,
                        ErrorCode.BULK_SIGNING_ACKNOWLEDGEMENT_NOT_PROCESSED);
    }

    @Test
    void onlyTheSuccessCodeIsSuccess() {
        assertThat(ErrorCode.known().stream().filter(ErrorCode::isSuccess)).containsExactly(ErrorCode.SUCCESS);
        assertThat(ErrorCode.of("M00000").isSuccess()).isTrue();
        assertThat(ErrorCode.of("0").isSuccess()).isFalse();
    }

    @Test
    void theTwinOfTheSisterSystemIsEqualAndKeepsItsText() {
        ErrorCode twin = ErrorCode.of("M40000");

        assertThat(twin).isEqualTo(ErrorCode.AUTHENTICATION_CANCELLED).hasSameHashCodeAs(ErrorCode.of("D40000"));
        assertThat(twin.value()).isEqualTo("M40000");
        assertThat(twin.canonicalValue()).isEqualTo("D40000");
        assertThat(twin).hasToString("M40000");
        assertThat(twin.isKnown()).isTrue();
        assertThat(twin.meaning()).isEqualTo(ErrorCode.AUTHENTICATION_CANCELLED.meaning());
        assertThat(ErrorCode.of("M79999")).isEqualTo(ErrorCode.of("D79999"));
        assertThat(ErrorCode.of("M77001")).isEqualTo(ErrorCode.STEP_UP_FACE_CHECK_FAILED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "M4000", "M400000", "m40000", "X40000", "M4000O", " M40000", "M80000", "M80001", "M80003", "M99999"
            })
    void nothingElseIsATwin(String value) {
        assertThat(ErrorCode.of(value).canonicalValue()).isEqualTo(value);
        assertThat(ErrorCode.of(value)).isNotEqualTo(ErrorCode.AUTHENTICATION_CANCELLED);
    }

    /** From 80000 on, the sister system's codes mean other things. */
    @Test
    void aCodeOfTheSisterSystemIsNotTakenForAReauthentication() {
        assertThat(ErrorCode.of("M80001")).isNotEqualTo(ErrorCode.REAUTHENTICATION_REJECTED);
        assertThat(ErrorCode.of("M80001").category()).isEqualTo(ErrorCategory.REFUSED);
        assertThat(ErrorCode.of("M79999").category()).isEqualTo(ErrorCategory.FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"D99999", "E00001", "", "500", "d40000", "M80001"})
    void anUnknownCodeStaysReadable(String value) {
        ErrorCode code = ErrorCode.of(value);

        assertThat(code.value()).isEqualTo(value);
        assertThat(code).isEqualTo(ErrorCode.of(value)).hasToString(value);
        assertThat(code.isKnown()).isFalse();
        assertThat(code.isSuccess()).isFalse();
        assertThat(code.retryCanHelp()).isFalse();
        assertThat(code.mark()).isEqualTo("[?]");
        assertThat(code.meaning()).isNotBlank();
        assertThat(code.userMessage(Locale.ENGLISH)).startsWith("The request could not be completed.");
    }

    @Test
    void aCodeFromABrowserCannotForgeALogLine() {
        ErrorCode forged = ErrorCode.of("D1\r\nINFO signed in <b>香港");

        assertThat(forged).hasToString("D1??INFO?signed?in?<b>??");
        assertThat(forged.value()).isEqualTo("D1\r\nINFO signed in <b>香港");
        assertThat(ErrorCode.of("D".repeat(1000)).toString()).hasSize(32).endsWith("...");
    }

    @Test
    void survivesSerialisationInsideAnException() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(ErrorCode.of("M40000"));
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            ErrorCode copy = (ErrorCode) in.readObject();
            assertThat(copy).isEqualTo(ErrorCode.AUTHENTICATION_CANCELLED);
            assertThat(copy.value()).isEqualTo("M40000");
        }
    }
}
