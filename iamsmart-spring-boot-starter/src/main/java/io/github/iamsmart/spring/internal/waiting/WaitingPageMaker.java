package io.github.iamsmart.spring.internal.waiting;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.requests.AnswerProgress;
import io.github.iamsmart.requests.InitiatedRequest;
import io.github.iamsmart.requests.RequestView;
import io.github.iamsmart.requests.RequestView.Phase;
import io.github.iamsmart.spring.internal.page.Captions;
import io.github.iamsmart.spring.internal.page.PageFile;
import io.github.iamsmart.spring.internal.page.PageStyle;
import io.github.iamsmart.spring.internal.requests.PageContext;
import io.github.iamsmart.spring.internal.requests.RequestPaths;
import io.github.iamsmart.spring.internal.web.EndpointSettings;
import io.github.iamsmart.spring.internal.web.LocalPath;
import io.github.iamsmart.spring.requests.WaitingPage;
import io.github.iamsmart.spring.requests.WaitingPage.Advice;
import io.github.iamsmart.spring.requests.WaitingPage.Digits;
import io.github.iamsmart.spring.requests.WaitingPage.LanguageLink;
import io.github.iamsmart.spring.requests.WaitingPage.Link;
import io.github.iamsmart.spring.requests.WaitingPage.Progress;
import io.github.iamsmart.spring.requests.WaitingPage.Step;
import io.github.iamsmart.spring.requests.WaitingPage.TimeLeft;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says what a page that waits shows: texts and addresses. Thread-safe. */
final class WaitingPageMaker {

    private static final String PENDING = "pending";
    private static final String ARRIVING = "arriving";
    private static final String PROCESSING = "processing";
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");

    private final EndpointSettings endpoints;
    private final Captions captions;
    private final PageStyle style;
    private final Clock clock;

    WaitingPageMaker(EndpointSettings endpoints, Captions captions, PageStyle style, Clock clock) {
        this.endpoints = endpoints;
        this.captions = captions;
        this.style = style;
        this.clock = clock;
    }

    /** {@return the path of a page of the application, as browsers have it} */
    String within(HttpServletRequest request, String path) {
        // What the store kept was checked before; a page must not lead elsewhere even so.
        return endpoints.application().path(request) + LocalPath.of(path).orElse("/");
    }

    WaitingPage of(HttpServletRequest request, RequestView view, PageContext context, Language language) {
        String page = within(request, endpoints.pathPrefix() + RequestPaths.page(view.businessId()));
        List<Step> steps = steps(view, context, language);
        boolean pending =
                steps.stream().anyMatch(step -> step.current() && step.name().equals(PENDING));
        return new WaitingPage(
                language.wireValue(),
                view.kind(),
                view.phase(),
                steps,
                context.identificationCode().filter(code -> pending).map(code -> digits(code, language)),
                context.appLink().filter(link -> pending).map(link -> new Link(openApp(language), link.toString())),
                context.gatewayPage()
                        .filter(link -> pending)
                        .map(link -> new Link(text("open-gateway", language), link.toString())),
                view.progress()
                        .filter(progress -> !view.phase().isFinal())
                        .map(progress -> progress(progress, language)),
                Optional.of(view.expiresAt()).filter(at -> pending).map(at -> timeLeft(at, language)),
                view.code().map(code -> text("reference", language, code)),
                again(request, view, context, language),
                Optional.of(view.phase()).filter(phase -> !phase.isFinal()).map(phase -> advice(language)),
                text("no-script", language),
                new Link(text("reload", language), page + "?lang=" + language.wireValue()),
                captions.text("languages", language),
                Stream.of(Language.values())
                        .map(other -> new LanguageLink(
                                other.wireValue(), name(other), page + "?lang=" + other.wireValue(), other == language))
                        .toList(),
                within(request, endpoints.pathPrefix() + RequestPaths.state(view.businessId())),
                endpoints.application().path(request) + endpoints.pathPrefix() + PageFile.SCRIPT.path(),
                style.href(request));
    }

    private List<Step> steps(RequestView view, PageContext context, Language language) {
        Phase phase = view.phase();
        if (phase.isFinal()) {
            String name = WaitingState.status(phase);
            return List.of(new Step(
                    name,
                    text(name + ".heading", language),
                    view.userMessage(language.locale()).orElse(""),
                    true));
        }
        String current = phase == Phase.PROCESSING
                ? PROCESSING
                : view.progress().filter(some -> some.announced() > 0).isPresent() ? ARRIVING : PENDING;
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(
                PENDING,
                text("pending.heading", language),
                instruction(view, context, language),
                current.equals(PENDING)));
        if (view.progress().isPresent()) {
            steps.add(step(ARRIVING, current, language));
        }
        steps.add(step(PROCESSING, current, language));
        return steps;
    }

    private Step step(String name, String current, Language language) {
        return new Step(
                name, text(name + ".heading", language), text(name + ".message", language), name.equals(current));
    }

    private String instruction(RequestView view, PageContext context, Language language) {
        if (context.appLink().isEmpty() && context.gatewayPage().isPresent()) {
            return text("pending.gateway", language);
        }
        boolean otherDevice = context.appLink().isEmpty();
        return captions.own("waiting.pending." + (otherDevice ? "other-device" : "same-device"), language)
                .orElseGet(() -> new InitiatedRequest(
                                view.businessId(),
                                otherDevice,
                                "",
                                view.expiresAt(),
                                context.appLink(),
                                context.identificationCode())
                        .instruction(language.locale()));
    }

    private String openApp(Language language) {
        return captions.own("waiting.open-app", language)
                .orElseGet(() -> InitiatedRequest.buttonCaption(language.locale()));
    }

    private Digits digits(String code, Language language) {
        return new Digits(text("code", language), code, text("code.compare", language));
    }

    /** Where the user approved, and it is the service that has failed, a second request would do the same twice. */
    private Link again(HttpServletRequest request, RequestView view, PageContext context, Language language) {
        boolean kept = view.phase() == Phase.FAILED && view.code().isEmpty();
        return kept
                ? new Link(captions.text("missing.start", language), within(request, "/"))
                : new Link(text("again", language), within(request, context.againAt()));
    }

    private Advice advice(Language language) {
        return new Advice(
                text("advice", language),
                List.of(
                        text("advice.online", language),
                        text("advice.phone", language),
                        text("advice.again", language)));
    }

    private Progress progress(AnswerProgress progress, Language language) {
        int received = progress.received().size();
        return new Progress(
                received,
                progress.announced(),
                text("progress", language, received, progress.announced()),
                text("progress", language));
    }

    private TimeLeft timeLeft(Instant at, Language language) {
        Duration left = Duration.between(clock.instant(), at);
        // Rounded up: what has just begun has all its minutes.
        long minutes = left.plusSeconds(59).toMinutes();
        String many = text("left.minutes", language);
        String one = text("left.minute", language);
        String none = text("left.seconds", language);
        return new TimeLeft(
                at.truncatedTo(ChronoUnit.SECONDS),
                text("until", language, CLOCK.format(at.atZone(HONG_KONG))),
                left.toSeconds() < 60 ? none : minutes == 1 ? one : many.replace("{0}", String.valueOf(minutes)),
                Math.max(0, left.toSeconds()),
                many,
                one,
                none);
    }

    private String text(String key, Language language, Object... arguments) {
        return captions.text("waiting." + key, language, arguments);
    }

    private static String name(Language language) {
        return switch (language) {
            case EN_US -> "English";
            case ZH_HK -> "繁體中文";
            case ZH_CN -> "简体中文";
        };
    }
}
