package io.github.iamsmart.simulator.snippets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A block of code in a page.
 *
 * @param source the file and the tag of the comment before it, with {@code #} between them
 */
record MarkdownBlock(Optional<String> source, String language, String code) {
    static final Path REPOSITORY = Path.of("..", "..").toAbsolutePath().normalize();

    private static final Pattern BLOCK =
            Pattern.compile("(?m)(?:^<!-- source: (\\S+) tag: (\\S+) -->\\n)?^```(\\w*)\\n((?s:.*?))^```$");

    static List<MarkdownBlock> of(String page) {
        return BLOCK.matcher(read(REPOSITORY.resolve(page)))
                .results()
                .map(MarkdownBlock::of)
                .toList();
    }

    /** What the block must show: the region of the file, without its common indentation. */
    String tested() {
        String[] fileAndTag = source.orElseThrow().split("#", 2);
        String file = read(REPOSITORY.resolve(fileAndTag[0]));
        String marker = "\\s*// %s::" + Pattern.quote(fileAndTag[1]) + "\\[]\\n";
        MatchResult region = Pattern.compile(
                        "(?m)^" + marker.formatted("tag") + "((?s:.*?))^" + marker.formatted("end"))
                .matcher(file)
                .results()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no region " + source.orElseThrow() + "."));
        return region.group(1).lines().collect(Collectors.joining("\n")).stripIndent() + "\n";
    }

    private static MarkdownBlock of(MatchResult found) {
        Optional<String> source = Optional.ofNullable(found.group(1)).map(file -> file + "#" + found.group(2));
        return new MarkdownBlock(source, found.group(3), found.group(4));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
