package io.github.iamsmart.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** An online service written with the JDK alone, straight from protocol.md, that can also do everything wrong. */
final class TestService {
    static final URI REDIRECT = URI.create("https://permits.example.org/callback");
    static final ObjectMapper JSON = new ObjectMapper();
    static final HttpClient HTTP = HttpClient.newHttpClient();
    static final KeyPair KEK = rsa();

    private static final AtomicInteger COUNT = new AtomicInteger();

    final String clientId = "client-" + COUNT.incrementAndGet();
    final String secret = "a very secret text " + COUNT.get();
    final AtomicLong timestamp = new AtomicLong(1_790_000_000_000L);
    final IamSmartSimulator simulator;
    private SecretKey cek;

    TestService(IamSmartSimulator simulator) {
        this.simulator = simulator;
        simulator.register(registration());
    }

    ClientRegistration registration() {
        return new ClientRegistration(
                clientId, secret, KEK.getPublic(), Set.of(REDIRECT), Set.of("eidapi_auth", "eidapi_profiles"));
    }

    /** A request that is not sent yet, every part of which can be spoiled. */
    final class Draft {
        final String path;
        String method = "POST";
        byte[] body;
        byte[] signedBody;
        final Map<String, String> headers = new LinkedHashMap<>();
        String signature;

        Draft(String path, String body) {
            this.path = path;
            this.body = body.getBytes(StandardCharsets.UTF_8);
            headers.put("Content-Type", "application/json");
            headers.put("clientID", clientId);
            headers.put("signatureMethod", "HmacSHA256");
            headers.put("timestamp", Long.toString(timestamp.incrementAndGet()));
            headers.put("nonce", UUID.randomUUID().toString());
        }

        Draft header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        Draft without(String name) {
            headers.put(name, null);
            return this;
        }

        Draft signing(String text) {
            signedBody = text.getBytes(StandardCharsets.UTF_8);
            return this;
        }

        Draft signature(String text) {
            signature = text;
            return this;
        }

        String base64Signature() {
            String head = headers.getOrDefault("clientID", "")
                    + headers.getOrDefault("signatureMethod", "")
                    + headers.getOrDefault("timestamp", "")
                    + headers.getOrDefault("nonce", "");
            return hmac(secret, head, signedBody == null ? body : signedBody);
        }

        HttpResponse<byte[]> send() {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(simulator.baseUrl() + "/api/v1" + path))
                    .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
            if (!headers.containsKey("signature")) {
                headers.put(
                        "signature",
                        signature == null ? URLEncoder.encode(base64Signature(), StandardCharsets.UTF_8) : signature);
            }
            headers.forEach((name, value) -> {
                if (value != null) {
                    request.header(name, value);
                }
            });
            return exchange(request.build());
        }

        JsonNode json() {
            HttpResponse<byte[]> response = send();
            if (response.statusCode() != 200) {
                throw new AssertionError("HTTP " + response.statusCode());
            }
            return parse(response.body());
        }
    }

    Draft plain(String path, String body) {
        return new Draft(path, body);
    }

    Draft sealed(String path, String plaintext) {
        return new Draft(path, "{\"content\":\"" + seal(cek, plaintext.getBytes(StandardCharsets.UTF_8)) + "\"}");
    }

    Draft getToken(String code) {
        return sealed("/auth/getToken", "{\"code\":\"" + code + "\",\"grantType\":\"authorization_code\"}");
    }

    SecretKey cek() {
        return cek;
    }

    /** getKey, unwrapped and kept. */
    SecretKey fetchKey() {
        cek = unwrap(plain("/security/getKey", "").json());
        return cek;
    }

    static SecretKey unwrap(JsonNode envelope) {
        try {
            Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            rsa.init(Cipher.DECRYPT_MODE, KEK.getPrivate());
            byte[] wrapped = Base64.getDecoder()
                    .decode(envelope.path("content").path("secretKey").asText());
            return new SecretKeySpec(rsa.doFinal(wrapped), "AES");
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    JsonNode open(JsonNode envelope) {
        return parse(open(cek, envelope.path("content").asText()));
    }

    /** Opens getQR and gives the ticket of the request that it made. */
    String openQr(String state) {
        HttpResponse<byte[]> page = get(authorizationUri(Map.of("state", state)));
        if (page.statusCode() != 200) {
            throw new AssertionError(text(page));
        }
        return simulator.requests().stream()
                .filter(request -> request.clientId().equals(clientId))
                .filter(request -> request.state().equals(java.util.Optional.of(state)))
                .reduce((first, second) -> second)
                .orElseThrow()
                .ticketId();
    }

    String newCode(String persona) {
        return code(simulator
                .approve(openQr("s" + timestamp.incrementAndGet()), persona)
                .redirect()
                .orElseThrow());
    }

    /** The parameters of a good getQR, changed; an empty value leaves a parameter out. */
    URI authorizationUri(Map<String, String> changes) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("clientID", clientId);
        parameters.put("responseType", "code");
        parameters.put("source", "PC_Browser");
        parameters.put("redirectURI", REDIRECT.toString());
        parameters.put("scope", "eidapi_auth");
        parameters.put("lang", "en-US");
        parameters.put("state", "abc");
        parameters.putAll(changes);
        StringBuilder query = new StringBuilder();
        parameters.forEach((name, value) -> {
            if (!value.equals("(absent)")) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        });
        return URI.create(simulator.baseUrl() + "/api/v1/auth/getQR" + query);
    }

    static String code(URI redirect) {
        return query(redirect).get("code");
    }

    static Map<String, String> query(URI uri) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : uri.getRawQuery().split("&")) {
            query.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return query;
    }

    static HttpResponse<byte[]> get(URI uri) {
        return exchange(HttpRequest.newBuilder(uri).build());
    }

    static HttpResponse<byte[]> post(URI uri, String contentType, String body) {
        return exchange(HttpRequest.newBuilder(uri)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    static HttpResponse<byte[]> exchange(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    static JsonNode parse(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new AssertionError(new String(json, StandardCharsets.UTF_8), e);
        }
    }

    static String hmac(String secret, String head, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(head.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static String seal(SecretKey key, byte[] plaintext) {
        try {
            Cipher gcm = Cipher.getInstance("AES/GCM/NoPadding");
            gcm.init(Cipher.ENCRYPT_MODE, key);
            byte[] sealed = gcm.doFinal(plaintext);
            return Base64.getEncoder()
                    .encodeToString(ByteBuffer.allocate(16 + sealed.length)
                            .putInt(12)
                            .put(gcm.getIV())
                            .put(sealed)
                            .array());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static byte[] open(SecretKey key, String content) {
        byte[] sealed = Base64.getDecoder().decode(content);
        try {
            Cipher gcm = Cipher.getInstance("AES/GCM/NoPadding");
            gcm.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(128, Arrays.copyOfRange(sealed, 4, 16)));
            return gcm.doFinal(sealed, 16, sealed.length - 16);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static KeyPair rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
