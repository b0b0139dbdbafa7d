package io.github.iamsmart.internal.selfcheck;

import io.github.iamsmart.internal.text.OneLine;
import io.github.iamsmart.selfcheck.SelfCheckLine;
import io.github.iamsmart.selfcheck.SelfCheckStatus;
import java.util.ArrayList;
import java.util.List;

/** The lines of one check as it goes on. Not thread-safe. */
final class LineWriter {

    private final List<SelfCheckLine> lines = new ArrayList<>();

    void pass(String id, String subject, String finding) {
        pass(id, subject, finding, "");
    }

    void pass(String id, String subject, String finding, String advice) {
        add(id, subject, SelfCheckStatus.PASS, finding, advice);
    }

    void warning(String id, String subject, String finding, String advice) {
        add(id, subject, SelfCheckStatus.WARNING, finding, advice);
    }

    void failure(String id, String subject, String finding, String advice) {
        add(id, subject, SelfCheckStatus.FAILURE, finding, advice);
    }

    void skipped(String id, String subject, String finding, String advice) {
        add(id, subject, SelfCheckStatus.SKIPPED, finding, advice);
    }

    /** Some of what they tell was written by others: names in certificates, headers. */
    private void add(String id, String subject, SelfCheckStatus status, String finding, String advice) {
        lines.add(new SelfCheckLine(id, OneLine.of(subject), status, oneLine(finding), oneLine(advice)));
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", " ");
    }

    List<SelfCheckLine> lines() {
        return lines;
    }
}
