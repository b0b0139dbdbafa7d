package io.github.iamsmart.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserLanguageTest {
    @ParameterizedTest
    @CsvSource({
        "zh-HK, TRADITIONAL_CHINESE",
        "zh-MO, TRADITIONAL_CHINESE",
        "zh-TW, TRADITIONAL_CHINESE",
        "zh-Hant, TRADITIONAL_CHINESE",
        "zh-Hant-HK, TRADITIONAL_CHINESE",
        "zh-Hant-CN, TRADITIONAL_CHINESE",
        "zh-HK-x-test, TRADITIONAL_CHINESE",
        "zh, SIMPLIFIED_CHINESE",
        "zh-CN, SIMPLIFIED_CHINESE",
        "zh-SG, SIMPLIFIED_CHINESE",
        "zh-US, SIMPLIFIED_CHINESE",
        "zh-Hans, SIMPLIFIED_CHINESE",
        "zh-Hans-HK, SIMPLIFIED_CHINESE",
        "zh-Latn, SIMPLIFIED_CHINESE",
        "en, ENGLISH",
        "en-HK, ENGLISH",
        "fr-FR, ENGLISH",
        "ja-JP, ENGLISH",
        "und, ENGLISH",
        "und-HK, ENGLISH"
    })
    void isClosestTo(String tag, UserLanguage expected) {
        assertThat(UserLanguage.closestTo(Locale.forLanguageTag(tag))).isEqualTo(expected);
    }
}
