package io.github.iamsmart.samples.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The pictures of core and starter in {@code docs/design.md}: layers, packages, and what each of them uses. They are
 * made from the compiled code, so that they cannot go stale; {@code -Diamsmart.documentation=update} draws them anew.
 */
class HouseTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "design.md");

    @Test
    void theCoreIsDrawnAsItIs() throws IOException {
        isDrawn("core", "io.github.iamsmart", Jars.CORE);
    }

    @Test
    void theStarterIsDrawnAsItIs() throws IOException {
        isDrawn("starter", "io.github.iamsmart.spring", Jars.STARTER);
    }

    private static void isDrawn(String name, String root, JavaClasses classes) throws IOException {
        String picture = new House(root, classes).draw();
        String page = Files.readString(PAGE);
        String begin = "<!-- " + name + ": made from the code by HouseTest -->\n";
        String end = "<!-- /" + name + " -->\n";
        assertThat(page).contains(begin, end);
        int from = page.indexOf(begin) + begin.length();
        int to = page.indexOf(end);
        if ("update".equals(System.getProperty("iamsmart.documentation"))) {
            Files.writeString(PAGE, page.substring(0, from) + picture + page.substring(to));
            return;
        }

        assertThat(page.substring(from, to))
                .as("the picture in docs/design.md; to draw it anew: -Diamsmart.documentation=update")
                .isEqualTo(picture);
    }
}
