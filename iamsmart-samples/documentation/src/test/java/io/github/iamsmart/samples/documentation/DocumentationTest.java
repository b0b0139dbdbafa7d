package io.github.iamsmart.samples.documentation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.samples.documentation.MarkdownPage.CodeBlock;
import io.github.iamsmart.samples.documentation.MarkdownPage.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a page shows is what was tested: every Java and YAML block names a tagged region in a comment before it and is
 * equal to it; its imports can be unfolded, and a block that is no whole class says where the rest stands; links lead
 * somewhere.
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
                    .ifPresent(source -> assertThat(block.code() + "```" + block.footer())
                            .as(
                                    "Run this test with -Diamsmart.documentation=update to bring the page up to date with %s",
                                    source)
                            .isEqualTo(tested(page, source)));
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
            block.source().ifPresent(source -> text.replace(block.start(), block.end(), tested(page, source)));
        }
        Files.writeString(page.file(), text);
    }

    /** The code, the end of its block, and below it the imports and where the rest stands. */
    private static String tested(MarkdownPage page, Source source) {
        Path file = REPOSITORY.resolve(source.file());
        String code = new TaggedRegion(file, source.tag()).text();
        String footer = source.file().endsWith(".java") ? new JavaExcerpt(file, code).footer(page.file()) : "";
        return code + "\n```" + footer;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void completeClassesCompileAsTheyStand(MarkdownPage page, @TempDir Path folder) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        for (CodeBlock block : page.codeBlocks()) {
            block.source().filter(source -> source.file().endsWith(".java")).ifPresent(source -> {
                JavaExcerpt excerpt = new JavaExcerpt(REPOSITORY.resolve(source.file()), block.code());
                excerpt.className()
                        .ifPresent(name ->
                                files.put(name + ".java", String.join("\n", excerpt.imports()) + "\n" + block.code()));
            });
        }
        if (files.isEmpty()) {
            return;
        }
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-parameters", "-d", folder.toString()));
        for (Map.Entry<String, String> file : files.entrySet()) {
            arguments.add(Files.writeString(folder.resolve(file.getKey()), file.getValue())
                    .toString());
        }
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        arguments.addAll(List.of("-classpath", System.getProperty("java.class.path")));

        int errors =
                ToolProvider.getSystemJavaCompiler().run(null, messages, messages, arguments.toArray(String[]::new));

        assertThat(errors).as(messages.toString(UTF_8)).isZero();
    }
}
