package io.github.iamsmart.bulksigning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.FlowWorld;
import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.identity.Hkic;
import io.github.iamsmart.requests.store.AnswerFile;
import io.github.iamsmart.requests.store.AnswerPart;
import io.github.iamsmart.requests.store.SealedAnswer;
import io.github.iamsmart.signing.DocumentDigest;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No type of bulk signing shows a secret, a document or a person in its string. */
class BulkMaskingTest {

    private static final String TOKEN = "canary-bsqc-token";

    @Test
    void noTypeShowsASecretADocumentOrAPerson() {
        try (BulkWorld world = new BulkWorld(3)) {
            world.initiated();
            world.postJson("D00000", world.content("\"BSQCToken\":\"" + TOKEN + "\""));
            world.callbacks(BulkWorld.entries(3), 1, BulkWorld.Style.CLEAR_WITH_BRACES)
                    .forEach(world::post);
            BulkSigningHandle handle = world.bulk
                    .handle(world.options.businessId(), FlowWorld.token().tokenisedId())
                    .orElseThrow();
            BulkVerification verification = world.verified();
            AnswerFile file = new AnswerFile(BulkWorld.entry(0).getBytes(UTF_8), "");
            SealedAnswer metadata =
                    new SealedAnswer(ErrorCode.of("D00000"), "tx", "key", new byte[] {1}, Instant.EPOCH);

            List<String> strings = Stream.of(
                            world.request,
                            ofAPerson(),
                            world.bulk.progress(world.options.businessId()),
                            handle,
                            handle.token(),
                            world.bulk.signatures(world.options.businessId()),
                            verification,
                            verification.reports(),
                            new BulkVerifier(BulkWorld.verifier()),
                            new VerifiedBulkSigning(
                                    world.bulk,
                                    new BulkVerifier(BulkWorld.verifier()),
                                    request -> BulkExpectation.of(ofAPerson()),
                                    (outcome, found) -> {}),
                            file,
                            new AnswerPart(world.options.businessId(), 1, 1, metadata, file, Instant.EPOCH),
                            BulkExpectation.of(ofAPerson()),
                            new BulkSigningStatus("SS001"))
                    .map(Object::toString)
                    .toList();

            assertThat(verification.passed()).as("there was something to show").isTrue();
            assertThat(strings)
                    .allSatisfy(text -> assertThat(text)
                            .doesNotContain(
                                    TOKEN,
                                    "canary",
                                    "Permit 1",
                                    "SAN, Chi Nan",
                                    "A123456",
                                    BulkWorld.signature(BulkWorld.digest(0)).substring(0, 16),
                                    world.options.state().value()));
        }
    }

    private static BulkSigningRequest ofAPerson() {
        return BulkSigningRequest.builder()
                .serviceName("Beach permits")
                .requestName("Permits")
                .signer(Hkic.of("A123456(3)"))
                .document(BulkDocument.hash("P-1", "Permit of SAN, Chi Nan", DocumentDigest.of("a".getBytes(UTF_8))))
                .build();
    }
}
