package io.github.iamsmart.spring.internal.text;

import org.jspecify.annotations.Nullable;

/** Shows a URL that somebody wrote, without the user name and the password that it should not have. */
public final class UrlText {

    private UrlText() {}

    /**
     * {@return the text, with asterisks in place of what stands before the host} A user name alone may be a token.
     *
     * @param url the value of a property, well-formed or not
     */
    public static String masked(String url) {
        int host = url.lastIndexOf('@');
        int slashes = url.indexOf("//");
        int user = slashes < 0 ? 0 : slashes + 2;
        return user > host ? url : url.substring(0, user) + "***" + url.substring(host);
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
