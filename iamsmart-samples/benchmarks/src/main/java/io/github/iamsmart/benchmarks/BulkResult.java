package io.github.iamsmart.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.bulksigning.BulkDocument;
import io.github.iamsmart.bulksigning.BulkSigningRequest;
import io.github.iamsmart.bulksigning.BulkVerification;
import io.github.iamsmart.bulksigning.BulkVerifier;
import io.github.iamsmart.callback.CallbackResult;
import io.github.iamsmart.internal.crypto.ContentCipher;
import io.github.iamsmart.internal.crypto.ContentKey;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.State;
import io.github.iamsmart.signing.DocumentDigest;
import io.github.iamsmart.signing.verification.SignatureVerifier;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The signatures of 1,000 documents in a file in clear, as the published example has it [D]: parsed and verified,
 * against the bare RSA on as many processors.
 */
@org.openjdk.jmh.annotations.State(Scope.Benchmark)
@Fork(jvmArgsAppend = {"-Xms512m", "-Xmx512m", "-XX:+AlwaysPreTouch", "-XX:+UseParallelGC"})
@SuppressWarnings("NullAway.Init") // JMH calls the set-up first
public class BulkResult {

    private static final int DOCUMENTS = 1000;
    private static final String BOUNDARY = "----benchmark";

    private final CallbackService service = new CallbackService(new OneRequestStore());
    private final IamSmartClient client = service.client;
    private final BusinessId businessId = BusinessId.random();
    private final State state = State.random();
    private final KeyPair root = Material.rsa();
    private final KeyPair signer = Material.rsa();
    private final List<DocumentDigest> digests = new ArrayList<>();
    private final List<byte[]> signatures = new ArrayList<>();
    private BulkSigningRequest request;
    private BulkVerifier verifier;

    /** Made by JMH. */
    public BulkResult() {}

    /**
     * Takes the callback with the signatures.
     *
     * @throws Exception never
     */
    @Setup
    public void take() throws Exception {
        X509Certificate authority = certificate("CN=Root", root.getPublic());
        X509Certificate certificate = certificate("CN=Signer", signer.getPublic());
        verifier = new BulkVerifier(
                SignatureVerifier.builder().trustAnchors(List.of(authority)).build());
        List<BulkDocument> documents = new ArrayList<>();
        StringBuilder list = new StringBuilder("\"signatures\":[");
        for (int i = 0; i < DOCUMENTS; i++) {
            DocumentDigest digest = DocumentDigest.of(("document " + i).getBytes(UTF_8));
            byte[] signature = sign(digest);
            digests.add(digest);
            signatures.add(signature);
            documents.add(BulkDocument.hash("P-" + i, "Permit", digest));
            list.append(i == 0 ? "" : ",").append(entry(i, digest, signature));
        }
        request = BulkSigningRequest.builder()
                .serviceName("Permits")
                .requestName("Permits")
                .documents(documents)
                .build();
        client.bulkSigning().initiate(LoopbackGateway.token(), request, CallbackService.options(businessId, state));
        byte[] body = body(metadata(certificate), list.append(']').toString());
        CallbackResult result = client.callbacks().accept(body, "multipart/form-data; boundary=" + BOUNDARY);
        warmUp();
        if (!(result instanceof CallbackResult.Accepted) || !ours().passed() || !floor()) {
            throw new IllegalStateException("not all signatures are good: " + result);
        }
    }

    /** The JDK's AES-GCM is some ten times slower until many messages have made the JVM compile it. */
    private static void warmUp() {
        ContentKey key = ContentKey.of(Material.cek());
        String content = new String(ContentCipher.seal(key, new byte[16 * 1024]), ISO_8859_1);
        for (int i = 0; i < 5_000; i++) {
            ContentCipher.open(key, content);
        }
    }

    private byte[] sign(DocumentDigest digest) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(signer.getPrivate());
        signature.update(digest.bytes());
        return signature.sign();
    }

    private static String entry(int document, DocumentDigest digest, byte[] signature) {
        return "{\"id\":\"P-" + document + "\",\"hash\":\"" + digest + "\",\"timestamp\":"
                + System.currentTimeMillis() + ",\"signature\":\""
                + Base64.getEncoder().encodeToString(signature) + "\"}";
    }

    private String metadata(X509Certificate certificate) throws GeneralSecurityException {
        return "{\"businessID\":\"" + businessId + "\",\"state\":\"" + state.value() + "\",\"cert\":\""
                + Base64.getEncoder().encodeToString(certificate.getEncoded())
                + "\",\"totalCallbacks\":1,\"callbackSeq\":1,\"totalSignNum\":1000,\"failSignNum\":0}";
    }

    /** The file as it comes. */
    byte[] file(byte[] list) {
        return list;
    }

    private byte[] body(String metadata, String list) {
        ContentKey key = ContentKey.of(Material.cek());
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(body, "sigFile", file(list.getBytes(UTF_8)));
        String content = new String(ContentCipher.seal(key, metadata.getBytes(UTF_8)), ISO_8859_1);
        part(
                body,
                "sigMetada",
                ("{\"txID\":\"0\",\"code\":\"D00000\",\"content\":\"" + content + "\"}").getBytes(UTF_8));
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
        return body.toByteArray();
    }

    private static void part(ByteArrayOutputStream body, String name, byte[] bytes) {
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n")
                .getBytes(UTF_8));
        body.writeBytes(bytes);
        body.writeBytes("\r\n".getBytes(UTF_8));
    }

    private X509Certificate certificate(String subject, PublicKey key) throws Exception {
        Instant now = Instant.now();
        return new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                new X500Name("CN=Root"),
                                BigInteger.ONE,
                                Date.from(now.minus(Duration.ofDays(1))),
                                Date.from(now.plus(Duration.ofDays(1))),
                                new X500Name(subject),
                                key)
                        .build(new JcaContentSignerBuilder("SHA256withRSA").build(root.getPrivate())));
    }

    /** Stops everything. */
    @TearDown
    public void stop() {
        service.close();
    }

    /**
     * The SDK: parses, verifies, and reports on each document.
     *
     * @return what it found
     */
    @Benchmark
    public BulkVerification ours() {
        return verifier.verify(client.bulkSigning().signatures(businessId), request);
    }

    /**
     * The bare RSA.
     *
     * @return whether all signatures fit
     */
    @Benchmark
    public boolean floor() {
        return IntStream.range(0, DOCUMENTS).parallel().allMatch(this::fits);
    }

    private boolean fits(int document) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(signer.getPublic());
            signature.update(digests.get(document).bytes());
            return signature.verify(signatures.get(document));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
