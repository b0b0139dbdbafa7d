package io.github.iamsmart.bulksigning;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.FlowWorld;
import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.IamSmartClientBuilder;
import io.github.iamsmart.MutableClock;
import io.github.iamsmart.StubKey;
import io.github.iamsmart.callback.CallbackResult;
import io.github.iamsmart.internal.crypto.ContentCipher;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.signing.DocumentDigest;
import io.github.iamsmart.signing.verification.SignatureVerifier;
import io.github.iamsmart.signing.verification.TestAuthority;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A bulk request of a user who has signed in, and the callbacks that answer it. */
final class BulkWorld implements AutoCloseable {

    static final TestAuthority ROOT = TestAuthority.rsa("Test Root");
    static final KeyPair KEYS = TestAuthority.rsaKeys();
    static final X509Certificate SIGNER = ROOT.issue(KEYS.getPublic());
    static final String INITIATE = "/api/v1/account/bdss/initiateRequest";

    private static final String BOUNDARY = "----canary";
    private static final long SIGNED_AT = Instant.parse("2026-11-23T02:01:00Z").toEpochMilli();

    final FlowWorld flow;
    final BulkSigningApi bulk;
    final BulkSigningRequest request;
    final RequestOptions options = FlowWorld.options().build();

    /** How the file with signatures is written. */
    enum Style {
        CLEAR_WITHOUT_BRACES,
        CLEAR_WITH_BRACES,
        SEALED_WITHOUT_BRACES,
        SEALED_ENVELOPE
    }

    BulkWorld(int documents) {
        this(documents, builder -> builder);
    }

    BulkWorld(int documents, UnaryOperator<IamSmartClientBuilder> settings) {
        flow = new FlowWorld(settings);
        bulk = flow.client.bulkSigning();
        request = request(documents);
    }

    static BulkSigningRequest request(int documents) {
        return BulkSigningRequest.builder()
                .serviceName("Beach permits")
                .requestName("Permits")
                .documents(IntStream.range(0, documents)
                        .mapToObj(i -> BulkDocument.hash("P-" + i, "Permit " + i, digest(i)))
                        .toList())
                .build();
    }

    BulkWorld initiated() {
        flow.accepts(INITIATE, true);
        bulk.initiate(FlowWorld.token(), request, options);
        return this;
    }

    static DocumentDigest digest(int document) {
        return DocumentDigest.of(("document " + document).getBytes(UTF_8));
    }

    static SignatureVerifier verifier() {
        return SignatureVerifier.builder()
                .trustAnchors(List.of(ROOT.certificate()))
                .clock(new MutableClock(Instant.parse("2026-11-23T02:10:00Z")))
                .build();
    }

    BulkVerification verified() {
        return new BulkVerifier(verifier()).verify(bulk.signatures(options.businessId()), request);
    }

    /** The wire's words for a signature of a document. */
    static String entry(int document) {
        return entry(document, signature(digest(document)));
    }

    static String entry(int document, String signature) {
        return "{\"id\":\"P-" + document + "\",\"hash\":\"" + digest(document) + "\",\"timestamp\":"
                + (SIGNED_AT + document) + ",\"signature\":\"" + signature + "\"}";
    }

    static String signature(DocumentDigest digest) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(KEYS.getPrivate());
            signature.update(digest.bytes());
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<String> entries(int documents) {
        return IntStream.range(0, documents)
                .parallel()
                .mapToObj(BulkWorld::entry)
                .toList();
    }

    /** The callbacks that bring these entries. */
    List<byte[]> callbacks(List<String> entries, int callbacks, Style style) {
        int each = (entries.size() + callbacks - 1) / callbacks;
        List<byte[]> all = new ArrayList<>();
        for (int i = 0; i < callbacks; i++) {
            List<String> some = entries.subList(i * each, Math.min(entries.size(), (i + 1) * each));
            all.add(callback(some, i + 1, callbacks, style));
        }
        return all;
    }

    byte[] callback(List<String> entries, int sequence, int total, Style style) {
        return multipart(flow.gateway.callback("D00000", metadata(sequence, total)), file(entries, style));
    }

    String metadata(int sequence, int total) {
        try {
            return content("\"cert\":\"" + Base64.getEncoder().encodeToString(SIGNER.getEncoded())
                    + "\",\"totalCallbacks\":" + total + ",\"callbackSeq\":" + sequence + ",\"totalSignNum\":"
                    + request.documents().size() + ",\"failSignNum\":0");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A business object of this request. */
    String content(String members) {
        return "{\"businessID\":\"" + options.businessId() + "\",\"state\":\""
                + options.state().value() + "\"," + members + "}";
    }

    private byte[] file(List<String> entries, Style style) {
        String list = entries.stream().collect(Collectors.joining(",", "\"signatures\":[", "]"));
        return switch (style) {
            case CLEAR_WITHOUT_BRACES -> list.getBytes(UTF_8);
            case CLEAR_WITH_BRACES -> ("{" + list + "}").getBytes(UTF_8);
            case SEALED_WITHOUT_BRACES -> ContentCipher.seal(flow.gateway.key().key(), list.getBytes(UTF_8));
            case SEALED_ENVELOPE -> flow.gateway.callback("D00000", "{" + list + "}");
        };
    }

    /** The file first: with its braces it looks like an envelope. */
    static byte[] multipart(byte[] metadata, byte[] file) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(head("sigFile\"; filename=\"signatures.txt"));
        body.writeBytes(file);
        body.writeBytes("\r\n".getBytes(ISO_8859_1));
        body.writeBytes(head("sigMetada"));
        body.writeBytes(metadata);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(ISO_8859_1));
        return body.toByteArray();
    }

    private static byte[] head(String name) {
        return ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name
                        + "\"\r\nContent-Type: text/plain\r\n\r\n")
                .getBytes(ISO_8859_1);
    }

    CallbackResult post(byte[] multipart) {
        return post(flow.client, multipart);
    }

    static CallbackResult post(IamSmartClient node, byte[] multipart) {
        return node.callbacks().accept(multipart, "multipart/form-data; boundary=" + BOUNDARY);
    }

    CallbackResult postJson(String code, String plaintext) {
        return postJson(flow.gateway.key(), code, plaintext);
    }

    CallbackResult postJson(StubKey key, String code, String plaintext) {
        return flow.client.callbacks().accept(key.callback(code, plaintext), "application/json");
    }

    @Override
    public void close() {
        flow.close();
    }
}
