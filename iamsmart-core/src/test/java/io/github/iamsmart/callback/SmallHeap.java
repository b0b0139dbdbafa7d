package io.github.iamsmart.callback;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.formfilling.AddressDocumentFile;
import io.github.iamsmart.formfilling.FormFillingApi;
import io.github.iamsmart.formfilling.FormFillingResult;
import io.github.iamsmart.internal.requests.PendingRequests;
import io.github.iamsmart.key.CekStore;
import io.github.iamsmart.key.KekKeyPair;
import io.github.iamsmart.key.WrappedCek;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestOutcome.Completed;
import io.github.iamsmart.requests.State;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A service in a JVM of its own: takes the callback in a file, delivers it, and prints how long the document is. */
final class SmallHeap {

    static final BusinessId BUSINESS_ID = new BusinessId("business-id-of-the-small-heap");
    static final State STATE = State.of("canary-state-of-the-small-heap");

    private SmallHeap() {}

    public static void main(String[] files) throws Exception {
        KeyFactory rsa = KeyFactory.getInstance("RSA");
        RSAPrivateCrtKey kek =
                (RSAPrivateCrtKey) rsa.generatePrivate(new PKCS8EncodedKeySpec(Files.readAllBytes(Path.of(files[0]))));
        String secretKey = Files.readString(Path.of(files[1]));
        try (IamSmartClient client = IamSmartClient.builder()
                .baseUrl(URI.create("http://127.0.0.1:1"))
                .clientId("small-heap")
                .clientSecret("canary-secret-of-the-small-heap")
                .kek(KekKeyPair.of(
                        kek, rsa.generatePublic(new RSAPublicKeySpec(kek.getModulus(), kek.getPublicExponent()))))
                .cekStore(new OneKey(new WrappedCek(
                        secretKey, "", Instant.now(), Instant.now().plus(Duration.ofHours(1)))))
                .requestStore(PendingRequests.with("small-heap", FormFillingApi.KIND, BUSINESS_ID, STATE))
                .build()) {
            // Read here and held by nobody else, as the server that calls us does.
            CallbackResult result =
                    client.callbacks().accept(Files.readAllBytes(Path.of(files[2])), "application/json");
            System.out.println(result.getClass().getSimpleName());
            client.requests().deliverDue(outcome -> {
                FormFillingResult form = (FormFillingResult) ((Completed<?>) outcome).result();
                System.out.println(form.formData()
                        .addressDocumentFile()
                        .map(AddressDocumentFile::uncheckedPdf)
                        .map(pdf -> pdf.length)
                        .orElse(0));
            });
        }
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
