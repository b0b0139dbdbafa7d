package io.github.iamsmart.spring.internal.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.iamsmart.spring.internal.observation.ObservedApplication.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.yaml.snakeyaml.Yaml;

/** Holds the dashboard and the alerts to the metrics that an application has after a few flows. */
@Timeout(240)
class DashboardTest {

    private static final Path FOLDER = Path.of("..", "docs", "grafana");

    /** Work that is under way; docs/observability.md says that it is not shown. */
    private static final Pattern NOT_SHOWN = Pattern.compile("iamsmart_\\w+_active_seconds_\\w+");

    private static final Pattern SAMPLE = Pattern.compile("(?m)^(iamsmart_\\w+)(?:\\{([^}]*)})? (\\S+)$");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");
    private static final Pattern SELECTOR = Pattern.compile("\\b(iamsmart_\\w+)(?:\\{([^}]*)})?");
    private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)\\s*\"([^\"]*)\"");
    private static final Pattern BY = Pattern.compile("\\bby \\(([^)]*)\\)");

    /** The labels of each metric, with their values. */
    private static final Map<String, Map<String, Set<String>>> METRICS = new TreeMap<>();

    @BeforeAll
    static void runFlows() {
        try (Running application = Running.start()) {
            application.complete("first");
            application.complete("second");
            application.complete("fails-once");
            application.browser().post("/iamsmart/callback/default/results");
            String[] scrape = new String[1];
            await().atMost(ObservedApplication.PATIENCE).untilAsserted(() -> {
                scrape[0] = application.browser().get("/actuator/prometheus").body();
                assertThat(scrape[0]).contains("outcome=\"failed\"", "iamsmart_callback_seconds_count{");
            });
            SAMPLE.matcher(scrape[0]).results().forEach(sample -> {
                Map<String, Set<String>> labels = METRICS.computeIfAbsent(sample.group(1), name -> new HashMap<>());
                if (sample.group(2) != null) {
                    LABEL.matcher(sample.group(2))
                            .results()
                            .forEach(label -> labels.computeIfAbsent(label.group(1), name -> new TreeSet<>())
                                    .add(label.group(2)));
                }
            });
        }
    }

    private static List<String> ofTheDashboard() throws IOException {
        JsonNode dashboard =
                new ObjectMapper().readTree(FOLDER.resolve("iamsmart.json").toFile());
        List<String> queries = new ArrayList<>(dashboard.findValuesAsText("expr"));
        queries.addAll(dashboard.findValuesAsText("definition"));
        return queries;
    }

    private static List<String> ofTheAlerts() throws IOException {
        Map<String, List<Map<String, List<Map<String, Object>>>>> file =
                new Yaml().load(Files.readString(FOLDER.resolve("iamsmart-rules.yml")));
        return file.get("groups").get(0).get("rules").stream()
                .map(rule -> rule.get("expr").toString())
                .toList();
    }

    private static void requireExisting(String query) {
        Set<String> labels = new TreeSet<>();
        Matcher by = BY.matcher(query);
        while (by.find()) {
            labels.addAll(List.of(by.group(1).split(",\\s*")));
        }
        assertThat(SELECTOR.matcher(query).results()).as(query).isNotEmpty().allSatisfy(selector -> {
            Map<String, Set<String>> known = METRICS.get(selector.group(1));
            assertThat(known)
                    .as("%s in %s, of %s", selector.group(1), query, METRICS.keySet())
                    .isNotNull();
            assertThat(known.keySet()).as(query).containsAll(labels);
            if (selector.group(2) != null) {
                MATCHER.matcher(selector.group(2)).results().forEach(matcher -> {
                    assertThat(known.keySet()).as(query).contains(matcher.group(1));
                    requireDocumented(matcher.group(2));
                });
            }
        });
    }

    /** A value that is never written would make an alert that never fires. */
    private static void requireDocumented(String values) {
        for (String value : values.equals("$client") ? List.<String>of() : List.of(values.split("\\|", -1))) {
            assertThat(page()).as("the values in docs/observability.md").contains("`" + value + "`");
        }
    }

    private static String page() {
        try {
            return Files.readString(FOLDER.resolveSibling("observability.md"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void everyQueryOfTheDashboardFindsItsMetricsAndLabels() throws IOException {
        assertThat(ofTheDashboard()).hasSizeGreaterThan(15).allSatisfy(DashboardTest::requireExisting);
    }

    @Test
    void everyAlertFindsItsMetricsAndLabels() throws IOException {
        assertThat(ofTheAlerts()).hasSizeGreaterThan(5).allSatisfy(DashboardTest::requireExisting);
    }

    @Test
    void theDashboardShowsEveryMetric() throws IOException {
        Set<String> shown = ofTheDashboard().stream()
                .flatMap(query -> SELECTOR.matcher(query).results())
                .map(selector -> selector.group(1))
                .collect(Collectors.toSet());
        Set<String> missing = METRICS.keySet().stream()
                .filter(name -> !NOT_SHOWN.matcher(name).matches())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(missing).hasSizeGreaterThan(15);
        missing.removeAll(shown);
        // How often answers come is shown, and how long the longest took; the sum stands on the page of callbacks.
        missing.removeAll(Set.of("iamsmart_answer_seconds_sum", "iamsmart_key_refresh_seconds_sum"));
        assertThat(missing).isEmpty();
    }

    @Test
    void metricsHoldNoIdOfARequest() {
        assertThat(METRICS.values().stream()
                        .flatMap(labels -> labels.values().stream())
                        .flatMap(Set::stream))
                .allMatch(value -> value.matches("[A-Za-z0-9_-]{1,40}"))
                .noneMatch(value -> value.matches(".*[0-9a-f]{16}.*"));
    }

    @Test
    void theFlowsCountedWhatTheyDid() {
        assertThat(METRICS.get("iamsmart_delivery_seconds_count"))
                .containsEntry("kind", Set.of("profile"))
                .containsEntry("outcome", Set.of("delivered", "failed"));
        assertThat(METRICS.get("iamsmart_callback_seconds_count"))
                .containsEntry("outcome", Set.of("accepted", "refused"));
        assertThat(METRICS.get("iamsmart_call_seconds_count").get("api")).contains("get-key", "get-token", "profile");
        assertThat(METRICS.get("iamsmart_requests")).containsEntry("status", Set.of("dead", "pending", "undelivered"));
    }
}
