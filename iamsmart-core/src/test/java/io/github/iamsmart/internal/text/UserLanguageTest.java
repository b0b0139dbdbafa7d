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
        "yue, TRADITIONAL_CHINESE",
        "yue-HK, TRADITIONAL_CHINESE",
        "yue-MO, TRADITIONAL_CHINESE",
        "yue-Hant, TRADITIONAL_CHINESE",
        "yue-Hant-HK, TRADITIONAL_CHINESE",
        "yue-Hant-CN, TRADITIONAL_CHINESE",
        "yue-CA, TRADITIONAL_CHINESE",
        "zh-yue-HK, TRADITIONAL_CHINESE",
        "zh-yue, TRADITIONAL_CHINESE",
        "zh-cmn-Hant-TW, TRADITIONAL_CHINESE",
        "cmn-Hant, TRADITIONAL_CHINESE",
        "nan-TW, TRADITIONAL_CHINESE",
        "zh-min-nan, TRADITIONAL_CHINESE",
        "hak-TW, TRADITIONAL_CHINESE",
        "zh-Hant-SG, TRADITIONAL_CHINESE",
        "yue-CN, SIMPLIFIED_CHINESE",
        "yue-Hans, SIMPLIFIED_CHINESE",
        "yue-Hans-HK, SIMPLIFIED_CHINESE",
        "zh-cmn-Hans-CN, SIMPLIFIED_CHINESE",
        "cmn, SIMPLIFIED_CHINESE",
        "zh-MY, SIMPLIFIED_CHINESE",
        "zh-Hans-SG, SIMPLIFIED_CHINESE",
        "zh-Hans-TW, SIMPLIFIED_CHINESE",
        "wuu-CN, SIMPLIFIED_CHINESE",
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
