package io.github.iamsmart.internal.selfcheck;

import io.github.iamsmart.internal.gateway.Deadline;
import io.github.iamsmart.selfcheck.CallbackUrl;
import io.github.iamsmart.selfcheck.CallbackUrl.Answer;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Whether our endpoint answers at a callback URL. The request has no body, no parameter and no effect: results take
 * POST alone, and a HEAD uses up nothing where browsers come back. Nothing that is sent proves who asks, and so nothing
 * in the answer proves who answers: another application on this library looks the same.
 */
final class EndpointCheck {

    private static final String ID = "callback-endpoint";

    private final ProbeRoute route;
    private final LineWriter findings;

    EndpointCheck(ProbeRoute route, LineWriter findings) {
        this.route = route;
        this.findings = findings;
    }

    void check(CallbackUrl callback, Deadline deadline) {
        try (ProbeConnection connection = ProbeConnection.open(callback.url(), route, deadline)) {
            judge(callback, connection.request(callback.answer() == Answer.BROWSER_RETURN ? "HEAD" : "GET"));
        } catch (ProbeFailure e) {
            fail(
                    callback,
                    CallbackUrlCheck.shown(callback.url()) + " does not answer: " + e.reason() + ".",
                    TlsSide.CALLBACK.unreachable());
        }
    }

    void notChecked(CallbackUrl callback) {
        findings.skipped(
                ID, callback.name(), "Not checked, as there is no connection.", "Do what the line above says first.");
    }

    private void judge(CallbackUrl callback, HttpHead answer) {
        String begin = CallbackUrlCheck.shown(callback.url()) + " answers ";
        int status = answer.status();
        if (isOurs(callback.answer(), answer)) {
            findings.pass(
                    ID,
                    callback.name(),
                    callback.answer() == Answer.ANY
                            ? begin + "HTTP " + status + "."
                            : begin + "as the endpoint of this library does.");
        } else if (status / 100 == 3) {
            fail(
                    callback,
                    begin + "with a redirect (HTTP " + status + ") to " + target(callback.url(), answer)
                            + ", as the login page of a proxy or of a filter does.",
                    "Let this path through to the application without a login: iAM Smart does not log in, and follows no"
                            + " redirect.");
        } else if (status == 401 || status == 403) {
            fail(
                    callback,
                    begin + "HTTP " + status
                            + ": something in front of the endpoint refuses whoever has not logged in.",
                    "Let this path through the proxy, the web application firewall and the security filters without a login.");
        } else if (status == 404) {
            fail(
                    callback,
                    begin + "HTTP 404: the host is there, but nothing is at this path.",
                    "Check the public URL with its context path, the path prefix, and which paths the reverse proxy passes"
                            + " on.");
        } else if (status >= 500) {
            fail(
                    callback,
                    begin + "HTTP " + status
                            + ": the application is not running, fails, or the proxy in front cannot reach it.",
                    "Start the application, and check the log of the proxy in front of it.");
        } else {
            fail(
                    callback,
                    begin + "HTTP " + status
                            + ", and not as the endpoint of this library: another application is at this"
                            + " address, or a page of a proxy.",
                    "Check to which application the reverse proxy passes this host and path.");
        }
    }

    private static boolean isOurs(Answer expected, HttpHead answer) {
        return switch (expected) {
            case RESULTS -> answer.status() == 405 && answer.header("Allow").equalsIgnoreCase("POST");
            case BROWSER_RETURN ->
                answer.status() == 204
                        && answer.header("Referrer-Policy")
                                .toLowerCase(Locale.ROOT)
                                .contains("no-referrer");
            case ANY ->
                answer.status() / 100 == 2
                        || (answer.status() / 100 == 4
                                && answer.status() != 401
                                && answer.status() != 403
                                && answer.status() != 404);
        };
    }

    /** {@return scheme and host of the target: what follows may be a token} */
    private static String target(URI from, HttpHead answer) {
        try {
            URI target = from.resolve(new URI(answer.header("Location")));
            return target.getHost() == null ? "nowhere" : target.getScheme() + "://" + target.getHost();
        } catch (URISyntaxException e) {
            return "an address that is none";
        }
    }

    private void fail(CallbackUrl callback, String finding, String advice) {
        findings.failure(ID, callback.name(), finding, advice);
    }
}
