package io.github.iamsmart.formfilling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes of the Government's common schemas, and their names. */
class CodeNamesTest {

    @ParameterizedTest
    @CsvSource({
        "S, Single, 未婚, 未婚",
        "M, Married, 已婚, 已婚",
        "P, Separated, 分居, 分居",
        "D, Divorced, 離婚, 离婚",
        "W, Widowed, 喪偶, 丧偶",
        "U, Unknown, 不詳, 不详",
    })
    void namesTheMaritalStatus(String code, String english, String traditional, String simplified) {
        MaritalStatus status = new MaritalStatus(code);

        assertThat(status.isKnown()).isTrue();
        assertThat(status.name(Locale.ENGLISH)).isEqualTo(english);
        assertThat(status.name(Locale.forLanguageTag("zh-HK"))).isEqualTo(traditional);
        assertThat(status.name(Locale.forLanguageTag("zh-CN"))).isEqualTo(simplified);
        assertThat(new MaritalStatus(" " + code.toLowerCase(Locale.ROOT) + " ")).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "P, Primary, 小學, 小学",
        "S, Secondary, 中學, 中学",
        "T, Tertiary, 大專或以上, 大专或以上",
    })
    void namesTheLevelOfEducation(String code, String english, String traditional, String simplified) {
        EducationLevel level = new EducationLevel(code);

        assertThat(level.isKnown()).isTrue();
        assertThat(level.name(Locale.ENGLISH)).isEqualTo(english);
        assertThat(level.name(Locale.forLanguageTag("zh-HK"))).isEqualTo(traditional);
        assertThat(level.name(Locale.forLanguageTag("zh-CN"))).isEqualTo(simplified);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X", "4", "Degree", "ＳＳ", "S M"})
    void keepsAnUnknownCodeReadable(String code) {
        assertThat(new MaritalStatus(code).isKnown()).isFalse();
        assertThat(new MaritalStatus(code).name(Locale.ENGLISH)).isEqualTo(code);
        assertThat(new EducationLevel(code).isKnown()).isFalse();
        assertThat(new EducationLevel(code).name(Locale.CHINESE)).isEqualTo(code);
    }

    @Test
    void knowsItsConstants() {
        assertThat(MaritalStatus.known()).hasSize(6).doesNotHaveDuplicates();
        assertThat(EducationLevel.known()).hasSize(3).doesNotHaveDuplicates();
        assertThat(MaritalStatus.SINGLE).hasToString("MaritalStatus[***]");
        assertThat(EducationLevel.TERTIARY).hasToString("EducationLevel[***]");
    }
}
