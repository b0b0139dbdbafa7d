package io.github.iamsmart.samples.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.samples.documentation.MarkdownPage.CodeBlock;
import io.github.iamsmart.samples.documentation.MarkdownPage.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a page shows is what was tested: every Java and YAML block names a tagged region in a comment before it and is
 * equal to it; links lead somewhere.
 */
class DocumentationTest {

    private static final Path REPOSITORY = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Set<String> TESTED = Set.of("java", "yaml", "yml");
    private static final Pattern VERSION =
            Pattern.compile("<artifactId>iamsmart-[\\w-]+</artifactId>\\s*<version>([^<]+)</version>");

    static Stream<MarkdownPage> pages() {
        return MarkdownPage.allOf(REPOSITORY).stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void showsTestedCode(MarkdownPage page) throws IOException {
        if ("update".equals(System.getProperty("iamsmart.documentation"))) {
            update(page);
            return;
        }
        for (CodeBlock block : page.codeBlocks()) {
            if (TESTED.contains(block.language())) {
                assertThat(block.source())
                        .as(
                                "A block needs a comment <!-- source: file tag: name --> on the line before it:\n%s",
                                block.code())
                        .isPresent();
            }
            block.source()
                    .ifPresent(source -> assertThat(block.code())
                            .as(
                                    "Run this test with -Diamsmart.documentation=update to bring the page up to date with %s",
                                    source)
                            .isEqualTo(tested(source)));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void linksLeadSomewhere(MarkdownPage page) {
        for (String link : page.localLinks()) {
            String path = link.replaceFirst("#.*", "");
            Path target = path.isEmpty()
                    ? page.file()
                    : page.file().resolveSibling(path).normalize();
            assertThat(target).as("The link %s", link).exists();
            if (link.contains("#") && target.toString().endsWith(".md")) {
                assertThat(MarkdownPage.read(target).anchors())
                        .as("The headings that %s can mean", link)
                        .contains(link.replaceFirst(".*#", ""));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void namesTheVersionOfThisBuild(MarkdownPage page) {
        List<String> versions = VERSION.matcher(page.text())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(versions).allMatch(System.getProperty("iamsmart.version")::equals);
    }

    private static void update(MarkdownPage page) throws IOException {
        StringBuilder text = new StringBuilder(page.text());
        List<CodeBlock> blocks = page.codeBlocks();
        for (int i = blocks.size() - 1; i >= 0; i--) {
            CodeBlock block = blocks.get(i);
            block.source().ifPresent(source -> text.replace(block.start(), block.end(), tested(source)));
        }
        Files.writeString(page.file(), text);
    }

    private static String tested(Source source) {
        return new TaggedRegion(REPOSITORY.resolve(source.file()), source.tag()).text() + "\n";
    }
}
