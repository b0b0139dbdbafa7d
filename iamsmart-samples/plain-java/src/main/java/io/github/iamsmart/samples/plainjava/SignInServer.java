package io.github.iamsmart.samples.plainjava;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.device.Language;
import io.github.iamsmart.device.Source;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.identity.AccessToken;
import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.requests.State;
import io.github.iamsmart.signin.AuthorizationRedirect;
import io.github.iamsmart.signin.AuthorizationRedirect.Granted;
import io.github.iamsmart.signin.AuthorizationRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** {@code /login} sends the browser to iAM Smart, {@code /callback} signs in with what it brings back. */
final class SignInServer {

    private static final Pattern STATE = Pattern.compile("(?:^|; ?)state=([\\w-]+)");

    private final IamSmartClient client;
    private final URI callback;

    SignInServer(IamSmartClient client, URI callback) {
        this.client = client;
        this.callback = callback;
    }

    void addTo(HttpServer server) {
        server.createContext("/", exchange -> page(exchange, 200, "<a href=/login>Login with iAM Smart</a>"));
        server.createContext("/login", this::login);
        server.createContext("/callback", this::callback);
    }

    // tag::login[]
    private void login(HttpExchange exchange) throws IOException {
        State state = State.random();
        URI gatewayPage = client.signIn()
                .authorizationUri(AuthorizationRequest.builder()
                        .redirectUri(callback)
                        .scopes(Scope.AUTH)
                        .state(state)
                        .language(Language.EN_US)
                        .source(Source.fromUserAgent(
                                exchange.getRequestHeaders().getFirst("User-Agent")))
                        .build());
        bindToBrowser(exchange, state.value());
        exchange.getResponseHeaders().set("Location", gatewayPage.toString());
        exchange.sendResponseHeaders(302, -1);
    }
    // end::login[]

    // tag::callback[]
    private void callback(HttpExchange exchange) throws IOException {
        Optional<State> expected = stateOfBrowser(exchange);
        bindToBrowser(exchange, ""); // works once: a reload finds nothing
        try {
            String query = Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), "");
            AuthorizationRedirect redirect = client.signIn().parseRedirect(query);
            if (expected.isEmpty() || !redirect.state().equals(expected)) {
                page(exchange, 400, "This page is used up. <a href=/login>Start again</a>");
            } else if (redirect instanceof Granted granted) {
                AccessToken token = client.signIn().exchange(granted.code());
                String account = token.tokenisedId().shortened().replace("<", "&lt;");
                page(exchange, 200, "Signed in as <code id=account>" + account + "</code>");
            } else {
                page(exchange, 200, "You did not sign in. <a href=/login>Try again</a>");
            }
        } catch (IamSmartException e) {
            page(exchange, 502, e.userMessage(Locale.ENGLISH));
        }
    }
    // end::callback[]

    /** For the time of the browser's session; with TLS the cookie is Secure, too. */
    private static void bindToBrowser(HttpExchange exchange, String state) {
        exchange.getResponseHeaders().add("Set-Cookie", "state=" + state + "; Path=/callback; HttpOnly; SameSite=Lax");
    }

    private static Optional<State> stateOfBrowser(HttpExchange exchange) {
        String cookies = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Cookie"), "");
        return STATE.matcher(cookies).results().findFirst().map((MatchResult found) -> State.of(found.group(1)));
    }

    private static void page(HttpExchange exchange, int status, String html) throws IOException {
        byte[] body = "<!doctype html><html lang=en><title>Sign in</title><p>%s"
                .formatted(html)
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
