package io.github.iamsmart.simulator.http;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Keeps other web sites from the control API and the phone of a simulator that listens on loopback: a page can point a
 * name of its own at 127.0.0.1 (DNS rebinding) or post a form, but it can forge neither Host nor Origin.
 */
public final class HostGuard implements HttpEndpoint {
    private static final Pattern LOOPBACK =
            Pattern.compile("(localhost|[a-z0-9-]+\\.localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d{1,5})?");

    private final HttpEndpoint guarded;
    private final boolean loopbackOnly;

    public HostGuard(HttpEndpoint guarded, boolean loopbackOnly) {
        this.guarded = guarded;
        this.loopbackOnly = loopbackOnly;
    }

    @Override
    public HttpAnswer answer(HttpCall call) {
        String host = call.header("Host").orElse("").toLowerCase(Locale.ROOT);
        if (loopbackOnly && !LOOPBACK.matcher(host).matches()) {
            return Router.sentence(
                    403,
                    "This simulator listens on loopback and answers here only to localhost or a loopback address, not to '"
                            + host + "'. Start it with --host to reach it under another name.");
        }
        Optional<String> origin = call.header("Origin");
        if (origin.isPresent() && !origin.get().equalsIgnoreCase(call.origin())) {
            return Router.sentence(403, "A page of " + origin.get() + " may not use this simulator's control.");
        }
        return guarded.answer(call);
    }
}
