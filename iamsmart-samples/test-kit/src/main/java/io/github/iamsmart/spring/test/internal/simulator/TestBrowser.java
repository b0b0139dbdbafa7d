package io.github.iamsmart.spring.test.internal.simulator;

import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.simulator.SimulatedRequest;
import io.github.iamsmart.spring.test.TestPage;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** A browser without scripts: cookies, redirects, and pages that lead on by themselves. For one thread. */
public final class TestBrowser {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern LEADS_ON = Pattern.compile("<meta http-equiv=\"refresh\" content=\"0;url=([^\"]+)\">");
    private static final Pattern CSRF =
            Pattern.compile("<input\\b(?=[^>]*\\bname=[\"']?_csrf\\b)[^>]*\\bvalue=[\"']?([^\"'> ]+)");
    private static final Pattern WAITING = Pattern.compile(".*/requests/([!-~&&[^/]]{1,36})/page");
    private static final Pattern ENDED = Pattern.compile("\"status\":\"(?!pending|processing)[a-z-]+\"");

    private final Supplier<URI> application;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(PATIENCE)
            .build();
    private @Nullable TestPage page;

    /**
     * Creates a browser that shows no page.
     *
     * @param application where the application is
     */
    public TestBrowser(Supplier<URI> application) {
        this.application = application;
    }

    /**
     * {@return the address of a page of the application}
     *
     * @param path within the application, from a slash on
     */
    public URI address(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("A path begins with a slash: '" + path + "' does not.");
        }
        return URI.create(application.get() + path);
    }

    /** {@return the HTTP client, with its cookies} */
    public HttpClient http() {
        return http;
    }

    /** {@return the cookies that the application gets, as the value of a header} */
    public String cookies() {
        URI address = application.get();
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> HttpCookie.domainMatches(cookie.getDomain(), address.getHost())
                        || cookie.getDomain().equals(address.getHost())
                        || cookie.getDomain().equals(address.getHost() + ".local"))
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** {@return the page that is shown} */
    public TestPage page() {
        TestPage shown = page;
        if (shown == null) {
            throw new IllegalStateException("The browser shows no page yet: open one with get or post, or sign in.");
        }
        return shown;
    }

    /**
     * Opens a page.
     *
     * @param address where it is
     * @return where the browser arrives
     */
    public TestPage get(URI address) {
        return show(HttpRequest.newBuilder(address));
    }

    /**
     * Sends a form.
     *
     * @param address where to
     * @param fields its fields
     * @return where the browser arrives
     */
    public TestPage post(URI address, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        csrfToken().ifPresent(token -> all.putIfAbsent("_csrf", token));
        String form = all.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return show(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private Optional<String> csrfToken() {
        TestPage shown = page;
        return shown == null
                ? Optional.empty()
                : CSRF.matcher(shown.text()).results().findFirst().map(found -> HtmlUtils.htmlUnescape(found.group(1)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private TestPage show(HttpRequest.Builder request) {
        HttpResponse<byte[]> answer = send(request.header("Accept", "text/html,*/*;q=0.8"), BodyHandlers.ofByteArray());
        TestPage shown = new TestPage(answer.uri(), answer.statusCode(), answer.headers(), answer.body());
        page = shown;
        Matcher leads = LEADS_ON.matcher(shown.text());
        return leads.find() ? get(onward(shown.uri(), HtmlUtils.htmlUnescape(leads.group(1)))) : shown;
    }

    /** {@code URI.resolve} drops the last part of the path before a query alone, against RFC 3986. */
    private static URI onward(URI from, String target) {
        return target.startsWith("?")
                ? URI.create(from.toString().replaceFirst("\\?.*", "") + target)
                : from.resolve(target);
    }

    /**
     * Waits, on the stream that the page listens to, until its request has ended; then loads it again.
     *
     * @return where the browser arrives
     */
    public TestPage afterWaiting() {
        URI waiting = page().uri();
        URI events = URI.create(waiting.toString().replaceFirst("/page(\\?.*)?$", "/events"));
        HttpResponse<Stream<String>> stream = send(HttpRequest.newBuilder(events), BodyHandlers.ofLines());
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (Stream<String> lines = stream.body()) {
            boolean ended = stream.statusCode() == 200
                    && lines.takeWhile(line -> System.nanoTime() < end)
                            .anyMatch(line -> ENDED.matcher(line).find());
            if (!ended) {
                throw new IllegalStateException("The request has not ended within " + PATIENCE.toSeconds()
                        + " s: the handlers and listeners of the application have not taken its outcome, see its log.");
            }
        }
        return get(waiting);
    }

    /**
     * {@return the request for which a page of the starter waits; empty for any other page}
     *
     * @param page is shown
     * @param pathPrefix of the starter's endpoints
     */
    public static Optional<BusinessId> businessId(TestPage page, String pathPrefix) {
        Matcher waiting = WAITING.matcher(page.path());
        return waiting.matches() && page.path().contains(pathPrefix + "/requests/")
                ? BusinessId.parse(waiting.group(1))
                : Optional.empty();
    }

    /**
     * {@return the request that the simulator's page shows, with the QR code}
     *
     * @param simulator whose page it may be
     */
    public Optional<SimulatedRequest> ticketOfGatewayPage(IamSmartSimulator simulator) {
        TestPage shown = page();
        return shown.uri().getPort() == simulator.baseUrl().getPort()
                ? simulator.requests().stream()
                        .filter(request -> shown.text().contains(request.ticketId()))
                        .reduce((earlier, later) -> later)
                : Optional.empty();
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body) {
        try {
            return http.send(request.timeout(PATIENCE).build(), body);
        } catch (IOException e) {
            throw new IllegalStateException("The browser got no answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for a page.", e);
        }
    }
}
