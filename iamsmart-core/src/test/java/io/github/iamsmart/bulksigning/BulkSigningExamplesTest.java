package io.github.iamsmart.bulksigning;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.FlowWorld;
import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.bulksigning.BulkWorld.Style;
import io.github.iamsmart.device.Source;
import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.error.GatewayException;
import io.github.iamsmart.identity.AccessToken;
import io.github.iamsmart.identity.TokenisedId;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.InitiatedRequest;
import io.github.iamsmart.requests.RequestInfo;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.signing.DocumentDigest;
import io.github.iamsmart.signing.verification.SignatureVerifier;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The code of docs/bulk-signing.md; the module {@code documentation} holds the two together. */
@Timeout(60)
class BulkSigningExamplesTest {

    private final BulkWorld world = new BulkWorld(3);
    private final IamSmartClient client = world.flow.client;
    private final BulkVerifier verifier = new BulkVerifier(BulkWorld.verifier());
    private final List<String> archived = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    @AfterEach
    void stop() {
        world.close();
    }

    private BulkSigningRequest begin(
            AccessToken token, String userAgent, DocumentDigest permit, DocumentDigest byteRange) {
        // tag::initiate[]
        BulkSigningRequest request = BulkSigningRequest.builder()
                .serviceName("Beach permits")
                .requestName("Permits of June")
                .document(BulkDocument.hash("P-1", "Permit P-1", permit)) // DocumentDigest.of(file)
                .document(BulkDocument.pdf("P-2", "Permit P-2", byteRange)) // of the prepared PDF
                .build();
        RequestOptions options = RequestOptions.builder()
                .callbackUri(URI.create("https://permits.example.org/iamsmart/callback/default/results")) // registered
                .source(Source.fromUserAgent(userAgent))
                .reference("batch-7") // find the documents again by it
                .build();
        InitiatedRequest initiated = client.bulkSigning().initiate(token, request, options);
        // end::initiate[]
        assertThat(initiated.businessId()).isEqualTo(options.businessId());
        return request;
    }

    private VerifiedBulkSigning handler() {
        // tag::handler[]
        return new VerifiedBulkSigning(
                client.bulkSigning(),
                verifier,
                request -> BulkExpectation.of(documentsOf(request.reference())), // your own record of what you sent
                (outcome, verification) -> verification.ifPresent(found -> take(outcome.request(), found)));
        // end::handler[]
    }

    // tag::take[]
    private void take(RequestInfo request, BulkVerification found) {
        // One signature after the other, never all in memory.
        for (BulkSignature signature : client.bulkSigning().signatures(request.businessId())) {
            if (found.accepts(signature)) {
                archive(signature.documentId(), signature); // keyed by the document: it may be called again
            }
        }
        found.missing().forEach(this::askAgainFor);
    }
    // end::take[]

    private List<BulkDocument> documentsOf(Optional<String> reference) {
        return world.request.documents();
    }

    private void askAgainFor(String document) {
        missing.add(document);
    }

    private void archive(String document, BulkSignature signature) {
        archived.add(document);
    }

    private boolean withdraw(BusinessId id, TokenisedId user) {
        // tag::cancel[]
        Optional<BulkSigningHandle> handle = client.bulkSigning().handle(id, user);
        if (handle.isEmpty()) {
            return false; // the callback with the token has not come yet
        }
        if (!client.bulkSigning().status(handle.get()).equals(BulkSigningStatus.PENDING)) {
            return false;
        }
        try {
            client.bulkSigning().cancel(handle.get());
            return true;
        } catch (GatewayException e) {
            if (e.code().equals(ErrorCode.BULK_SIGNING_NOT_PENDING)) {
                return false; // the user was quicker
            }
            throw e;
        }
        // end::cancel[]
    }

    // tag::verifier[]
    BulkVerifier verifier(List<X509Certificate> roots) {
        return new BulkVerifier(SignatureVerifier.builder().trustAnchors(roots).build());
    }
    // end::verifier[]

    @Test
    void asksForHashesAndPdfs() {
        world.flow.accepts(BulkWorld.INITIATE, true);

        begin(FlowWorld.token(), "", BulkWorld.digest(1), BulkWorld.digest(2));

        assertThat(world.flow.received(BulkWorld.INITIATE).get(0).get("documents"))
                .hasSize(2);
        assertThat(verifier(List.of(BulkWorld.ROOT.certificate()))).isNotNull();
    }

    @Test
    void archivesWhatIsGoodAndAcknowledgesEach() {
        world.initiated();
        world.flow.answers("/api/v1/account/bdss/ackResult", "{}");
        world.post(world.callback(
                List.of(BulkWorld.entry(0), BulkWorld.entry(1, BulkWorld.signature(BulkWorld.digest(7)))),
                1,
                1,
                Style.SEALED_WITHOUT_BRACES));

        client.requests().deliverDue(handler());

        assertThat(archived).containsExactly("P-0");
        assertThat(missing).containsExactly("P-2");
        assertThat(world.flow.received("/api/v1/account/bdss/ackResult"))
                .singleElement()
                .hasToString("""
                {"businessID":"%s","signingResult":"","signatures":[{"id":"P-0","signingResult":"SR001"},\
                {"id":"P-1","signingResult":"SR002"},{"id":"P-2","signingResult":"SR003"}]}""".formatted(world.options.businessId()));
    }

    @Test
    void withdrawsOnlyWhatIsPending() {
        world.initiated();
        TokenisedId user = FlowWorld.token().tokenisedId();
        assertThat(withdraw(world.options.businessId(), user)).isFalse();
        world.postJson("D00000", world.content("\"BSQCToken\":\"canary-bsqc\""));
        world.flow.answers("/api/v1/account/bdss/enquireStatus", "{\"status\":\"SS002\"}");
        assertThat(withdraw(world.options.businessId(), user)).isFalse();
        world.flow.answers("/api/v1/account/bdss/enquireStatus", "{\"status\":\"SS001\"}");
        world.flow.refuses("/api/v1/account/bdss/cancelRequest", "D71007");
        assertThat(withdraw(world.options.businessId(), user)).isFalse();
        world.flow.answers("/api/v1/account/bdss/cancelRequest", "{}");
        assertThat(withdraw(world.options.businessId(), user)).isTrue();
    }
}
