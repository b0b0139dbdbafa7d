package io.github.iamsmart.samples.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaggedRegionTest {

    @TempDir
    Path folder;

    @Test
    void takesTheLinesBetweenTheMarksWithoutTheirIndentation() throws IOException {
        Path file = write("""
                class X {
                    // tag::body[]
                    if (a) {
                        // tag::inner[]
                        b();
                        // end::inner[]
                    }
                    // end::body[]
                }
                """);

        assertThat(new TaggedRegion(file, "body").text()).isEqualTo("if (a) {\n    b();\n}");
        assertThat(new TaggedRegion(file, "inner").text()).isEqualTo("b();");
    }

    @Test
    void refusesATagThatIsMissingOrOpen() throws IOException {
        Path file = write("// tag::open[]\na();\n");

        assertThatThrownBy(() -> new TaggedRegion(file, "open").text()).hasMessageContaining("open");
        assertThatThrownBy(() -> new TaggedRegion(file, "none").text()).hasMessageContaining("none");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("X.java"), text);
    }
}
