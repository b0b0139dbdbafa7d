package io.github.iamsmart.spring.internal.check;

import io.github.iamsmart.selfcheck.SelfCheckLine;
import io.github.iamsmart.selfcheck.SelfCheckReport;
import io.github.iamsmart.selfcheck.SelfCheckStatus;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the check of a client found.
 *
 * @param name the client
 * @param report what was found
 */
record CheckedClient(String name, SelfCheckReport report) {

    static SelfCheckStatus worst(List<CheckedClient> clients) {
        return clients.stream()
                .map(client -> client.report().status())
                .max(Comparator.naturalOrder())
                .orElse(SelfCheckStatus.SKIPPED);
    }

    Map<String, Object> shown() {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("status", report.status().name());
        shown.put("at", report.at().toString());
        shown.put("checks", report.lines().stream().map(CheckedClient::shown).toList());
        return shown;
    }

    private static Map<String, String> shown(SelfCheckLine line) {
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("id", line.id());
        shown.put("subject", line.subject());
        shown.put("status", line.status().name());
        shown.put("finding", line.finding());
        shown.put("advice", line.advice());
        return shown;
    }
}
