package io.github.iamsmart.simulator.request;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a flow says about itself, once. Everything that lists flows, scopes, codes or texts is derived from it.
 *
 * @param name as in {@code /control/requests}
 * @param home any class of the flow's package, which has its texts in {@code messages_<language>.properties}
 * @param path where a request begins, below {@code /api/v1}; empty if it begins on the phone
 * @param resultPath where the service fetches the result after the browser has come back with a code; empty if no
 *     browser waits
 * @param scopes the first one is for every request, the others are for what some requests ask for in addition
 * @param lifetime how long the user has
 */
public record FlowDeclaration(
        String name,
        Class<?> home,
        Optional<String> path,
        Optional<String> resultPath,
        List<String> scopes,
        Duration lifetime,
        FlowCodes codes) {

    /** How long a result may take [S], and how long a ticket lives [D]. */
    public static final Duration USUAL_LIFETIME = Duration.ofMinutes(18);

    public FlowDeclaration {
        scopes = List.copyOf(scopes);
    }

    /** A flow that asks a signed-in user and ends in a callback. */
    public static FlowDeclaration ofUser(String name, Class<?> home, String path, FlowCodes codes, String... scopes) {
        return new FlowDeclaration(
                name, home, Optional.of(path), Optional.empty(), List.of(scopes), USUAL_LIFETIME, codes);
    }

    /** The same flow for somebody who has not signed in. */
    public FlowDeclaration anonymous(String anonymousPath, String anonymousResultPath, Duration ticketLifetime) {
        return new FlowDeclaration(
                "anonymous-" + name,
                home,
                Optional.of(anonymousPath),
                Optional.of(anonymousResultPath),
                scopes,
                ticketLifetime,
                codes);
    }

    /** The same flow at another path. */
    public FlowDeclaration at(String otherPath) {
        return new FlowDeclaration(name, home, Optional.of(otherPath), resultPath, scopes, lifetime, codes);
    }

    /** {@return the scope of every request, if there is one} */
    public Optional<String> scope() {
        return scopes.stream().findFirst();
    }

    /** {@return the keys of the texts that pages show for this flow} */
    public Set<String> textKeys() {
        Set<String> keys = new LinkedHashSet<>(List.of("flow." + name, "asks." + name));
        scopes.forEach(scope -> keys.add("scope." + scope));
        if (resultPath.isPresent()) {
            keys.add("qr.title." + name);
            keys.add("qr.asks." + name);
        }
        return keys;
    }
}
