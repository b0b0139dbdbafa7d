package io.github.iamsmart.spring.internal.text;

import org.jspecify.annotations.Nullable;

/** Shows a URL that somebody wrote, without the password that it should not have. */
public final class UrlText {

    private UrlText() {}

    /**
     * {@return the text, with asterisks in place of what stands between the user name and the host}
     *
     * @param url the value of a property, well-formed or not
     */
    public static String masked(String url) {
        int host = url.lastIndexOf('@');
        int user = url.indexOf("//") + 1;
        int password = url.indexOf(':', user) + 1;
        return password == 0 || password > host ? url : url.substring(0, password) + "***" + url.substring(host);
    }

    /**
     * {@return the same, if there is a text}
     *
     * @param url the value of a property
     */
    public static @Nullable String maskedIfAny(@Nullable String url) {
        return url == null ? null : masked(url);
    }
}
