package io.github.iamsmart.selfcheck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code self-checks.md}: what the self-check says in each case, word for word, without ports and dates. */
final class SelfCheckPage {

    private static final Path PAGE = Path.of("src/test/resources/io/github/iamsmart/selfcheck/self-checks.md");
    private static final Pattern CASE =
            Pattern.compile("^## (.+)\\n\\n```text\\n((?:(?!```).*\\n)*)```\\n", Pattern.MULTILINE);
    private static final Pattern BLOCK = Pattern.compile("^([A-Z]+ .*)\\n(?:  .*\\n)+", Pattern.MULTILINE);
    private static final String INTRODUCTION = "# What the self-check says\n\n"
            + "Each line as a test saw it, without ports and dates. What is as in the first case stands without its text.\n"
            + "`-Diamsmart.self-checks=update` writes the page anew.\n";

    private SelfCheckPage() {}

    static Map<String, String> cases() {
        Map<String, String> cases = new TreeMap<>();
        try {
            if (Files.exists(PAGE)) {
                Matcher matcher = CASE.matcher(Files.readString(PAGE));
                while (matcher.find()) {
                    cases.put(matcher.group(1), matcher.group(2));
                }
            }
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(SelfCheckLine line) {
        String head =
                line.status() + " " + line.id() + (line.subject().isEmpty() ? "" : " (" + line.subject() + ")") + "\n";
        return head + "  " + line.finding() + "\n" + (line.advice().isEmpty() ? "" : "  → " + line.advice() + "\n");
    }

    /**
     * {@return the text of a case, with those lines alone in full that the case in which everything is in place does
     * not have, so that the page shows what is different}
     */
    static String differences(String text, String inPlace) {
        return BLOCK.matcher(text)
                .replaceAll(block -> Matcher.quoteReplacement(
                        inPlace.contains(block.group()) ? block.group(1) + "\n" : block.group()));
    }

    static void update(String title, String text) {
        Map<String, String> cases = cases();
        cases.put(title, text);
        write(cases);
    }

    private static void write(Map<String, String> cases) {
        try {
            Files.writeString(
                    PAGE,
                    INTRODUCTION
                            + cases.entrySet().stream()
                                    .map(one -> "\n## " + one.getKey() + "\n\n```text\n" + one.getValue() + "```\n")
                                    .collect(Collectors.joining()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole text of a report. */
    static String text(SelfCheckReport report) {
        return report.lines().stream()
                .map(SelfCheckPage::text)
                .collect(Collectors.joining())
                .replaceAll("(127\\.0\\.0\\.1|localhost):[0-9]{4,5}", "$1:<port>")
                .replaceAll("\\b20[0-9]{2}-[0-9]{2}-[0-9]{2}\\b", "<date>")
                .replaceAll("the port [0-9]{5}", "the port <port>")
                .replaceAll("T=?[0-9a-f]{32}", "<txID>");
    }
}
