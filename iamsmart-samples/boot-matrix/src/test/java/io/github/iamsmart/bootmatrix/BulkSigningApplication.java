package io.github.iamsmart.bootmatrix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.bulksigning.BulkDocument;
import io.github.iamsmart.bulksigning.BulkExpectation;
import io.github.iamsmart.bulksigning.BulkSigningApi;
import io.github.iamsmart.bulksigning.BulkSigningRequest;
import io.github.iamsmart.bulksigning.BulkSigningResult;
import io.github.iamsmart.bulksigning.BulkVerification;
import io.github.iamsmart.bulksigning.BulkVerifier;
import io.github.iamsmart.bulksigning.VerifiedBulkSigning;
import io.github.iamsmart.requests.InitiatedRequest;
import io.github.iamsmart.requests.PartReader.Part;
import io.github.iamsmart.requests.RequestKind;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.signing.DocumentDigest;
import io.github.iamsmart.signing.verification.SignatureVerifier;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.spring.requests.IamSmartRequestHandler;
import io.github.iamsmart.spring.requests.IamSmartRequests;
import io.github.iamsmart.spring.requests.RequestProgressEvent;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** An application whose users sign forty documents with one consent, with the simulator and nothing configured. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class BulkSigningApplication {

    static final int DOCUMENTS = 40;
    static final int IN_A_CALLBACK = 10;

    static final BulkSigningRequest BATCH = BulkSigningRequest.builder()
            .serviceName("Permits")
            .requestName("Forty permits")
            .documents(IntStream.range(0, DOCUMENTS)
                    .mapToObj(i -> BulkDocument.hash(
                            "P-" + i, "Permit " + i, DocumentDigest.of(("permit " + i).getBytes(UTF_8))))
                    .toList())
            .signaturesInACallback(IN_A_CALLBACK)
            .build();

    @Bean
    Batches batches(IamSmartClient client, IamSmartSimulator simulator) {
        return new Batches(client, simulator);
    }

    @Bean
    Listener listener() {
        return new Listener();
    }

    /** Hears how batches ended, and acknowledges them. */
    static class Batches implements IamSmartRequestHandler<BulkSigningResult> {

        record Ended(RequestOutcome<?> outcome, Optional<BulkVerification> verification) {}

        private final BlockingQueue<Ended> ended = new LinkedBlockingQueue<>();
        private final VerifiedBulkSigning handler;

        Batches(IamSmartClient client, IamSmartSimulator simulator) {
            List<X509Certificate> authority =
                    List.of(certificate(simulator.signingRootPem()), certificate(simulator.signingIntermediatePem()));
            this.handler = new VerifiedBulkSigning(
                    client.bulkSigning(),
                    new BulkVerifier(SignatureVerifier.builder()
                            .trustAnchors(authority.subList(0, 1))
                            .intermediates(authority)
                            .clock(Clock.systemUTC())
                            .build()),
                    request -> BulkExpectation.of(BATCH),
                    (outcome, verification) -> ended.add(new Ended(outcome, verification)));
        }

        private static X509Certificate certificate(String pem) {
            try {
                return (X509Certificate) CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(pem.getBytes(UTF_8)));
            } catch (CertificateException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public RequestKind<BulkSigningResult> kind() {
            return BulkSigningApi.KIND;
        }

        @Override
        public void handle(RequestOutcome<BulkSigningResult> outcome) throws Exception {
            handler.handle(outcome);
        }

        Ended await() throws InterruptedException {
            return Objects.requireNonNull(ended.poll(20, SECONDS), "nothing came");
        }
    }

    static class Listener {

        final BlockingQueue<RequestProgressEvent> tokens = new LinkedBlockingQueue<>();
        final BlockingQueue<RequestProgressEvent> progress = new LinkedBlockingQueue<>();

        @EventListener
        void onProgress(RequestProgressEvent event) {
            boolean isToken = event.part() == Part.PRELIMINARY.number();
            (isToken ? tokens : progress).add(event);
        }
    }

    @Controller
    static class Pages {

        private final IamSmartClient client;
        private final IamSmartRequests requests;

        Pages(IamSmartClient client, IamSmartRequests requests) {
            this.client = client;
            this.requests = requests;
        }

        /** Begins a batch of the user who has signed in. */
        @GetMapping("/batch")
        @ResponseBody
        Map<String, String> batch(HttpServletRequest request, HttpServletResponse response) {
            IamSmartSignIn signIn = IamSmartSignIn.from(request).orElseThrow();
            InitiatedRequest sent = client.bulkSigning()
                    .initiate(
                            signIn.accessToken(),
                            BATCH,
                            requests.options(request, response).build());
            return Map.of(
                    "ticket", sent.ticketId(),
                    "id", sent.businessId().value(),
                    "user", signIn.tokenisedId().value(),
                    "state", requests.statePath(sent.businessId()));
        }
    }
}
