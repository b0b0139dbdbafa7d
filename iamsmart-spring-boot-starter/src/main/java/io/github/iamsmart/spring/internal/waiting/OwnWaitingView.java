package io.github.iamsmart.spring.internal.waiting;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.spring.internal.page.HtmlTemplate;
import io.github.iamsmart.spring.internal.page.PageStyle;
import io.github.iamsmart.spring.requests.WaitingPage;
import io.github.iamsmart.spring.requests.WaitingPage.Link;
import io.github.iamsmart.spring.requests.WaitingPage.Step;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.View;

/** The starter's own page that waits: plain HTML whose policy lets nothing in but our script and the style. */
final class OwnWaitingView implements View {

    private static final HtmlTemplate TEMPLATE = HtmlTemplate.load("waiting.html");

    private final PageStyle style;

    OwnWaitingView(PageStyle style) {
        this.style = style;
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        WaitingPage page = (WaitingPage)
                Objects.requireNonNull(Objects.requireNonNull(model).get(WaitingPageController.MODEL));
        byte[] html = TEMPLATE.render(values(page)).getBytes(UTF_8);
        response.setContentType("text/html;charset=UTF-8");
        // In place of that of Spring MVC's locale, which may be another one.
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, page.language());
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; " + style.policy()
                        + "; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none';"
                        + " frame-ancestors 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentLength(html.length);
        response.getOutputStream().write(html);
    }

    private Map<String, Object> values(WaitingPage page) {
        Step now = page.step();
        boolean open = !page.phase().isFinal();
        Map<String, Object> values = new HashMap<>();
        values.put("lang", page.language());
        values.put("title", now.heading());
        values.put("style", page.stylePath());
        values.put("script", page.scriptPath());
        values.put("request", page.statePath());
        values.put("status", now.name());
        values.put("open", open);
        values.put("ended", !open);
        values.put("later", !now.name().equals("pending"));
        values.put("steps", page.steps().stream().map(OwnWaitingView::step).toList());
        values.put(
                "progress",
                page.progress()
                        .map(progress -> Map.of(
                                "received", progress.received(),
                                "announced", Math.max(1, progress.announced()),
                                "text", progress.text(),
                                "template", progress.template(),
                                "later", !now.name().equals("arriving"))));
        values.put(
                "code",
                page.identificationCode()
                        .map(code -> Map.of("label", code.label(), "value", code.value(), "hint", code.hint())));
        values.put("actions", page.openApp().isPresent() || page.gatewayPage().isPresent());
        values.put("openApp", page.openApp().map(OwnWaitingView::link));
        values.put("gateway", page.gatewayPage().map(OwnWaitingView::link));
        values.put("plain", page.openApp().isPresent());
        values.put(
                "timeLeft",
                page.timeLeft()
                        .map(time -> Map.of(
                                "at", time.at(),
                                "until", time.until(),
                                "left", time.left(),
                                "seconds", time.seconds(),
                                "minutes", time.minutesTemplate(),
                                "minute", time.oneMinute(),
                                "lessThanAMinute", time.lessThanAMinute())));
        values.put("noScript", page.noScript());
        values.put("reload", page.reload().url());
        values.put("reloadCaption", page.reload().caption());
        values.put(
                "advice",
                page.advice().map(advice -> Map.of("adviceHeading", advice.heading(), "texts", advice.texts())));
        values.put("again", page.again().url());
        values.put("againCaption", page.again().caption());
        values.put("reference", page.reference());
        values.put("languagesCaption", page.languagesCaption());
        values.put(
                "languages",
                page.languages().stream()
                        .map(other -> Map.of(
                                "tag", other.tag(),
                                "caption", other.caption(),
                                "url", other.url(),
                                "current", other.current()))
                        .toList());
        return values;
    }

    private static Map<String, Object> step(Step step) {
        return Map.of(
                "name", step.name(), "heading", step.heading(), "message", step.message(), "later", !step.current());
    }

    private static Map<String, Object> link(Link link) {
        return Map.of("url", link.url(), "caption", link.caption());
    }
}
