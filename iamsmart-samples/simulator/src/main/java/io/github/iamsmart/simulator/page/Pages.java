package io.github.iamsmart.simulator.page;

import io.github.iamsmart.simulator.http.HttpAnswer;
import io.github.iamsmart.simulator.request.FlowDeclaration;
import io.github.iamsmart.simulator.wire.RandomText;
import io.github.iamsmart.simulator.wire.Refusal;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Renders a page into the frame that all pages share. Nothing on a page comes from another host. */
public final class Pages {
    private final Messages messages;
    private final Map<String, Template> templates = new ConcurrentHashMap<>();
    private final String css = Resources.text("page.css");

    /**
     * Pages with the texts of these flows.
     *
     * @param homes classes with texts of their own beside them
     */
    public Pages(Collection<FlowDeclaration> flows, Class<?>... homes) {
        this.messages = new Messages(flows, homes);
    }

    /** A part of a page, or a whole one in a frame of its own. */
    public String part(String template, Language language, Map<String, ?> model) {
        return template(template).render(model, key -> messages.get(language, key));
    }

    /**
     * A whole page.
     *
     * @param languageLinks where the page is found in another language: everything before the language tag; empty for
     *     none
     */
    public HttpAnswer page(int status, String template, Language language, Map<String, ?> model, String languageLinks) {
        UnaryOperator<String> texts = key -> messages.get(language, key);
        String nonce = RandomText.hex(24);
        Map<String, Object> all = new HashMap<>(model);
        all.putIfAbsent("reload", "");
        all.put("nonce", nonce);
        all.put("lang", language.tag());
        all.put("main", template(template).render(all, texts));
        all.put("css", css);
        all.put("languages", languageLinks.isEmpty() ? List.of() : languages(language, languageLinks));
        String html = template("layout").render(all, texts);
        return HttpAnswer.text(status, "text/html; charset=utf-8", html)
                .with("Cache-Control", "no-store")
                .with("Referrer-Policy", "same-origin")
                .with("X-Content-Type-Options", "nosniff")
                .with(
                        "Content-Security-Policy",
                        "default-src 'none'; img-src data:; style-src 'unsafe-inline'; connect-src 'self'; script-src 'nonce-"
                                + nonce + "'; base-uri 'none'; frame-ancestors 'none'");
    }

    /** What a browser sees of a request that is not right. */
    public HttpAnswer refusal(Language language, Refusal refusal) {
        return page(
                400,
                "error",
                language,
                Map.of(
                        "title", text(language, "error.title"),
                        "code", refusal.code().value(),
                        "message", refusal.wireMessage(),
                        "meaning", refusal.code().meaning(),
                        "reason", refusal.reason()),
                "");
    }

    public String text(Language language, String key) {
        return messages.get(language, key);
    }

    private Template template(String name) {
        return templates.computeIfAbsent(name, key -> new Template(Resources.text(key + ".html")));
    }

    private static List<Map<String, Object>> languages(Language current, String links) {
        return Arrays.stream(Language.values())
                .map(one -> Map.<String, Object>of(
                        "tag",
                        one.tag(),
                        "ownName",
                        one.ownName(),
                        "href",
                        links + one.tag(),
                        "current",
                        one == current))
                .toList();
    }
}
