package io.github.iamsmart.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.device.Source;
import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.identity.Scope;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestValuesTest {
    @ParameterizedTest
    @CsvSource({
        "en, EN_US",
        "fr, EN_US",
        "zh-Hant, ZH_HK",
        "zh-HK, ZH_HK",
        "zh-TW, ZH_HK",
        "zh-MO, ZH_HK",
        "zh, ZH_CN",
        "zh-SG, ZH_CN",
        "zh-Hans-HK, ZH_CN"
    })
    void closestLanguage(String tag, Language expected) {
        assertThat(Language.closestTo(Locale.forLanguageTag(tag))).isEqualTo(expected);
    }

    @Test
    void aPageAndItsSentencesAreInTheSameLanguage() {
        assertThat(Locale.getAvailableLocales())
                .hasSizeGreaterThan(100)
                .allSatisfy(locale -> assertThat(ErrorCode.SUCCESS.userMessage(
                                Language.closestTo(locale).locale()))
                        .isEqualTo(ErrorCode.SUCCESS.userMessage(locale)));
    }

    @Test
    void everyLanguageIsFoundByItsWireValueAndItsLocale() {
        assertThat(Arrays.stream(Language.values()).map(Language::wireValue))
                .containsExactly("en-US", "zh-HK", "zh-CN");
        for (Language language : Language.values()) {
            assertThat(Language.of(language.wireValue())).contains(language);
            assertThat(Language.closestTo(language.locale())).isEqualTo(language);
        }
        assertThat(Language.of("ZH-hk")).contains(Language.ZH_HK);
        assertThat(Language.of("zh")).isEmpty();
        assertThat(Language.of("")).isEmpty();
    }

    @Test
    void scopesHaveTheirNamesOnTheWire() {
        assertThat(Set.of(
                        Scope.AUTH,
                        Scope.PROFILES,
                        Scope.FORM_FILLING,
                        Scope.SIGN,
                        Scope.REAUTHENTICATION,
                        Scope.BULK_SIGN,
                        Scope.STEP_UP))
                .extracting(Scope::value)
                .containsExactlyInAnyOrder(
                        "eidapi_auth",
                        "eidapi_profiles",
                        "eidapi_formFilling",
                        "eidapi_sign",
                        "eidapi_fr",
                        "eidapi_bulksign",
                        "eidapi_sua");
        assertThat(new Scope("eidapi_new")).hasToString("eidapi_new").isEqualTo(new Scope("eidapi_new"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "eidapi_auth eidapi_sign", "eidapi_auth\n"})
    void refusesWhatIsNotOneName(String value) {
        assertThatThrownBy(() -> new Scope(value))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("eidapi_auth");
        assertThatThrownBy(() -> new Source(value))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("PC_Browser");
    }

    @Test
    void aSourceKnowsWhetherItIsOnThePhone() {
        assertThat(Source.PC_BROWSER.isMobile()).isFalse();
        assertThat(Source.ANDROID_CHROME.isMobile()).isTrue();
        assertThat(Source.IOS_IN_APP_BROWSER.isMobile()).isTrue();
        assertThat(new Source("Android_Opera").isMobile()).isTrue();
        assertThat(Source.APP_LINK.isMobile()).isTrue();
        assertThat(Source.APP_LINK.isApp()).isTrue();
        assertThat(Source.ANDROID_CHROME.isApp()).isFalse();
        assertThat(new Source("Watch_Browser").isMobile()).isFalse();
        assertThat(Source.IOS_SAFARI).hasToString("iOS_Safari");
    }

    @Test
    void randomStatesAreWellFormedAndDiffer() {
        Set<String> values = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            String value = State.random().value();
            assertThat(value).hasSize(32);
            assertThat(State.parse(value)).contains(State.of(value));
            values.add(value);
        }
        assertThat(values).hasSize(1000);
    }

    @Test
    void aStateIsComparedByItsText() {
        State state = State.of("abc_DEF-123");

        assertThat(state.matches("abc_DEF-123")).isTrue();
        assertThat(state.matches("abc_DEF-124")).isFalse();
        assertThat(state.matches("abc_DEF-12")).isFalse();
        assertThat(state.matches("")).isFalse();
        assertThat(state.matches(null)).isFalse();
        assertThat(state).isEqualTo(State.of("abc_DEF-123")).hasSameHashCodeAs(State.of("abc_DEF-123"));
        assertThat(state).isNotEqualTo(State.of("abc_DEF-124")).isNotEqualTo("abc_DEF-123");
    }

    @Test
    void aStateIsNeverPrinted() {
        assertThat(State.of("supersecret").toString()).doesNotContain("supersecret");
        assertThatThrownBy(() -> State.of("supersecret!"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("State.random()")
                .hasMessageNotContaining("supersecret");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"a b", "a+b", "a=", "ä", "0123456789012345678901234567890123456", "a\n"})
    void aStateHasUpTo36HarmlessCharacters(String value) {
        assertThat(State.parse(value)).isEmpty();
        assertThat(State.parse("012345678901234567890123456789012345")).isPresent();
    }

    @Test
    void businessIdsHaveUpTo36VisibleAsciiCharacters() {
        assertThat(BusinessId.random().value()).matches("[0-9a-f]{32}");
        assertThat(BusinessId.random()).isNotEqualTo(BusinessId.random());
        assertThat(new BusinessId("Permit/2026#1:~")).hasToString("Permit/2026#1:~");
        assertThat(new BusinessId("x".repeat(36)).value()).hasSize(36);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "號碼", "a\n", "0123456789012345678901234567890123456"})
    void refusesAnyOtherBusinessId(String value) {
        assertThatThrownBy(() -> new BusinessId(value))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("1 to 36")
                .hasMessageContaining("BusinessId.random()");
    }
}
