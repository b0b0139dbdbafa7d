package io.github.iamsmart.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The callback URL of an online service: a socket that keeps what arrives. */
final class CallbackReceiver implements AutoCloseable {

    /** One callback as it arrived. */
    record Received(String method, String contentType, Headers headers, byte[] body) {

        String header(String name) {
            return Optional.ofNullable(headers.getFirst(name)).orElse("");
        }

        /** The envelope, also out of a multipart body, where it is the last part. */
        JsonNode envelope() {
            List<String> parts = parts();
            String text = parts.isEmpty() ? new String(body, StandardCharsets.UTF_8) : parts.get(parts.size() - 1);
            return TestService.parse(text.substring(text.indexOf('{')).getBytes(StandardCharsets.UTF_8));
        }

        /** The parts of a multipart body, each with its headers. */
        List<String> parts() {
            if (!contentType.startsWith("multipart/form-data; boundary=")) {
                return List.of();
            }
            String boundary = contentType.substring(contentType.indexOf('=') + 1);
            return Arrays.stream(new String(body, StandardCharsets.UTF_8).split("--" + boundary, -1))
                    .map(String::strip)
                    .filter(part -> part.startsWith("Content-Disposition"))
                    .toList();
        }

        String code() {
            return envelope().path("code").asText();
        }

        /** The key that the callback brings. */
        SecretKey key() {
            try {
                Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
                rsa.init(Cipher.DECRYPT_MODE, TestService.KEK.getPrivate());
                return new SecretKeySpec(
                        rsa.doFinal(Base64.getDecoder()
                                .decode(envelope().path("secretKey").asText())),
                        "AES");
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }

        /** What is sealed, opened with the key that it brings: an envelope, unless a fault made it bare. */
        JsonNode plaintext() {
            return TestService.parse(
                    TestService.open(key(), envelope().path("content").asText()));
        }

        /** The business object out of that. */
        JsonNode content() {
            return plaintext().path("content");
        }

        String businessId() {
            return content().path("businessID").asText();
        }
    }

    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final HttpServer server;
    private volatile int status = 200;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    CallbackReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(executor);
        server.createContext("/", this::receive);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/iamsmart/callback");
    }

    CallbackReceiver answering(int httpStatus) {
        status = httpStatus;
        return this;
    }

    /** Answers no callback before this is open. */
    CallbackReceiver answeringAfter(CountDownLatch opened) {
        gate = opened;
        return this;
    }

    /** The next callback; there must be one. */
    Received next() {
        try {
            Received one = received.poll(20, TimeUnit.SECONDS);
            if (one == null) {
                throw new AssertionError("No callback came.");
            }
            return one;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    int waiting() {
        return received.size();
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            received.add(new Received(
                    exchange.getRequestMethod(),
                    exchange.getRequestHeaders().getFirst("Content-Type"),
                    exchange.getRequestHeaders(),
                    exchange.getRequestBody().readAllBytes()));
            gate.await();
            exchange.sendResponseHeaders(status, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
