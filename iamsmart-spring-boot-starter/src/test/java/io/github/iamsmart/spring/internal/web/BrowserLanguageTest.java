package io.github.iamsmart.spring.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.device.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class BrowserLanguageTest {

    @ParameterizedTest
    @CsvSource({
        "zh-HK, en, ZH_HK",
        "ZH-cn, en, ZH_CN",
        "en-US, zh-HK, EN_US",
        "tc, en, ZH_HK",
        "sc, en, ZH_CN",
        "en, zh-HK, EN_US",
        "zh_TW, en, ZH_HK",
        "zh-Hans, en, ZH_CN",
        "fr, zh-HK, ZH_HK",
        "'', zh-HK, ZH_HK",
        "<script>, zh-HK, ZH_HK",
        ", 'zh-HK,zh;q=0.9', ZH_HK",
        ", 'fr,zh-CN;q=0.5,en;q=0.1', ZH_CN",
        ", 'fr,de;q=0.5', ZH_CN",
        ", , ZH_CN",
        "yue-HK, en, ZH_HK",
        "yue_Hant_HK, en, ZH_HK",
        "zh_Hans_HK, en, ZH_CN",
        ", 'yue-HK,en;q=0.9', ZH_HK",
        ", 'yue-Hant-HK,zh-CN;q=0.9', ZH_HK",
        ", 'en;q=0.8,yue-HK;q=0.9', ZH_HK",
        ", 'zh_TW,en', ZH_HK",
        ", 'zh-HK;q=0, en;q=0.5', EN_US",
        ", 'zh-MO ; q=0.5, en;q=0.4', ZH_HK",
        ", 'zh-SG', ZH_CN",
        ", 'zh-Hant;Q=1.0,zh-CN', ZH_HK",
        ", 'en;q=x,zh-HK;q=0.1', ZH_HK",
        ", '*', ZH_CN",
        ", 'fr;q=1,*;q=0.5', ZH_CN",
        ", ',;,q=1', ZH_CN",
    })
    void asksTheLinkThenTheBrowserThenTheSettings(String lang, String acceptLanguage, Language expected) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        if (lang != null) {
            request.setParameter("lang", lang);
        }
        if (acceptLanguage != null) {
            request.addHeader("Accept-Language", acceptLanguage);
        }

        assertThat(BrowserLanguage.of(request, Language.ZH_CN)).isEqualTo(expected);
    }
}
