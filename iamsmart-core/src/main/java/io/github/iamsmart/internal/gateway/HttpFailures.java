package io.github.iamsmart.internal.gateway;

import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.error.TransportException;
import io.github.iamsmart.internal.gateway.connection.Attempt;
import io.github.iamsmart.internal.gateway.connection.ProxyRefusedException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says what the failures of the HTTP library mean. */
final class HttpFailures {

    /** OkHttp does not export the types of these, so their names must do. */
    private static final String STREAM_RESET = "okhttp3.internal.http2.StreamResetException";

    private static final String CONNECTION_SHUT_DOWN = "okhttp3.internal.http2.ConnectionShutdownException";
    private static final String REFUSED = "REFUSED_STREAM";
    private static final Pattern NO_TUNNEL = Pattern.compile("Unexpected response code for CONNECT: ([0-9]+)");

    private final String host;
    private final long longestAnswer;

    /**
     * Creates it.
     *
     * @param baseUrl the gateway
     * @param longestAnswer how many bytes the body of an answer may have
     */
    HttpFailures(URI baseUrl, long longestAnswer) {
        this.host = baseUrl.getHost();
        this.longestAnswer = longestAnswer;
    }

    ProtocolException tooLong(String path, int status) {
        return new ProtocolException(path + " answered with more than " + longestAnswer + " bytes.", status, null);
    }

    /**
     * OkHttp trusts some of what a gateway writes: it has no word for a negative {@code Content-Length} for example.
     */
    IamSmartException unreadable(String path, Attempt attempt, RuntimeException e) {
        return attempt.answered()
                ? new ProtocolException(path + " answered with something that is not HTTP.", 0, e)
                : new TransportException("The call of " + path + " failed in the HTTP library.", attempt.sent(), e);
    }

    IamSmartException of(String path, Attempt attempt, IOException e) {
        if (attempt.broughtTooMuch()) {
            return tooLong(path, 0);
        }
        ProxyRefusedException refusal = find(e);
        if (refusal != null) {
            return new ConfigurationException(String.valueOf(refusal.getMessage()), e);
        }
        boolean sent = attempt.sent() && !certainlyNotProcessed(attempt, e);
        return new TransportException(message(path, attempt, sent, e), sent, e);
    }

    private String message(String path, Attempt attempt, boolean sent, IOException e) {
        if (Thread.currentThread().isInterrupted()) {
            return "The thread was interrupted while it called " + path + ".";
        }
        if (e instanceof InterruptedIOException) {
            return path + " was not answered in time by " + host + ": check the network, or raise the time-outs.";
        }
        if (sent) {
            return "The connection to " + host + " broke while it answered " + path + ".";
        }
        if (attempt.sent()) {
            return host + " did not take the request for " + path + " on this connection.";
        }
        Matcher noTunnel = NO_TUNNEL.matcher(String.valueOf(e.getMessage()));
        if (noTunnel.matches()) {
            return "The proxy opens no tunnel to " + host + " for " + path + " (HTTP " + noTunnel.group(1)
                    + "): ask whoever runs it to let this machine through to " + host + ".";
        }
        return host + " cannot be reached for " + path + " (" + e.getClass().getSimpleName()
                + "): check base URL, DNS, firewall, proxy and trust store.";
    }

    /**
     * A gateway refuses a stream of HTTP/2 before any of it was processed, and one that shuts the connection down names
     * the last stream that it looks at (RFC 9113, 8.7 and 6.8).
     */
    private static boolean certainlyNotProcessed(Attempt attempt, IOException e) {
        String type = e.getClass().getName();
        boolean refused =
                type.equals(STREAM_RESET) && String.valueOf(e.getMessage()).endsWith(REFUSED);
        return !attempt.answered() && (refused || type.equals(CONNECTION_SHUT_DOWN));
    }

    /** One of several routes may have failed in another way before. */
    private static @Nullable ProxyRefusedException find(IOException e) {
        return Stream.concat(Stream.of(e), Stream.of(e.getSuppressed()))
                .filter(ProxyRefusedException.class::isInstance)
                .map(ProxyRefusedException.class::cast)
                .findFirst()
                .orElse(null);
    }
}
