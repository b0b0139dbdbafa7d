package io.github.iamsmart.simulator.console;

import io.github.iamsmart.simulator.http.HttpAnswer;
import io.github.iamsmart.simulator.http.HttpCall;
import io.github.iamsmart.simulator.http.Parameters;
import io.github.iamsmart.simulator.page.Language;
import io.github.iamsmart.simulator.page.Pages;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What the console's pages share: the head with its menu, and the rules for browsers. */
final class ConsoleFrame {
    /** Nothing inline and nothing from elsewhere. */
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; "
                    + "base-uri 'none'; frame-ancestors 'none'";

    /** The pages of the menu, each by the key of its text. */
    private static final Map<String, String> MENU = menu();

    private final Pages pages;
    private final Supplier<String> mark;

    ConsoleFrame(Pages pages, Supplier<String> mark) {
        this.pages = pages;
        this.mark = mark;
    }

    Pages pages() {
        return pages;
    }

    static Language language(HttpCall call, Parameters parameters) {
        return parameters
                .first("lang")
                .flatMap(Language::of)
                .orElseGet(
                        () -> Language.accepted(call.header("Accept-Language").orElse("")));
    }

    /**
     * A whole page.
     *
     * @param here the path of the page
     */
    HttpAnswer page(ConsoleView view, String template, String titleKey, String here, Map<String, Object> values) {
        Language language = view.language();
        Map<String, Object> model = new HashMap<>(values);
        model.put("lang", language.tag());
        model.put("title", pages.text(language, titleKey));
        model.put("mark", mark.get());
        model.put("here", here + view.keptQuery(language));
        model.put(
                "notice",
                view.notice()
                        .map(key -> pages.text(language, "console.done." + key))
                        .orElse(""));
        model.put("problem", view.problem());
        model.put("menu", menuItems(here, language));
        model.put("languages", languages(view, here));
        model.put("main", pages.part(template, language, model));
        String html = pages.part("console-frame", language, model);
        return HttpAnswer.text(view.problem().isEmpty() ? 200 : 400, "text/html; charset=utf-8", html)
                .with("Cache-Control", "no-store")
                .with("Referrer-Policy", "same-origin")
                .with("X-Content-Type-Options", "nosniff")
                .with("Content-Security-Policy", POLICY);
    }

    private List<Map<String, Object>> menuItems(String here, Language language) {
        List<Map<String, Object>> items = new ArrayList<>();
        MENU.forEach((path, key) -> items.add(Map.of(
                "menuHref",
                path + "?lang=" + language.tag(),
                "menuText",
                pages.text(language, key),
                "menuCurrent",
                path.equals("/") ? here.equals("/") : here.startsWith(path))));
        return items;
    }

    private static List<Map<String, Object>> languages(ConsoleView view, String here) {
        return Arrays.stream(Language.values())
                .map(one -> Map.<String, Object>of(
                        "tag",
                        one.tag(),
                        "ownName",
                        one.ownName(),
                        "languageHref",
                        here + view.keptQuery(one),
                        "languageCurrent",
                        one == view.language()))
                .toList();
    }

    private static Map<String, String> menu() {
        Map<String, String> menu = new LinkedHashMap<>();
        menu.put("/", "console.overview");
        menu.put("/console/journal", "console.journal");
        menu.put("/console/faults", "console.faults");
        menu.put("/console/personas", "console.personas");
        menu.put("/console/clients", "console.clients");
        return menu;
    }

    static Parameters form(HttpCall call) {
        return Parameters.parse(new String(call.body(), StandardCharsets.UTF_8));
    }

    static Optional<String> given(Parameters parameters, String name) {
        return parameters.first(name).map(String::strip).filter(text -> !text.isEmpty());
    }
}
