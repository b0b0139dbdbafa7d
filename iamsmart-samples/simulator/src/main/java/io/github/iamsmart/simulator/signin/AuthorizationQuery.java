package io.github.iamsmart.simulator.signin;

import io.github.iamsmart.simulator.ClientRegistration;
import io.github.iamsmart.simulator.client.Client;
import io.github.iamsmart.simulator.client.ClientRegistry;
import io.github.iamsmart.simulator.http.Parameters;
import io.github.iamsmart.simulator.page.Language;
import io.github.iamsmart.simulator.request.Sources;
import io.github.iamsmart.simulator.wire.Code;
import io.github.iamsmart.simulator.wire.Refusal;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The parameters of getQR, each checked. */
record AuthorizationQuery(
        Client client,
        String source,
        URI redirectUri,
        Set<String> scopes,
        Language language,
        Optional<String> state,
        boolean brokerPage,
        Optional<String> ticketId) {

    private static final Pattern STATE = Pattern.compile("[A-Za-z0-9_-]{1,36}");

    static AuthorizationQuery read(Parameters parameters, ClientRegistry clients) {
        parameters.values().forEach((name, values) -> {
            if (values.size() > 1) {
                throw Refusal.about(
                        name, Code.PARAMETER_INVALID, "The parameter " + name + " was sent more than once.");
            }
        });
        String clientId = required(parameters, "clientID");
        Client client = clients.find(clientId)
                .orElseThrow(() -> Refusal.about(
                        "clientID",
                        Code.PARAMETER_INVALID,
                        "No client is registered as '" + clientId + "'; register it with POST /control/clients."));
        oneOf("responseType", required(parameters, "responseType"), Set.of("code"));
        String source = required(parameters, "source");
        Sources.checkBrowser(source);
        return new AuthorizationQuery(
                client,
                source,
                redirectUri(required(parameters, "redirectURI"), client.registration()),
                scopes(required(parameters, "scope"), client.registration()),
                language(optional(parameters, "lang")),
                state(optional(parameters, "state")),
                brokerPage(optional(parameters, "brokerPage")),
                optional(parameters, "ticketID"));
    }

    /**
     * Whether the app that answers is on this device: the page of a phone's browser opens it, if it was told to
     * ({@code brokerPage}). Everybody else scans the QR code with another device; a computer has no app.
     */
    boolean sameDevice() {
        return brokerPage && !source.equals(Sources.COMPUTER);
    }

    private static URI redirectUri(String text, ClientRegistration registration) {
        return registration.redirectUris().stream()
                .filter(uri -> uri.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> Refusal.about(
                        "redirectURI",
                        Code.REDIRECT_URI,
                        "The redirectURI '" + text + "' is not registered, character by character. Registered are: "
                                + registration.redirectUris().stream()
                                        .map(URI::toString)
                                        .sorted()
                                        .toList()));
    }

    private static Set<String> scopes(String text, ClientRegistration registration) {
        List<String> asked = Arrays.asList(text.split(" ", -1));
        for (String scope : asked) {
            if (scope.isEmpty()) {
                throw Refusal.about(
                        "scope",
                        Code.PARAMETER_INVALID,
                        "scope must be names with one space between them, not '" + text + "'.");
            }
            if (!ClientRegistration.ALL_SCOPES.contains(scope)) {
                throw Refusal.about("scope", Code.NOT_GRANTED, "There is no scope '" + scope + "'.");
            }
            if (!registration.scopes().contains(scope)) {
                throw Refusal.about(
                        "scope",
                        Code.NOT_GRANTED,
                        "The scope " + scope + " is not granted to this client; granted are " + registration.scopes()
                                + ".");
            }
        }
        return new LinkedHashSet<>(asked);
    }

    private static Language language(Optional<String> lang) {
        return lang.map(text -> Language.of(text)
                        .orElseThrow(() -> Refusal.about(
                                "lang",
                                Code.PARAMETER_INVALID,
                                "lang is '" + text + "'; it must be en-US, zh-HK or zh-CN.")))
                .orElse(Language.DEFAULT);
    }

    private static Optional<String> state(Optional<String> state) {
        if (state.isPresent() && !STATE.matcher(state.get()).matches()) {
            throw Refusal.about(
                    "state", Code.PARAMETER_INVALID, "state must be 1 to 36 characters of A-Z, a-z, 0-9, _ and -.");
        }
        return state;
    }

    private static boolean brokerPage(Optional<String> flag) {
        flag.ifPresent(text -> oneOf("brokerPage", text, Set.of("true", "false")));
        return flag.map(Boolean::parseBoolean).orElse(false);
    }

    private static void oneOf(String name, String value, Set<String> allowed) {
        if (!allowed.contains(value)) {
            throw Refusal.about(
                    name,
                    Code.PARAMETER_INVALID,
                    name + " is '" + value + "'; it must be "
                            + (allowed.size() == 1
                                    ? allowed.iterator().next()
                                    : "one of " + allowed.stream().sorted().toList())
                            + ".");
        }
    }

    private static String required(Parameters parameters, String name) {
        return optional(parameters, name)
                .orElseThrow(
                        () -> Refusal.about(name, Code.PARAMETER_MISSING, "The parameter " + name + " is missing."));
    }

    private static Optional<String> optional(Parameters parameters, String name) {
        Optional<String> value = parameters.first(name);
        if (value.isPresent() && value.get().isEmpty()) {
            throw Refusal.about(name, Code.PARAMETER_EMPTY, "The parameter " + name + " is empty.");
        }
        return value;
    }
}
