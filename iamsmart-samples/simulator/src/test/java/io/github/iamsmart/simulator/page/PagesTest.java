package io.github.iamsmart.simulator.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.simulator.FaultKind;
import io.github.iamsmart.simulator.request.FlowDeclaration;
import io.github.iamsmart.simulator.signin.SignInCodes;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PagesTest {

    static List<Path> folders() throws Exception {
        Path root = Path.of(Messages.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(path -> path.getFileName().toString().startsWith("messages_"))
                    .map(Path::getParent)
                    .distinct()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void everyTextExistsInEveryLanguage(Path folder) throws Exception {
        Properties english = texts(folder, Language.EN_US);
        assertThat(english.values())
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text.toString()).isNotBlank());
        for (Language chinese : List.of(Language.ZH_HK, Language.ZH_CN)) {
            Properties texts = texts(folder, chinese);
            assertThat(texts.keySet()).isEqualTo(english.keySet());
            assertThat(english.keySet())
                    .allSatisfy(key -> assertThat(texts.get(key)).isNotEqualTo(english.get(key)));
        }
    }

    @Test
    void aFlowWithoutItsTextsDoesNotStart() {
        FlowDeclaration flow =
                FlowDeclaration.ofUser("without-texts", Pages.class, "/nowhere", SignInCodes.ALL, "eidapi_none");
        assertThatThrownBy(() -> new Messages(List.of(flow)))
                .hasMessageContaining("flow.without-texts")
                .hasMessageContaining("en-US");
        FlowDeclaration elsewhere =
                FlowDeclaration.ofUser("without-files", String.class, "/nowhere", SignInCodes.ALL, "eidapi_none");
        assertThatThrownBy(() -> new Messages(List.of(elsewhere)))
                .hasMessageContaining("messages_en-US.properties")
                .hasMessageContaining("java.lang");
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

    private static Properties texts(Path folder, Language language) throws Exception {
        Properties texts = new Properties();
        try (Reader file = Files.newBufferedReader(folder.resolve("messages_" + language.tag() + ".properties"))) {
            texts.load(file);
        }
        return texts;
    }
}
