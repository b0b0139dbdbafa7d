package io.github.iamsmart.spring.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HtmlTemplateTest {

    private static String render(String template, Map<String, ?> values) {
        return HtmlTemplate.of(template).render(values);
    }

    @Test
    void escapesWhateverStandsInAGap() {
        assertThat(render(
                        "<a href=\"{{url}}\">{{none}}{{text}}</a>", Map.of("url", "\"><x>", "text", "{{url}} & 'so'")))
                .isEqualTo("<a href=\"&quot;&gt;&lt;x&gt;\">{{url}} &amp; &#39;so&#39;</a>");
    }

    @Test
    void showsASectionForWhatIsThere() {
        String template = "{{#some}}[{{value}}{{outer}}]{{/some}}";

        assertThat(render(template, Map.of("some", "text", "outer", "!"))).isEqualTo("[text!]");
        assertThat(render(template, Map.of("some", Optional.of("text")))).isEqualTo("[text]");
        assertThat(render(template, Map.of("some", List.of("a", "b")))).isEqualTo("[a][b]");
        assertThat(render(template, Map.of("some", true, "value", 7))).isEqualTo("[7]");
        assertThat(render(template, Map.of("some", Map.of("value", "inner"), "value", "outer")))
                .isEqualTo("[inner]");
    }

    @Test
    void leavesASectionOutForWhatIsNot() {
        String template = "{{#some}}x{{/some}}";

        for (Object nothing : List.of("", false, List.of(), Optional.empty(), Optional.of(""))) {
            assertThat(render(template, Map.of("some", nothing)))
                    .as("%s", nothing)
                    .isEmpty();
        }
        assertThat(render(template, Map.of())).isEmpty();
    }

    @Test
    void anInnerNoIsNotTheOuterYes() {
        assertThat(render(
                        "{{#parts}}{{#later}}hidden{{/later}}.{{/parts}}",
                        Map.of("later", true, "parts", List.of(Map.of("later", false), Map.of()))))
                .isEqualTo(".hidden.");
    }
}
