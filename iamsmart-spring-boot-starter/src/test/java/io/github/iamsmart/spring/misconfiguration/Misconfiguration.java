package io.github.iamsmart.spring.misconfiguration;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A case of {@code misconfigurations.md}: its heading, what is configured, and what the application says.
 *
 * @param title the heading
 * @param format how the configuration is written: {@code yaml}, {@code properties} or {@code environment}
 * @param options words after the format
 * @param configuration the text of the first block
 * @param outcome the text of the second block; empty if there is none yet
 * @param end where the case ends in the file
 */
record Misconfiguration(
        String title, String format, Set<String> options, String configuration, String outcome, int end) {

    private static final Pattern CASE = Pattern.compile(
            "^### (?<title>.+)\\n\\n"
                    + "```(?<format>yaml|properties|environment)(?<options>[a-z -]*)\\n(?<configuration>(?:(?!```).*\\n)*)```\\n"
                    + "(?:\\n```text\\n(?<outcome>(?:(?!```).*\\n)*)```\\n)?",
            Pattern.MULTILINE);

    static List<Misconfiguration> allOf(String page) {
        List<Misconfiguration> cases = new ArrayList<>();
        Matcher matcher = CASE.matcher(page);
        while (matcher.find()) {
            String outcome = matcher.group("outcome");
            cases.add(new Misconfiguration(
                    matcher.group("title"),
                    matcher.group("format"),
                    Set.of(matcher.group("options").strip().split(" +")),
                    matcher.group("configuration"),
                    outcome == null ? "" : outcome,
                    matcher.end()));
        }
        return cases;
    }

    /** Returns the case as the page shows it. */
    String text(String newOutcome) {
        String words = options.contains("")
                ? ""
                : " " + String.join(" ", options.stream().sorted().toList());
        return "### " + title + "\n\n```" + format + words + "\n" + configuration + "```\n\n```text\n" + newOutcome
                + "```\n";
    }

    boolean has(String option) {
        return options.contains(option);
    }

    @Override
    public String toString() {
        return title;
    }
}
