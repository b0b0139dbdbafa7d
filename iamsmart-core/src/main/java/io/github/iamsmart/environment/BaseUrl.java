package io.github.iamsmart.environment;

import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.internal.text.HostName;
import java.net.URI;
import java.util.Locale;

/** Checks the address of a gateway. No message shows a user name, a password or a query. */
final class BaseUrl {

    private static final int HIGHEST_PORT = 65_535;

    /** How the path of every call begins. */
    private static final String FIRST_SEGMENT = "api/";

    private BaseUrl() {}

    /** {@return the address without a slash at its end} */
    static URI checked(String what, URI url) {
        // Where the host is not valid, the parser knows no user; an at sign has no other business here.
        if (url.toString().contains("@")) {
            throw new ConfigurationException("The " + what
                    + " must not contain a user name or password, or an '@' at all: write scheme and host only,"
                    + " for example https://gateway.example.");
        }
        String shown = shown(url);
        if (url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new ConfigurationException("The " + what + " '" + shown
                    + "' must have no query ('?') and no fragment ('#'):" + " write scheme and host only.");
        }
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw new ConfigurationException("The " + what + " '" + shown
                    + "' does not begin with https:// or http://: write scheme and host, for example"
                    + " https://gateway.example.");
        }
        if (url.getHost() == null) {
            throw new ConfigurationException(hostProblem(what, shown, url));
        }
        if (url.getPort() == 0 || url.getPort() > HIGHEST_PORT) {
            throw new ConfigurationException(
                    "The " + what + " '" + shown + "' has no valid port: write 1 to 65535, or none.");
        }
        requireNoPathOfACall(what, shown, url);
        String text = url.toString();
        return text.endsWith("/") ? URI.create(withoutSlashAtTheEnd(text)) : url;
    }

    private static String withoutSlashAtTheEnd(String url) {
        int end = url.length();
        while (url.charAt(end - 1) == '/') {
            end--;
        }
        return url.substring(0, end);
    }

    /** An egress gateway may have a path of its own; that of a call would come twice. */
    private static void requireNoPathOfACall(String what, String shown, URI url) {
        String path = String.valueOf(url.getRawPath());
        int begin = 0;
        while (begin < path.length() && path.charAt(begin) == '/') {
            begin++;
        }
        if ((path.substring(begin) + "/").startsWith(FIRST_SEGMENT)) {
            throw new ConfigurationException("The " + what + " '" + shown + "' has the path of a call, '" + path
                    + "', which is appended to it: write scheme and host only.");
        }
    }

    private static String shown(URI url) {
        return url.toString().replaceAll("[?#].*", "");
    }

    private static String hostProblem(String what, String shown, URI url) {
        return HostName.isForeign(url)
                ? "The " + what + " '" + shown + "' has a host name that is not ASCII: write it in punycode, "
                        + HostName.punycode(url) + "."
                : "The " + what + " '" + shown
                        + "' has no valid host name: letters, digits, hyphens and dots make one, for"
                        + " example https://gateway.example.";
    }
}
