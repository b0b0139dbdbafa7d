package io.github.iamsmart.internal.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.MissingResourceException;
import org.junit.jupiter.api.Test;

class UserTextsTest {
    @Test
    void readsUtf8() {
        UserTexts texts = UserTexts.load(UserTextsTest.class, "greetings");

        assertThat(texts.text("hello", Locale.UK)).isEqualTo("Good morning");
        assertThat(texts.text("hello", Locale.TAIWAN)).isEqualTo("早晨，你好嗎？");
        assertThat(texts.text("hello", Locale.CHINA)).isEqualTo("早上好，您好吗？");
        assertThat(texts.keys()).containsExactly("hello");
    }

    @Test
    void refusesAKeyThatNoFileHas() {
        UserTexts texts = UserTexts.load(UserTextsTest.class, "greetings");

        assertThatThrownBy(() -> texts.text("goodbye", Locale.UK)).isInstanceOf(MissingResourceException.class);
    }

    @Test
    void refusesFilesThatDoNotHoldTheSameKeys() {
        assertThatThrownBy(() -> UserTexts.load(UserTextsTest.class, "incomplete"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("incomplete")
                .hasMessageContaining("SIMPLIFIED_CHINESE");
    }

    @Test
    void refusesAFileThatIsMissing() {
        assertThatThrownBy(() -> UserTexts.load(UserTextsTest.class, "absent"))
                .isInstanceOf(MissingResourceException.class);
    }
}
