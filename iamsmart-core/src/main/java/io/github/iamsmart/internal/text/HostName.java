package io.github.iamsmart.internal.text;

import java.net.IDN;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Host names that are not ASCII, which {@link URI} does not take for host names. */
public final class HostName {

    private HostName() {}

    /**
     * {@return whether the URL has a host name with other characters than those of ASCII}
     *
     * @param url a URL
     */
    public static boolean isForeign(URI url) {
        return !of(url).chars().allMatch(c -> c < 128);
    }

    /**
     * {@return the host name in punycode, or how one looks if it cannot be written so}
     *
     * @param url a URL
     */
    public static String punycode(URI url) {
        try {
            return IDN.toASCII(of(url));
        } catch (IllegalArgumentException e) {
            return "as xn--…";
        }
    }

    /**
     * {@return a sentence, after a blank, that says how to write the host name; empty if it is ASCII}
     *
     * @param url a URL
     */
    public static String advice(URI url) {
        return isForeign(url) ? " Its host name is not ASCII: write it in punycode, " + punycode(url) + "." : "";
    }

    private static String of(URI url) {
        @Nullable String authority = url.getRawAuthority();
        if (authority == null) {
            return "";
        }
        return authority.substring(authority.lastIndexOf('@') + 1).replaceAll(":[0-9]*$", "");
    }
}
