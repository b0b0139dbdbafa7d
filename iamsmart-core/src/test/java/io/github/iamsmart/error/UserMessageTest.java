package io.github.iamsmart.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.iamsmart.internal.text.UserTexts;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UserMessageTest {
    private static final Locale HONG_KONG = Locale.forLanguageTag("zh-HK");
    private static final Pattern ACCOUNT_STATE = Pattern.compile(
            "suspend|de-?regist|deactivat|disabled|revoked|\\baccount\\b|帳戶|戶口|暫停|停用|註銷|撤銷|帐户|账户|暂停|注销|撤销",
            Pattern.CASE_INSENSITIVE);

    static Stream<Arguments> everyMessageInEveryLanguage() {
        List<ErrorCode> unknown = List.of(ErrorCode.of("D99999"));
        return Stream.of(Locale.ENGLISH, HONG_KONG, Locale.SIMPLIFIED_CHINESE)
                .flatMap(locale -> Stream.concat(ErrorCode.known().stream(), unknown.stream())
                        .map(code -> arguments(code, locale, code.userMessage(locale))));
    }

    @ParameterizedTest
    @MethodSource("everyMessageInEveryLanguage")
    void isAWholeSentenceThatFitsOnAPhone(ErrorCode code, Locale locale, String message) {
        boolean english = locale == Locale.ENGLISH;
        assertThat(message)
                .isEqualTo(message.strip())
                .endsWith(english ? "." : "。")
                .hasSizeBetween(10, 200);
        if (!code.isSuccess()) {
            assertThat(message).containsPattern(english ? "[Pp]lease" : "請|请");
        }
    }

    @ParameterizedTest
    @MethodSource("everyMessageInEveryLanguage")
    void neverTellsTheStateOfAnAccount(ErrorCode code, Locale locale, String message) {
        assertThat(message).doesNotContainPattern(ACCOUNT_STATE);
    }

    @ParameterizedTest
    @MethodSource("everyMessageInEveryLanguage")
    void isWrittenInTheCharactersOfItsLanguage(ErrorCode code, Locale locale, String message) {
        if (locale == Locale.ENGLISH) {
            assertThat(message).isPrintable().matches("\\p{ASCII}+");
            return;
        }
        // Big5 has no simplified characters, GB 2312 no traditional ones.
        Charset charset = Charset.forName(locale.equals(HONG_KONG) ? "Big5" : "GB2312");
        assertThat(message)
                .matches(text -> charset.newEncoder().canEncode(text), "fits " + charset)
                .doesNotContainPattern("[A-Za-z]")
                .containsPattern("\\p{IsHan}");
    }

    @ParameterizedTest
    @MethodSource("everyMessageInEveryLanguage")
    void differsFromTheOtherLanguages(ErrorCode code, Locale locale, String message) {
        assertThat(Stream.of(Locale.ENGLISH, HONG_KONG, Locale.SIMPLIFIED_CHINESE)
                        .map(code::userMessage))
                .doesNotHaveDuplicates()
                .contains(message);
    }

    @Test
    void theFilesHoldTheSentencesThatAreUsedAndNoOther() {
        Set<UserMessage> used = Stream.concat(
                        CodeTable.all().stream().map(CodeTable.Row::userMessage),
                        Stream.of(
                                UserMessage.NOT_COMPLETED,
                                UserMessage.HKIC_MISTYPED,
                                UserMessage.NO_ANSWER,
                                UserMessage.TECHNICAL_PROBLEM,
                                UserMessage.TRY_AGAIN_SHORTLY))
                .collect(Collectors.toSet());
        Set<UserTexts> files = used.stream().map(UserMessage::texts).collect(Collectors.toSet());

        assertThat(files)
                .hasSizeGreaterThan(5)
                .allSatisfy(texts -> assertThat(texts.keys())
                        .containsExactlyInAnyOrderElementsOf(used.stream()
                                .filter(message -> message.texts() == texts)
                                .map(UserMessage::key)
                                .distinct()
                                .toList()));
    }

    @Test
    void outcomesOfTheUserAreToldApart() {
        List<ErrorCode> outcomes = ErrorCode.known().stream()
                .filter(code -> code.canonicalValue().matches("D[4-8].*[0-3]"))
                .toList();

        assertThat(outcomes).hasSizeGreaterThan(20);
        assertThat(outcomes.stream().map(code -> code.userMessage(Locale.ENGLISH)))
                .doesNotHaveDuplicates();
    }

    @Test
    void speaksTheLanguageThatIsAskedForWhateverTheJvmSpeaks() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
            assertThat(ErrorCode.AUTHENTICATION_CANCELLED.userMessage(Locale.FRENCH))
                    .isEqualTo("You cancelled the authentication in iAM Smart. To continue, please start again.");
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(ErrorCode.SIGNING_FAILED.userMessage(Locale.ENGLISH))
                    .startsWith("iAM Smart could not sign the document.");
            assertThat(ErrorCode.AUTHENTICATION_CANCELLED.userMessage(HONG_KONG))
                    .startsWith("你已在「智方便」取消身份認證。");
        } finally {
            Locale.setDefault(before);
        }
    }
}
