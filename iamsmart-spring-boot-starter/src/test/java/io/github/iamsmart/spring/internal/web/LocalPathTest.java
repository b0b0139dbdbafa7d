package io.github.iamsmart.spring.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/form", "/form/2?step=3&x=%20y#top", "/a/../b", "/%E8%A1%A8", "/form;step=2"})
    void acceptsAPathOfTheApplication(String path) {
        assertThat(LocalPath.isSafe(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "form",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/form\\..\\x",
                "https://evil.example",
                "javascript:alert(1)",
                "/form\r\nSet-Cookie: a=b",
                "/a b",
                "/\t/evil.example",
                "/..",
                "/../x",
                "/a/../../x",
                "/%2e%2e/other",
                "/.%2E/other",
                "/a/%2e%2e/%2e%2e/other",
                "/%zz",
                "/form;jsessionid=0A",
                "/form;a=b;JSESSIONID=0A?x=y"
            })
    void refusesEverythingElse(String path) {
        assertThat(LocalPath.isSafe(path)).isFalse();
    }

    @Test
    void refusesAnEndlessPath() {
        assertThat(LocalPath.isSafe("/" + "a".repeat(1023))).isTrue();
        assertThat(LocalPath.isSafe("/" + "a".repeat(1024))).isFalse();
        assertThat(LocalPath.isSafe("/" + "表".repeat(113))).isTrue();
        assertThat(LocalPath.isSafe("/" + "表".repeat(114)))
                .as("nine characters each where it travels")
                .isFalse();
    }

    @Test
    void writesAPathInAscii() {
        assertThat(LocalPath.of("/表格?第=1　頁")).hasValue("/%E8%A1%A8%E6%A0%BC?%E7%AC%AC=1%E3%80%80%E9%A0%81");
        assertThat(LocalPath.of("/%E8%A1%A8")).hasValue("/%E8%A1%A8");
        assertThat(LocalPath.of("/／/evil")).hasValue("/%EF%BC%8F/evil");
        assertThat(LocalPath.of(null)).isEmpty();
    }
}
