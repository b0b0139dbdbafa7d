package io.github.iamsmart.samples.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.samples.documentation.MarkdownPage.CodeBlock;
import io.github.iamsmart.samples.documentation.MarkdownPage.Source;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MarkdownPageTest {

    private final MarkdownPage page = new MarkdownPage(Path.of("page.md"), """
            # One `title`, two

            [other](other.md#part) ![picture](a.png) [web](https://example.org/) <img src="b.png">

            <!-- source: a/B.java tag: first -->
            ```java
            first();
            ```

            ```yaml
            second: [no link](c.md)
            ```

            ## Again
            ## Again
            """);

    @Test
    void findsEveryBlockWithItsSource() {
        assertThat(page.codeBlocks())
                .extracting(CodeBlock::code)
                .containsExactly("first();\n", "second: [no link](c.md)\n");
        assertThat(page.codeBlocks().get(0).source()).contains(new Source("a/B.java", "first"));
        assertThat(page.codeBlocks().get(1).source()).isEmpty();
    }

    @Test
    void findsTheLinksThatStayInTheRepository() {
        assertThat(page.localLinks()).containsExactly("other.md#part", "a.png", "b.png");
    }

    @Test
    void namesHeadingsAsTheSiteDoes() {
        assertThat(page.anchors()).containsExactlyInAnyOrder("one-title-two", "again", "again-1");
    }
}
