package io.github.iamsmart.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * What a call cannot do without, written down straight: a ready Jackson mapper, the JDK's AES-GCM and HMAC, OkHttp. No
 * retries, no checks, no errors.
 */
final class BareCall implements AutoCloseable {

    private static final MediaType JSON = MediaType.get("application/json");

    private final OkHttpClient http = new OkHttpClient();
    private final ObjectMapper mapper = new ObjectMapper();
    private final SecretKeySpec aes = new SecretKeySpec(Material.cek(), "AES");
    private final SecureRandom random = new SecureRandom();
    private final Mac keyed;
    private final String url;

    BareCall(String url) {
        this.url = url;
        try {
            keyed = Mac.getInstance("HmacSHA256");
            keyed.init(new SecretKeySpec(Material.SECRET.getBytes(UTF_8), "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String call(Map<String, String> businessObject) throws IOException, GeneralSecurityException {
        String content = seal(mapper.writeValueAsBytes(businessObject));
        byte[] body = ("{\"content\":\"" + content + "\"}").getBytes(ISO_8859_1);
        String timestamp = Long.toString(System.currentTimeMillis());
        String nonce = UUID.randomUUID().toString();
        Request request = new Request.Builder()
                .url(url)
                .header("clientID", Material.CLIENT_ID)
                .header("signatureMethod", "HmacSHA256")
                .header("timestamp", timestamp)
                .header("nonce", nonce)
                .header("signature", sign(timestamp, nonce, body))
                .post(RequestBody.create(body, JSON))
                .build();
        try (Response response = http.newCall(request).execute()) {
            return open(mapper.readTree(response.body().bytes()).get("content").textValue());
        }
    }

    private String seal(byte[] plaintext) throws GeneralSecurityException {
        byte[] iv = new byte[12];
        random.nextBytes(iv);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, aes, new GCMParameterSpec(128, iv));
        byte[] frame = new byte[16 + plaintext.length + 16];
        frame[3] = 12;
        System.arraycopy(iv, 0, frame, 4, iv.length);
        cipher.doFinal(plaintext, 0, plaintext.length, frame, 16);
        return Base64.getEncoder().encodeToString(frame);
    }

    private String sign(String timestamp, String nonce, byte[] body) {
        Mac mac;
        try {
            mac = (Mac) keyed.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
        mac.update((Material.CLIENT_ID + "HmacSHA256" + timestamp + nonce).getBytes(UTF_8));
        return Base64.getEncoder()
                .encodeToString(mac.doFinal(body))
                .replace("+", "%2B")
                .replace("/", "%2F")
                .replace("=", "%3D");
    }

    private static String open(String content) {
        return new String(Material.open(content.getBytes(ISO_8859_1)), UTF_8);
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
