package io.github.iamsmart.spring.internal.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.IDN;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes URLs with other characters than those of ASCII as HTTP headers take them: servers leave out a {@code Location}
 * that has any.
 */
public final class AsciiUrl {

    private static final Pattern HOST = Pattern.compile("(?i)(https?://)([^/?#:@\\[\\]]*)");
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private AsciiUrl() {}

    /**
     * {@return a URL in ASCII} Other characters are percent-encoded as UTF-8, those of a host name written in its ASCII
     * form; what is ASCII already, percent signs among it, stays as it is.
     *
     * @param url a URL, or a part of one from its path on
     */
    public static String of(String url) {
        if (isAscii(url)) {
            return url;
        }
        Matcher host = HOST.matcher(url);
        boolean absolute = host.lookingAt();
        int path = absolute ? host.end() : 0;
        StringBuilder ascii = new StringBuilder(absolute ? host.group(1) + host(host.group(2)) : "");
        url.substring(path).codePoints().forEach(c -> append(ascii, c));
        return ascii.toString();
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }

    private static String host(String name) {
        try {
            return IDN.toASCII(name);
        } catch (IllegalArgumentException e) {
            return name; // no name of a host, which whoever parses the URL will say
        }
    }

    private static void append(StringBuilder ascii, int character) {
        if (character < 128) {
            ascii.append((char) character);
        } else {
            for (byte one : Character.toString(character).getBytes(UTF_8)) {
                ascii.append('%').append(HEX.toHexDigits(one));
            }
        }
    }
}
