package io.github.iamsmart.internal.selfcheck;

import io.github.iamsmart.selfcheck.CallbackUrl;
import java.net.URI;

/** Whether a callback URL is one that can be registered: https, a fully qualified domain name, no wildcard [S]. */
final class CallbackUrlCheck {

    private static final String ID = "callback-url";
    private static final int HTTPS_PORT = 443;
    private static final String REGISTER_AGAIN =
            " A callback URL is registered exactly as it is used; a change needs the application form again.";

    private final boolean simulated;
    private final LineWriter findings;

    CallbackUrlCheck(boolean simulated, LineWriter findings) {
        this.simulated = simulated;
        this.findings = findings;
    }

    /** {@return whether it is a URL that can be called} */
    boolean check(CallbackUrl callback) {
        URI url = callback.url();
        String host = Hosts.of(url);
        String begin = "The callback URL " + shown(url);
        if (!url.isAbsolute() || host.isEmpty()) {
            fail(callback, begin + " names no host.", "Write an absolute https URL.");
            return false;
        }
        boolean local = Hosts.isThisMachine(host);
        if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
            fail(callback, begin + " has a user name or a fragment.", "Write it without.");
        } else if (simulated && local) {
            findings.pass(ID, callback.name(), begin + " is on this machine, which works with a simulator only.");
        } else if (!Hosts.isHttps(url)) {
            fail(callback, begin + " is plain http.", "Write an https URL.");
        } else if (local || Hosts.isAddress(host) || !host.contains(".")) {
            fail(
                    callback,
                    begin + " has no fully qualified domain name.",
                    "Write the host's full name in public DNS, such as permits.example.gov.hk.");
        } else if (Hosts.port(url) != HTTPS_PORT) {
            findings.warning(
                    ID,
                    callback.name(),
                    begin + " has the port " + Hosts.port(url)
                            + "; no public text says that iAM Smart calls another than " + HTTPS_PORT + ".",
                    "Serve it on port " + HTTPS_PORT + ", or ask before you register it." + REGISTER_AGAIN);
        } else {
            findings.pass(ID, callback.name(), begin + " is well-formed.");
        }
        return true;
    }

    private void fail(CallbackUrl callback, String finding, String advice) {
        findings.failure(ID, callback.name(), finding, advice + REGISTER_AGAIN);
    }

    /** {@return a URL without what may be a password or a token} */
    static String shown(URI url) {
        return (url.getScheme() == null ? "" : url.getScheme() + "://")
                + Hosts.of(url)
                + (url.getPort() < 0 ? "" : ":" + url.getPort())
                + (url.getRawPath() == null ? "" : url.getRawPath());
    }
}
