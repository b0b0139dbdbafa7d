package io.github.iamsmart.bootmatrix;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.iamsmart.environment.Environment;
import io.github.iamsmart.key.KekKeyPair;
import io.github.iamsmart.spring.IamSmartConnectionDetails;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A gateway that accepts every request, and leaves it to the test what it posts back, and when. */
final class StubGateway implements IamSmartConnectionDetails, AutoCloseable {

    private static final String SECRET = "stub-gateway-client-secret-2b";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyPair kek = newKek();
    private final byte[] cek = random(32);
    private final BlockingQueue<JsonNode> initiated = new LinkedBlockingQueue<>();
    private final HttpServer server;
    private volatile Consumer<JsonNode> beforeTheAnswer = request -> {};
    private volatile Runnable beforeTheKey = () -> {};

    StubGateway() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode request = JSON.readTree(exchange.getRequestBody().readAllBytes());
            byte[] answer = exchange.getRequestURI().getPath().endsWith("/getKey") ? key() : initiate(request);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private byte[] key() throws IOException {
        beforeTheKey.run();
        ObjectNode content = JSON.createObjectNode()
                .put("secretKey", wrapped(cek))
                .put("pubKey", base64(kek.getPublic().getEncoded()))
                .put("issueAt", System.currentTimeMillis())
                .put("expiresIn", 86_400_000L);
        return JSON.writeValueAsBytes(envelope("D00000").set("content", content));
    }

    private byte[] initiate(JsonNode request) throws IOException {
        JsonNode opened = JSON.readTree(open(request.get("content").asText()));
        beforeTheAnswer.accept(opened);
        initiated.add(opened);
        String content = "{\"authByQR\":true,\"ticketID\":\"ticket-1\"}";
        return JSON.writeValueAsBytes(envelope("D00000").put("content", sealed(cek, content)));
    }

    private static ObjectNode envelope(String code) {
        return JSON.createObjectNode().put("txID", "T0").put("code", code).put("message", "m");
    }

    /** Does something between the arrival of a request and its answer. */
    void beforeTheAnswer(Consumer<JsonNode> work) {
        this.beforeTheAnswer = work;
    }

    /** Does something before the key API answers. */
    void beforeTheKey(Runnable work) {
        this.beforeTheKey = work;
    }

    /** Returns the newest request. */
    JsonNode takeRequest() {
        JsonNode newest = initiated.poll();
        while (!initiated.isEmpty()) {
            newest = initiated.poll();
        }
        return java.util.Objects.requireNonNull(newest);
    }

    /** The callback that answers a request. */
    byte[] callback(JsonNode request, String code, String members) {
        return callback(
                cek, request.get("businessID").asText(), request.get("state").asText(), code, members);
    }

    /** One by somebody who has the public certificate and nothing else. */
    byte[] forged(String businessId, String state, String members) {
        return callback(random(32), businessId, state, "D00000", members);
    }

    private byte[] callback(byte[] key, String businessId, String state, String code, String members) {
        String content = "{\"businessID\":\"" + businessId + "\",\"state\":\"" + state + "\"" + members + "}";
        return envelope(code)
                .put("secretKey", wrapped(key))
                .put("content", sealed(key, content))
                .toString()
                .getBytes(UTF_8);
    }

    private String wrapped(byte[] key) {
        try {
            Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            rsa.init(Cipher.ENCRYPT_MODE, kek.getPublic());
            return base64(rsa.doFinal(key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sealed(byte[] key, String text) {
        try {
            byte[] iv = random(12);
            Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
            aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, iv));
            byte[] sealed = aes.doFinal(text.getBytes(UTF_8));
            return base64(ByteBuffer.allocate(16 + sealed.length)
                    .putInt(12)
                    .put(iv)
                    .put(sealed)
                    .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] open(String content) {
        try {
            byte[] frame = Base64.getDecoder().decode(content);
            Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
            aes.init(Cipher.DECRYPT_MODE, new SecretKeySpec(cek, "AES"), new GCMParameterSpec(128, frame, 4, 12));
            return aes.doFinal(frame, 16, frame.length - 16);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static KeyPair newKek() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Environment environment() {
        return new Environment(
                "stub", URI.create("http://127.0.0.1:" + server.getAddress().getPort()), Environment.TESTING_APP);
    }

    @Override
    public String clientId() {
        return "stub-client";
    }

    @Override
    public String clientSecret() {
        UsedSecrets.remember(SECRET);
        return SECRET;
    }

    @Override
    public List<KekKeyPair> keks() {
        return List.of(KekKeyPair.of(kek.getPrivate(), kek.getPublic()));
    }

    @Override
    public boolean simulated() {
        return true;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
