package io.github.iamsmart.spring.internal.settings;

import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import io.github.iamsmart.spring.internal.text.UrlText;
import io.github.iamsmart.spring.internal.text.YamlLines;
import io.github.iamsmart.spring.internal.web.AsciiUrl;
import io.github.iamsmart.spring.internal.web.LoopbackHost;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks {@code public-url}, with which every callback URL begins. A callback URL must be registered with iAM Smart,
 * and is then a fully qualified domain name without wildcard [S], reached by https.
 */
public final class PublicUrl {

    /** An address as messages show it. */
    public static final String EXAMPLE = "https://permits.example.gov.hk";

    private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final Pattern FQDN = Pattern.compile(
            "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?" + "(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)++");

    private final String property;
    private final boolean simulated;

    PublicUrl(String property, boolean simulated) {
        this.property = property;
        this.simulated = simulated;
    }

    /**
     * Checks the value.
     *
     * @param value the property
     * @return the URL without a slash at its end; {@code null} if it is not set and need not be
     * @throws IamSmartPropertyException if it cannot be used
     */
    @Nullable
    URI check(@Nullable String value) {
        if (value == null || value.isBlank()) {
            if (simulated) {
                return null;
            }
            throw refused("is missing: it is where browsers and iAM Smart reach this application.");
        }
        String text = value.strip();
        if (text.contains("*") || text.contains("{")) {
            throw refused(text, ": a callback URL has no wildcard.");
        }
        URI url = parse(text);
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (url.getRawFragment() != null) {
            throw refused(text, ": a callback URL has no fragment ('#').");
        }
        if (url.getRawQuery() != null || url.getRawUserInfo() != null) {
            throw refused(text, ": it has no query ('?') and no user name ('@').");
        }
        boolean allowed = scheme.equals("https") || (simulated && scheme.equals("http"));
        if (!allowed || url.getRawAuthority() == null) {
            throw refused(
                    text,
                    ", which is not an absolute https URL."
                            + (scheme.equals("http") ? " Plain http works with the simulator only." : ""));
        }
        checkHost(text, url.getHost());
        return URI.create(withoutSlashAtTheEnd(url.toString()));
    }

    private static String withoutSlashAtTheEnd(String url) {
        int end = url.length();
        while (url.charAt(end - 1) == '/') {
            end--;
        }
        return url.substring(0, end);
    }

    private void checkHost(String text, @Nullable String host) {
        if (host == null) {
            throw refused(text, ", which has no valid host name.");
        }
        if (simulated) {
            return;
        }
        if (LoopbackHost.is(host)) {
            throw refused(
                    text,
                    ": localhost works with the simulator only, a real gateway sends browsers to"
                            + " registered public addresses.");
        }
        if (host.startsWith("[") || IPV4.matcher(host).matches()) {
            throw refused(text, ": a callback URL has a domain name, not an IP address.");
        }
        if (!FQDN.matcher(host).matches()) {
            throw refused(text, ": '" + host + "' is not a fully qualified domain name.");
        }
    }

    private URI parse(String text) {
        try {
            return new URI(AsciiUrl.of(text)); // callback URLs are made of it, and go out in headers
        } catch (URISyntaxException e) {
            throw refused(text, ", which is not a URL.");
        }
    }

    private IamSmartPropertyException refused(String text, String problem) {
        return refused("is '" + UrlText.masked(text) + "'" + problem);
    }

    private IamSmartPropertyException refused(String problem) {
        return new IamSmartPropertyException(
                property + " " + problem,
                "Write the address as registered with iAM Smart, an absolute https URL with a fully qualified domain name;"
                        + " callback URLs are made of it and registered exactly:\n\n"
                        + YamlLines.of(property, EXAMPLE));
    }
}
