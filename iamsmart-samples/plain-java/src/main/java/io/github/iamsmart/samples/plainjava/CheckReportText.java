package io.github.iamsmart.samples.plainjava;

import io.github.iamsmart.selfcheck.SelfCheckLine;
import io.github.iamsmart.selfcheck.SelfCheckReport;
import java.util.Locale;
import java.util.stream.Collectors;

/** A report of the self-check, for people and for programs. */
final class CheckReportText {

    private static final String INDENT = " ".repeat(9);

    private CheckReportText() {}

    /** {@return a line for each check, and below it what was found and what to do} */
    static String text(SelfCheckReport report) {
        int width = report.lines().stream()
                .mapToInt(line -> line.id().length())
                .max()
                .orElse(1);
        return report.lines().stream()
                .map(line -> text(line, width))
                .collect(Collectors.joining("", "", "\n" + report.status() + "\n"));
    }

    private static String text(SelfCheckLine line, int width) {
        String head = String.format(Locale.ROOT, "%-8s %-" + width + "s %s", line.status(), line.id(), line.subject())
                .stripTrailing();
        String advice = line.advice().isEmpty() ? "" : INDENT + "→ " + line.advice() + "\n";
        return head + "\n" + INDENT + line.finding() + "\n" + advice;
    }

    static String json(SelfCheckReport report) {
        return "{\"status\":" + quoted(report.status().name()) + ",\"at\":"
                + quoted(report.at().toString()) + ",\"checks\":"
                + report.lines().stream().map(CheckReportText::json).collect(Collectors.joining(",", "[", "]"))
                + "}\n";
    }

    private static String json(SelfCheckLine line) {
        return "{\"id\":" + quoted(line.id()) + ",\"subject\":" + quoted(line.subject()) + ",\"status\":"
                + quoted(line.status().name()) + ",\"finding\":" + quoted(line.finding()) + ",\"advice\":"
                + quoted(line.advice()) + "}";
    }

    /** The lines have no control characters. */
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
