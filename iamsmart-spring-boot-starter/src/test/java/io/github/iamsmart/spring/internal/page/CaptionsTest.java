package io.github.iamsmart.spring.internal.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.device.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.context.support.StaticMessageSource;

class CaptionsTest {

    private static final String KEY = "iamsmart.page.waiting.again";

    private static Properties file(String suffix) throws IOException {
        Properties texts = new Properties();
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(Captions.class.getResourceAsStream("captions" + suffix + ".properties")),
                UTF_8)) {
            texts.load(file);
        }
        return texts;
    }

    @Test
    void everyLanguageHasEveryText() throws IOException {
        Properties english = file("");
        for (String suffix : new String[] {"_zh_HK", "_zh_CN"}) {
            Properties chinese = file(suffix);
            assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
            assertThat(chinese).allSatisfy((key, text) -> {
                assertThat(text.toString().codePoints())
                        .as("%s of %s", key, suffix)
                        .anyMatch(Character::isIdeographic);
                String original = english.getProperty(key.toString());
                assertThat(text.toString().contains("{0}")).as("%s", key).isEqualTo(original.contains("{0}"));
                assertThat(text.toString().contains("{1}")).as("%s", key).isEqualTo(original.contains("{1}"));
            });
        }
        assertThat(file("_zh_HK").values().toString()).doesNotContain("您", "“");
        assertThat(file("_zh_CN").values().toString()).doesNotContain("你", "「");
    }

    @Test
    void theLanguageOfTheJvmPlaysNoPart() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
            assertThat(Captions.ours().text("waiting.again", Language.EN_US)).isEqualTo("Begin again");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void theApplicationsOwnGoesFirstInItsLanguageAlone() {
        StaticMessageSource messages = new StaticMessageSource();
        messages.addMessage(KEY, Language.ZH_CN.locale(), "回到表格 '{0}'");
        Captions captions = new Captions(messages);

        assertThat(captions.text("waiting.again", Language.ZH_CN, "A")).isEqualTo("回到表格 'A'");
        assertThat(captions.text("waiting.again", Language.ZH_HK)).isEqualTo("重新開始");
    }

    @Test
    void aMessageSourceThatAnswersWithItsKeysHasNoText() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setUseCodeAsDefaultMessage(true);

        assertThat(new Captions(messages).text("waiting.again", Language.EN_US)).isEqualTo("Begin again");
    }
}
