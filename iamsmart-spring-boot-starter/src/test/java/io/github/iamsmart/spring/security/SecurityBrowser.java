package io.github.iamsmart.spring.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.simulator.IamSmartSimulator;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser that keeps cookies and shows every redirect, and the phone of its user. */
final class SecurityBrowser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]*)\"");
    private static final Pattern STATE = Pattern.compile("[?&]state=([^&]*)");

    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final URI application;
    private final IamSmartSimulator simulator;

    SecurityBrowser(URI application, IamSmartSimulator simulator) {
        this.application = application;
        this.simulator = simulator;
    }

    /** The same browser at another node. */
    SecurityBrowser at(URI node) {
        SecurityBrowser other = new SecurityBrowser(node, simulator);
        other.cookies.putAll(cookies);
        return other;
    }

    record Page(URI address, int status, Map<String, List<String>> headers, String body) {

        URI location() {
            assertThat(headers)
                    .as("status " + status + " of " + address + " " + body)
                    .containsKey("location");
            return address.resolve(headers.get("location").get(0));
        }

        String header(String name) {
            return String.join(",", headers.getOrDefault(name, List.of()));
        }
    }

    Map<String, String> cookies() {
        return cookies;
    }

    URI url(String path) {
        return URI.create(application + path);
    }

    Page get(String path, String... headers) {
        return send("GET", url(path), "", headers);
    }

    Page get(URI address) {
        return send("GET", address, "");
    }

    Page post(String path, String form, String... headers) {
        return send("POST", url(path), form, headers);
    }

    /** Asks a page of the application for its token against CSRF first. */
    Page postWithToken(String path, String form) {
        String body = get("/form").body();
        Matcher token = TOKEN.matcher(body);
        assertThat(token.find()).as(body).isTrue();
        return post(path, form + "&_csrf=" + token.group(1));
    }

    Page send(String method, URI address, String form, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .method(method, form.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(form))
                .setHeader("Accept", "text/html,*/*;q=0.8");
        if (!form.isEmpty()) {
            request.setHeader("Content-Type", "application/x-www-form-urlencoded");
        }
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

    /** Signs in from a page that leads to iAM Smart on, and returns what the callback answers. */
    Page signIn(URI login, String persona) {
        URI gateway = get(login).location();
        get(gateway);
        Matcher state = STATE.matcher(gateway.toString());
        assertThat(state.find()).as(gateway.toString()).isTrue();
        String ticket = simulator.requests().stream()
                .filter(request ->
                        request.state().filter(state.group(1)::equals).isPresent())
                .map(SimulatedRequest::ticketId)
                .findFirst()
                .orElseThrow();
        return get(simulator.approve(ticket, persona).redirect().orElseThrow());
    }

    Page signIn(String persona) {
        return signIn(url("/iamsmart/login"), persona);
    }
}
