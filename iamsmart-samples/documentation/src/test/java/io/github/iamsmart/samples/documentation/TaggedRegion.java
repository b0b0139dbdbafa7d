package io.github.iamsmart.samples.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The lines between {@code tag::name[]} and {@code end::name[]} of a file, without the indentation they share. */
record TaggedRegion(Path file, String tag) {

    String text() {
        List<String> lines = new ArrayList<>();
        boolean inside = false;
        boolean ended = false;
        for (String line : read()) {
            if (line.contains("end::" + tag + "[]")) {
                ended = inside;
                inside = false;
            }
            boolean marker = line.contains("tag::") || line.contains("end::");
            if (inside && !marker) {
                lines.add(line);
            }
            if (line.contains("tag::" + tag + "[]")) {
                inside = true;
            }
        }
        if (!ended) {
            throw new IllegalStateException(file + " has no region tag::" + tag + "[] … end::" + tag + "[].");
        }
        return String.join("\n", lines).stripIndent().strip();
    }

    private List<String> read() {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException("A page shows code of " + file + ", which cannot be read.", e);
        }
    }
}
