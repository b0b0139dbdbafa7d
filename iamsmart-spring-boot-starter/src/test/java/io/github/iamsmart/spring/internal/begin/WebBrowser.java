package io.github.iamsmart.spring.internal.begin;

import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.simulator.Outcome;
import io.github.iamsmart.simulator.SimulatedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser that keeps cookies and shows every redirect, and the phone of its user. */
public final class WebBrowser {

    public static final String DESKTOP =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
                    + " Chrome/140.0.0.0 Safari/537.36";
    static final String PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML,"
            + " like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";
    static final String WECHAT = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML,"
            + " like Gecko) Mobile/15E148 MicroMessenger/8.0.50 NetType/WIFI Language/zh_HK";

    private static final Pattern LINK = Pattern.compile("<a(?: class=\"button\")? href=\"([^\"]*)\"");

    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final URI application;
    private final String userAgent;

    public WebBrowser(URI application, String userAgent) {
        this.application = application;
        this.userAgent = userAgent;
    }

    /** An answer, and where it came from. */
    public record Page(URI address, int status, Map<String, List<String>> headers, String body) {

        public URI location() {
            return address.resolve(header("location"));
        }

        String header(String name) {
            return String.join(",", headers.getOrDefault(name, List.of()));
        }

        /** Where its button leads. */
        URI link() {
            Matcher link = LINK.matcher(body);
            if (!link.find()) {
                throw new AssertionError("There is no link in " + body);
            }
            String target = link.group(1).replace("&amp;", "&");
            // java.net.URI takes the last segment of the path off, which browsers do not.
            return address.resolve(target.startsWith("?") ? address.getPath() + target : target);
        }
    }

    public Page get(String path, String... headers) {
        return get(URI.create(application + path), headers);
    }

    public Page get(URI address, String... headers) {
        return send("GET", address, headers);
    }

    public Page post(String path, String... headers) {
        return send("POST", URI.create(application + path), headers);
    }

    Page send(String method, URI address, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .method(method, BodyPublishers.noBody())
                .setHeader("User-Agent", userAgent)
                .setHeader("Accept", "text/html,*/*;q=0.8");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        if (!cookies.isEmpty()) {
            request.setHeader(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::store);
            return new Page(address, response.statusCode(), response.headers().map(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void store(String header) {
        List<String> parts = List.of(header.split(";\\s*", -1));
        int equals = parts.get(0).indexOf('=');
        String name = parts.get(0).substring(0, equals);
        String value = parts.get(0).substring(equals + 1);
        if (value.isEmpty() || parts.contains("Max-Age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, value);
        }
    }

    Map<String, String> cookies() {
        return cookies;
    }

    /** Answers on the phone at the gateway's page; returns where the browser is sent then. */
    URI answer(IamSmartSimulator simulator, URI gatewayPage, Function<String, Outcome> onThePhone) {
        get(gatewayPage);
        String state = query(gatewayPage).get("state");
        String ticket = simulator.requests().stream()
                .filter(request -> request.state().filter(state::equals).isPresent())
                .map(SimulatedRequest::ticketId)
                .findFirst()
                .orElseThrow();
        return onThePhone.apply(ticket).redirect().orElseThrow();
    }

    /** Signs in at the login address and returns where the browser is led by the callback. */
    public URI signIn(IamSmartSimulator simulator, URI login, String persona) {
        URI gatewayPage = get(login).location();
        return get(answer(simulator, gatewayPage, ticket -> simulator.approve(ticket, persona)))
                .location();
    }

    static Map<String, String> query(URI url) {
        return List.of(url.getQuery().split("&", -1)).stream()
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}
