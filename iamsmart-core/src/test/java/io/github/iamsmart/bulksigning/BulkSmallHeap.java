package io.github.iamsmart.bulksigning;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.StubKey;
import io.github.iamsmart.TestKeys;
import io.github.iamsmart.callback.CallbackResult.Accepted;
import io.github.iamsmart.internal.crypto.ContentCipher;
import io.github.iamsmart.internal.requests.PendingRequests;
import io.github.iamsmart.key.CekStore;
import io.github.iamsmart.key.WrappedCek;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.State;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** A service in a JVM of its own: takes 1,000 PDF signatures in 100 callbacks, delivers them, and reads them. */
final class BulkSmallHeap {

    static final int HEAP_MEBIBYTES = 24;
    static final int LENGTH = 32 * 1024;

    private static final int CALLBACKS = 100;
    private static final int IN_EACH = 10;
    private static final BusinessId BUSINESS_ID = BusinessId.random();
    private static final State STATE = State.random();

    private BulkSmallHeap() {}

    public static void main(String[] folder) throws Exception {
        StubKey key = StubKey.of(1, Instant.now());
        try (IamSmartClient client = IamSmartClient.builder()
                .baseUrl(URI.create("http://127.0.0.1:1"))
                .clientId("small-heap")
                .clientSecret("canary-secret-of-the-small-heap")
                .kek(TestKeys.kek(TestKeys.FIRST))
                .cekStore(new OneKey(key.wrapped()))
                .answerPartStore(new FileAnswerPartStore(Path.of(folder[0])))
                .requestStore(PendingRequests.with("small-heap", BulkSigningApi.KIND, BUSINESS_ID, STATE))
                .build()) {
            int accepted = 0;
            for (int i = 1; i <= CALLBACKS; i++) {
                if (client.callbacks().accept(callback(key, i), "multipart/form-data; boundary=----canary")
                        instanceof Accepted) {
                    accepted++;
                }
            }
            System.out.println(accepted + " accepted");
            client.requests()
                    .deliverDue(outcome -> System.out.println(outcome.getClass().getSimpleName()));
            int signatures = 0;
            long bytes = 0;
            for (BulkSignature signature : client.bulkSigning().signatures(BUSINESS_ID)) {
                signatures++;
                bytes += ((BulkSignature.OfPdf) signature).result().pdfSignature().length;
            }
            System.out.println(signatures + " signatures of " + bytes + " bytes");
        }
    }

    private static byte[] callback(StubKey key, int sequence) {
        String signature = Base64.getEncoder().encodeToString(new byte[LENGTH]);
        StringBuilder list = new StringBuilder("\"signatures\":[");
        for (int i = 0; i < IN_EACH; i++) {
            list.append(i == 0 ? "" : ",")
                    .append("{\"id\":\"")
                    .append(sequence)
                    .append('-')
                    .append(i)
                    .append("\",\"pdfSignature\":\"")
                    .append(signature)
                    .append("\"}");
        }
        String metadata = "{\"businessID\":\"" + BUSINESS_ID + "\",\"state\":\"" + STATE.value()
                + "\",\"cert\":\"AA==\",\"totalCallbacks\":" + CALLBACKS + ",\"callbackSeq\":" + sequence + "}";
        return BulkWorld.multipart(
                key.callback("D00000", metadata),
                ContentCipher.seal(key.key(), list.append(']').toString().getBytes(UTF_8)));
    }

    private record OneKey(WrappedCek key) implements CekStore {
        @Override
        public Optional<WrappedCek> find(String clientId) {
            return Optional.of(key);
        }

        @Override
        public void save(String clientId, WrappedCek cek) {}
    }
}
