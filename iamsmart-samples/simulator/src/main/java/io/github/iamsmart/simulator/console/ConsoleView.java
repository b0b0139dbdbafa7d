package io.github.iamsmart.simulator.console;

import io.github.iamsmart.simulator.http.Parameters;
import io.github.iamsmart.simulator.page.Language;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How somebody looks at a page of the console.
 *
 * @param parameters what the address says, or after a mistake what was typed
 * @param problem what is wrong with what was sent; empty if nothing is
 */
record ConsoleView(Language language, Parameters parameters, String problem) {
    private static final Set<String> NOTICES =
            Set.of("answered", "clock", "fault", "cleared", "reset", "saved", "removed");

    /** The parameters that do not only say what has just happened. */
    private static final List<String> KEPT =
            List.of("q", "path", "direction", "clientID", "ticketID", "code", "refused", "id", "copy");

    /** What has just been done, as the key of a text. */
    Optional<String> notice() {
        return parameters.first("done").filter(NOTICES::contains);
    }

    /** A value of the address or the form, or nothing. */
    String value(String name) {
        return parameters.first(name).orElse("");
    }

    /** The query of the same page in a language. */
    String keptQuery(Language other) {
        StringBuilder query = new StringBuilder("?lang=" + other.tag());
        for (String name : KEPT) {
            ConsoleFrame.given(parameters, name)
                    .ifPresent(
                            value -> query.append('&').append(name).append('=').append(encoded(value)));
        }
        return query.toString();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
