package io.github.iamsmart.internal.gateway.connection;

import static java.nio.charset.StandardCharsets.UTF_8;

import okhttp3.Credentials;

/**
 * The name and password that a proxy asks for.
 *
 * @param username without a colon
 * @param password the password
 */
public record ProxyLogin(String username, String password) {

    static final String HEADER = "Proxy-Authorization";

    /** {@return the value of the header {@code Proxy-Authorization}} */
    public String headerValue() {
        return Credentials.basic(username, password, UTF_8);
    }

    /** Shows neither. */
    @Override
    public String toString() {
        return "ProxyLogin[***]";
    }
}
