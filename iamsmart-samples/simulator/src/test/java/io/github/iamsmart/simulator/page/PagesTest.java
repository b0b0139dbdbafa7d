package io.github.iamsmart.simulator.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.simulator.FaultKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagesTest {

    @Test
    void everyTextExistsInEveryLanguage() {
        Messages messages = new Messages();
        assertThat(messages.keys(Language.ZH_HK)).isEqualTo(messages.keys(Language.EN_US));
        assertThat(messages.keys(Language.ZH_CN)).isEqualTo(messages.keys(Language.EN_US));
        assertThat(messages.keys(Language.EN_US)).allSatisfy(key -> {
            assertThat(messages.get(Language.EN_US, key)).isNotBlank();
            assertThat(messages.get(Language.ZH_HK, key)).isNotEqualTo(messages.get(Language.EN_US, key));
        });
    }

    @Test
    void escapesUnlessToldOtherwise() {
        assertThat(render("{{a}}|{{{a}}}", Map.of("a", "<\"&'>"))).isEqualTo("&lt;&quot;&amp;&#39;&gt;|<\"&'>");
        assertThat(render("{{@hello a}}", Map.of("a", "<b>"))).isEqualTo("hello:&lt;b&gt;");
    }

    @Test
    void repeatsSectionsAndLeavesThemOut() {
        assertThat(render(
                        "{{#xs}}[{{x}}{{y}}]{{/xs}}",
                        Map.of("xs", List.of(Map.of("x", "1"), Map.of("x", "2")), "y", "!")))
                .isEqualTo("[1!][2!]");
        assertThat(render("{{#on}}a{{/on}}{{^on}}b{{/on}}", Map.of("on", false)))
                .isEqualTo("b");
        assertThat(render("{{^xs}}none{{/xs}}", Map.of("xs", List.of()))).isEqualTo("none");
    }

    @Test
    void aPageWithoutItsValueIsAMistake() {
        assertThatThrownBy(() -> render("{{missing}}", Map.of())).hasMessageContaining("missing");
        assertThatThrownBy(() -> render("{{#open}}", Map.of("open", true))).hasMessageContaining("open");
    }

    @ParameterizedTest
    @CsvSource({
        "'zh-TW,zh;q=0.9,en;q=0.8', zh-HK",
        "'zh-CN,zh;q=0.9', zh-CN",
        "'zh-Hans-HK', zh-CN",
        "'fr-FR,fr;q=0.9,zh-HK;q=0.5', zh-HK",
        "'en-GB,en', en-US",
        "'de', en-US",
        "'', en-US",
        "'***;;;', en-US"
    })
    void findsTheLanguageOfABrowser(String header, String tag) {
        assertThat(Language.accepted(header).tag()).isEqualTo(tag);
    }

    @Test
    void everyFaultHasANameAndASentence() {
        for (FaultKind kind : FaultKind.values()) {
            assertThat(FaultKind.of(kind.wireName())).contains(kind);
            assertThat(kind.sentence()).endsWith(".");
        }
    }

    private static String render(String source, Map<String, ?> model) {
        return new Template(source).render(model, key -> key + ":{0}");
    }
}
