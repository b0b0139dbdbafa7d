package io.github.iamsmart.samples.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Code that a page shows of a Java file: a whole class, or a part of one. */
record JavaExcerpt(Path file, String code) {

    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?[\\w.]+\\.(\\w+);$");
    private static final Pattern CLASS = Pattern.compile(
            "\\A(?:@\\w+(?:\\(.*\\))?\\n)*(?:public |final |abstract )*(?:class|record|interface|enum) (\\w+)[^;]*\\{(?s:.*)^}\\n?\\z",
            Pattern.MULTILINE);

    /** {@return the name of the (first) class, if the code can stand in a file of its own} */
    Optional<String> className() {
        Matcher matcher = CLASS.matcher(code);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** {@return the imports that this code needs, of those of its file and of the public packages of the SDK} */
    List<String> imports() {
        String source = read(file);
        Stream<String> declared = IMPORT.matcher(source)
                .results()
                .filter(found -> names(found.group(1)))
                .map(MatchResult::group);
        return Stream.concat(declared, neighbours(source)).distinct().sorted().toList();
    }

    /** What a test in a package of the SDK need not import, and an application must. */
    private Stream<String> neighbours(String source) {
        Path folder = Path.of(file.getParent().toString().replace("/src/test/", "/src/main/"));
        if (!file.toString().contains("/src/test/") || !Files.isDirectory(folder)) {
            return Stream.empty();
        }
        String name = source.replaceFirst("(?s)\\A.*?package ([\\w.]+);.*", "$1");
        try (Stream<Path> files = Files.list(folder)) {
            TreeSet<String> used = new TreeSet<>();
            files.map(neighbour -> neighbour.getFileName().toString())
                    .filter(entry -> entry.endsWith(".java")) // not a package, which a variable may be called like
                    .map(entry -> entry.replace(".java", ""))
                    .filter(this::names)
                    .forEach(type -> used.add("import " + name + "." + type + ";"));
            return used.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean names(String type) {
        return Pattern.compile("(?<![\\w.\"])" + type + "\\b").matcher(code).find();
    }

    /**
     * {@return what stands below the block: the imports, and of a part the file that has the rest}
     *
     * @param page that shows the code
     */
    String footer(Path page) {
        List<String> imports = imports();
        boolean whole = className().isPresent();
        if (whole && imports.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("\n<!-- made of its source -->\n<details><summary>")
                .append(whole ? "Imports" : "Imports, and where this is from")
                .append("</summary>\n\n");
        if (!whole) {
            text.append("A part of [%s](%s).\n\n"
                    .formatted(file.getFileName(), page.getParent().relativize(file)));
        }
        if (!imports.isEmpty()) {
            text.append("```java\n").append(String.join("\n", imports)).append("\n```\n\n");
        }
        return text.append("</details>\n<!-- /made -->").toString();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("A page shows code of " + file + ", which cannot be read.", e);
        }
    }
}
