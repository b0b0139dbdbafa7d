package io.github.iamsmart.simulator.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.simulator.RecordedCall;
import io.github.iamsmart.simulator.SimulatorException;
import io.github.iamsmart.simulator.http.HttpAnswer;
import io.github.iamsmart.simulator.http.Router;
import io.github.iamsmart.simulator.journal.Journal;
import io.github.iamsmart.simulator.journal.JournalFilter;
import io.github.iamsmart.simulator.page.Pages;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The console's pages about what happens: the overview, and the journal. */
final class ConsolePages {
    private static final int NEWEST_ON_OVERVIEW = 8;
    private static final int NEWEST_IN_JOURNAL = 100;

    private final ConsoleFrame frame;
    private final ControlCalls control;
    private final IamSmartSimulator simulator;
    private final Journal journal;

    ConsolePages(ConsoleFrame frame, ControlCalls control, IamSmartSimulator simulator, Journal journal) {
        this.frame = frame;
        this.control = control;
        this.simulator = simulator;
        this.journal = journal;
    }

    HttpAnswer overview(ConsoleView view) {
        Pages pages = frame.pages();
        Services services = new Services(control);
        RequestCards cards = new RequestCards(control, services, pages, view.language());
        List<Map<String, Object>> waiting = cards.waiting();
        List<RecordedCall> calls = journal.calls();
        Map<String, Object> model = new HashMap<>();
        model.put("baseUrl", simulator.baseUrl().toString());
        model.put("tlsUrl", simulator.tlsBaseUrl().map(URI::toString).orElse(""));
        model.put("waiting", waiting);
        model.put("waitingCount", String.valueOf(waiting.size()));
        model.put("ended", cards.ended());
        model.put("rows", rows(view, services).newest(calls, NEWEST_ON_OVERVIEW));
        model.put("noCalls", calls.isEmpty());
        model.put("clock", ConsoleTime.whole(simulator.clock().instant()));
        model.put("active", activeFaults(view));
        model.put("clientCount", String.valueOf(control.list("/control/clients").size()));
        model.put(
                "personaCount", String.valueOf(control.list("/control/personas").size()));
        return frame.page(view, "console-overview", "console.overview", "/", model);
    }

    HttpAnswer journal(ConsoleView view) {
        Map<String, Object> model = new HashMap<>();
        List<RecordedCall> all = journal.calls();
        List<RecordedCall> fitting;
        ConsoleView shown = view;
        try {
            fitting = JournalFilter.of(view.parameters()).of(all);
        } catch (SimulatorException e) {
            fitting = all;
            shown = new ConsoleView(view.language(), view.parameters(), String.valueOf(e.getMessage()));
        }
        Services services = new Services(control);
        model.put("rows", rows(view, services).newest(fitting, NEWEST_IN_JOURNAL));
        model.put("noCalls", all.isEmpty());
        model.put("noneFits", fitting.isEmpty() && !all.isEmpty());
        model.put(
                "count",
                frame.pages()
                        .text(view.language(), "console.journal.count")
                        .replace("{0}", String.valueOf(Math.min(NEWEST_IN_JOURNAL, fitting.size())))
                        .replace("{1}", String.valueOf(fitting.size())));
        model.put("q", view.value("q"));
        model.put("ticketID", view.value("ticketID"));
        model.put("refused", view.value("refused").equals("true"));
        model.put("directions", options(view, "direction", List.of("call", "browser", "callback")));
        model.put("clients", clients(view, services));
        return frame.page(shown, "console-journal", "console.journal", "/console/journal", model);
    }

    HttpAnswer line(ConsoleView view, String number) {
        Optional<RecordedCall> line =
                number.matches("\\d{1,18}") ? journal.find(Long.parseLong(number)) : Optional.empty();
        if (line.isEmpty()) {
            return Router.sentence(404, "The journal has no line " + number + ".");
        }
        Map<String, Object> model =
                new HashMap<>(rows(view, new Services(control)).whole(line.get()));
        return frame.page(view, "console-line", "console.journal.line", "/console/journal/" + number, model);
    }

    private CallRows rows(ConsoleView view, Services services) {
        return new CallRows(
                frame.pages(), view.language(), services, simulator.baseUrl().toString());
    }

    private List<Map<String, Object>> activeFaults(ConsoleView view) {
        List<Map<String, Object>> active = new ArrayList<>();
        control.get("/control/faults")
                .path("active")
                .forEach(fault -> active.add(Map.of(
                        "faultName", fault.path("fault").asText(),
                        "left", left(view, fault))));
        return active;
    }

    private String left(ConsoleView view, JsonNode fault) {
        int times = fault.path("times").asInt();
        return times == 0
                ? frame.pages().text(view.language(), "console.faults.always")
                : frame.pages().text(view.language(), "console.faults.left").replace("{0}", String.valueOf(times));
    }

    private List<Map<String, Object>> options(ConsoleView view, String name, List<String> values) {
        return values.stream()
                .map(value -> Map.<String, Object>of(
                        "optionValue", value,
                        "optionText", frame.pages().text(view.language(), "console." + name + "." + value),
                        "chosen", view.value(name).equals(value)))
                .toList();
    }

    private List<Map<String, Object>> clients(ConsoleView view, Services services) {
        return control.list("/control/clients").stream()
                .map(client -> client.path("clientID").asText())
                .map(id -> Map.<String, Object>of(
                        "optionValue", id,
                        "optionText", services.name(id, view.language()),
                        "chosen", view.value("clientID").equals(id)))
                .toList();
    }
}
