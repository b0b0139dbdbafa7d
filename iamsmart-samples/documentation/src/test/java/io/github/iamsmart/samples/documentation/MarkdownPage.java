package io.github.iamsmart.samples.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page of the documentation: its code blocks, links and headings. */
record MarkdownPage(Path file, String text) {

    private static final Pattern BLOCK = Pattern.compile(
            "(?m)(?:^<!-- source: (?<file>\\S+) tag: (?<tag>\\S+) -->\\n)?^```(?<language>\\w*)\\n(?<code>(?s:.*?))^```$"
                    + "(?<footer>\\n<!-- made of its source -->\\n(?s:.*?)^<!-- /made -->$)?");
    private static final Pattern LINK =
            Pattern.compile("!?\\[[^\\]]*]\\((?<target>[^)\\s]+)\\)|src=\"(?<source>[^\"]+)\"");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+)$");

    /** Every page of the repository whose top folder is given, the hidden and generated folders left out. */
    static List<MarkdownPage> allOf(Path repository) {
        try (Stream<Path> files = Files.walk(repository.resolve("docs"));
                Stream<Path> top = Files.list(repository)) {
            return Stream.concat(top, files)
                    .filter(file -> file.getFileName().toString().endsWith(".md"))
                    .sorted()
                    .map(MarkdownPage::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MarkdownPage read(Path file) {
        try {
            return new MarkdownPage(file, Files.readString(file).replace("\r\n", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param source the file and tag named in the comment before the block
     * @param start of the code in the page
     * @param end of the code in the page, and of what stands below it about its source
     * @param footer what stands below it about its source, from the end of the line of the block on; or empty
     */
    record CodeBlock(String language, Optional<Source> source, int start, int end, String code, String footer) {}

    /** @param file relative to the repository */
    record Source(String file, String tag) {}

    List<CodeBlock> codeBlocks() {
        List<CodeBlock> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(text);
        while (matcher.find()) {
            Optional<Source> source =
                    Optional.ofNullable(matcher.group("file")).map(path -> new Source(path, matcher.group("tag")));
            blocks.add(new CodeBlock(
                    matcher.group("language"),
                    source,
                    matcher.start("code"),
                    matcher.end(),
                    matcher.group("code"),
                    Optional.ofNullable(matcher.group("footer")).orElse("")));
        }
        return blocks;
    }

    /** The targets of links and pictures that lead to another place of this repository. */
    List<String> localLinks() {
        return LINK.matcher(withoutCode())
                .results()
                .map(found -> found.group(1) != null ? found.group(1) : found.group(2))
                .filter(target -> !target.matches("[a-z]+:.*"))
                .toList();
    }

    /** The anchors that GitHub makes of the headings. */
    Set<String> anchors() {
        Map<String, Integer> seen = new HashMap<>();
        return HEADING.matcher(withoutCode())
                .results()
                .map(found -> slug(found.group(1)))
                .map(slug -> {
                    int earlier = seen.merge(slug, 1, Integer::sum) - 1;
                    return earlier == 0 ? slug : slug + "-" + earlier;
                })
                .collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        return file.getFileName().toString();
    }

    private String withoutCode() {
        return text.replaceAll("(?ms)^```.*?^```$", "");
    }

    private static String slug(String heading) {
        return heading.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\[([^\\]]*)]\\([^)]*\\)", "$1")
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }
}
