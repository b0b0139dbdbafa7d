package io.github.iamsmart.bulksigning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.bulksigning.BulkWorld.Style;
import io.github.iamsmart.signing.HashSigningResult;
import io.github.iamsmart.signing.PdfSigningResult;
import io.github.iamsmart.signing.SigningAnswer;
import io.github.iamsmart.signing.verification.Check;
import io.github.iamsmart.signing.verification.Conclusion;
import io.github.iamsmart.signing.verification.Finding;
import io.github.iamsmart.signing.verification.SignatureVerifier;
import io.github.iamsmart.signing.verification.TestAuthority;
import io.github.iamsmart.signing.verification.VerificationReport;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BulkVerifierTest {

    private static final Instant SIGNED_AT = Instant.parse("2026-11-23T02:01:00Z");
    private static final BulkSigningRequest THREE = BulkWorld.request(3);

    private static BulkSignature signed(int document, Instant time, X509Certificate certificate) throws Exception {
        byte[] signature = Base64.getDecoder().decode(BulkWorld.signature(BulkWorld.digest(document)));
        return new BulkSignature.OfHash(
                "P-" + document,
                new HashSigningResult(BulkWorld.digest(document), time, signature, certificate.getEncoded()));
    }

    private static BulkVerification verify(Iterable<BulkSignature> signatures) {
        return new BulkVerifier(BulkWorld.verifier()).verify(signatures, BulkExpectation.of(THREE.documents()));
    }

    private static List<Check> failures(VerificationReport report) {
        return report.failures().stream().map(Finding::check).toList();
    }

    @Test
    void tellsForEachDocumentWhatIsWrongWithIt() {
        try (BulkWorld world = new BulkWorld(5).initiated()) {
            String anothers = BulkWorld.signature(BulkWorld.digest(99));
            world.post(world.callback(
                    List.of(
                            BulkWorld.entry(0),
                            BulkWorld.entry(1, anothers),
                            BulkWorld.entry(2)
                                    .replace(
                                            BulkWorld.digest(2).base64(),
                                            BulkWorld.digest(3).base64()),
                            "{\"id\":\"P-3\"}",
                            BulkWorld.entry(77)),
                    1,
                    1,
                    Style.CLEAR_WITHOUT_BRACES));

            BulkVerification found = world.verified();

            assertThat(found.reports()).containsOnlyKeys("P-0", "P-1", "P-2");
            assertThat(found.reports().get("P-0").passed()).isTrue();
            assertThat(failures(found.reports().get("P-1"))).containsExactly(Check.SIGNATURE);
            assertThat(failures(found.reports().get("P-2"))).containsExactly(Check.SIGNATURE, Check.DOCUMENT_HASH);
            assertThat(found.missing()).containsExactly("P-3", "P-4");
            assertThat(found.unknown()).containsExactly("P-77");
            assertThat(found.passed()).isFalse();
            assertThat(found.answers())
                    .containsEntry("P-0", SigningAnswer.ACCEPTED)
                    .containsEntry("P-1", SigningAnswer.REJECTED)
                    .containsEntry("P-4", SigningAnswer.NOTHING_RECEIVED)
                    .doesNotContainKey("P-77");
        }
    }

    @Test
    void judgesOneByOneWhereTheCertificateWasNotValidAllTheTime() throws Exception {
        BulkVerification found = verify(List.of(
                signed(0, SIGNED_AT, BulkWorld.SIGNER),
                signed(1, TestAuthority.UNTIL.plusSeconds(1), BulkWorld.SIGNER),
                signed(2, SIGNED_AT.plusSeconds(1), BulkWorld.SIGNER)));

        assertThat(found.reports().get("P-0").passed()).isTrue();
        assertThat(failures(found.reports().get("P-1"))).containsExactly(Check.VALIDITY_AT_SIGNING_TIME);
        assertThat(found.reports().get("P-2").passed()).isTrue();
    }

    @Test
    void believesNoCertificateOfAnotherAuthority() throws Exception {
        X509Certificate forged = TestAuthority.rsa("Test Root").issue(BulkWorld.KEYS.getPublic());

        BulkVerification found = verify(List.of(signed(0, SIGNED_AT, forged), signed(1, SIGNED_AT, BulkWorld.SIGNER)));

        assertThat(failures(found.reports().get("P-0"))).contains(Check.CERTIFICATE_PATH);
        assertThat(found.reports().get("P-1").passed()).isTrue();
    }

    @Test
    void comesToTheWorstConclusionOfAll() throws Exception {
        List<BulkSignature> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            all.add(signed(i, SIGNED_AT.plusSeconds(i), BulkWorld.SIGNER));
        }
        assertThat(verify(all).conclusion())
                .as("revocation is not checked")
                .isEqualTo(Conclusion.GOOD_AS_FAR_AS_CHECKED);
        assertThat(verify(all.subList(0, 2)).conclusion()).as("one is missing").isEqualTo(Conclusion.NOT_GOOD);
        assertThat(new BulkVerifier(BulkWorld.verifier())
                        .verify(List.of(), BulkExpectation.of(List.of()))
                        .passed())
                .as("nothing was signed")
                .isFalse();
    }

    @Test
    void takesNoSignatureOfAPdfForThatOfAHash() {
        BulkVerification found = verify(
                List.of(new BulkSignature.OfPdf("P-0", new PdfSigningResult(BulkWorld.digest(0), new byte[] {1}))));

        assertThat(failures(found.reports().get("P-0"))).containsExactly(Check.DOCUMENT_HASH);
    }

    @Test
    void countsTheGoodOneOfTwoSignaturesForOneDocument() throws Exception {
        BulkSignature bad = new BulkSignature.OfHash(
                "P-0",
                new HashSigningResult(
                        BulkWorld.digest(0), SIGNED_AT, new byte[] {1, 2, 3}, BulkWorld.SIGNER.getEncoded()));
        BulkSignature good = signed(0, SIGNED_AT, BulkWorld.SIGNER);

        assertThat(List.of(verify(List.of(bad, good)), verify(List.of(good, bad))))
                .allSatisfy(found -> {
                    assertThat(found.reports().get("P-0").passed()).isTrue();
                    assertThat(found.accepts(good)).isTrue();
                    assertThat(found.accepts(bad)).isFalse();
                });
    }

    @Test
    void acceptsOnlyWhatItHasSeenToBeGood() throws Exception {
        BulkSignature good = signed(0, SIGNED_AT, BulkWorld.SIGNER);
        BulkSignature later = signed(0, SIGNED_AT.plusSeconds(1), BulkWorld.SIGNER);
        X509Certificate forged = TestAuthority.rsa("Test Root").issue(BulkWorld.KEYS.getPublic());
        BulkSignature pdf = new BulkSignature.OfPdf("P-1", new PdfSigningResult(BulkWorld.digest(1), new byte[] {1}));

        BulkVerification found = verify(List.of(good, later, pdf));

        assertThat(List.of(good, later).stream().filter(found::accepts))
                .as("one of two good ones")
                .hasSize(1);
        assertThat(found.accepts(signed(0, SIGNED_AT, forged))).isFalse();
        assertThat(found.accepts(signed(1, SIGNED_AT, BulkWorld.SIGNER))).isFalse();
        assertThat(found.accepts(pdf)).isFalse();
        assertThat(found.accepts(new BulkSignature.Unsigned("P-0"))).isFalse();
    }

    @Test
    void saysTheSameAsAVerificationOfTheDocumentAlone() throws Exception {
        BulkVerification found = verify(List.of(signed(0, SIGNED_AT, BulkWorld.SIGNER)));
        SignatureVerifier alone = BulkWorld.verifier();

        assertThat(found.reports().get("P-0").findings())
                .extracting(Finding::check, Finding::verdict)
                .containsExactlyElementsOf(DocumentJudge.judge(
                                alone,
                                signed(0, SIGNED_AT, BulkWorld.SIGNER),
                                THREE.documents().get(0),
                                Optional.empty())
                        .orElseThrow()
                        .findings()
                        .stream()
                        .map(row -> org.assertj.core.groups.Tuple.tuple(row.check(), row.verdict()))
                        .toList());
    }

    @Test
    void worksOffEachElementOnce() {
        Set<Integer> seen = Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
        List<Integer> all = IntStream.range(1000, 6000).boxed().toList();
        List<Integer> twice = Collections.synchronizedList(new ArrayList<>());

        ParallelIteration.forEach(all.iterator(), element -> {
            if (!seen.add(element)) {
                twice.add(element);
            }
        });

        assertThat(seen).hasSize(5000);
        assertThat(twice).isEmpty();
    }

    @Test
    void passesOnWhatTheIteratorAndTheWorkThrow() {
        Iterator<Integer> broken = new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                if (next == 40) {
                    throw new IllegalStateException("iterator");
                }
                return true;
            }

            @Override
            public Integer next() {
                return next++;
            }
        };

        assertThatThrownBy(() -> ParallelIteration.forEach(broken, element -> {}))
                .hasMessage("iterator");
        assertThatThrownBy(() -> ParallelIteration.forEach(List.of(1).iterator(), element -> {
                    throw new IllegalStateException("work");
                }))
                .hasMessage("work");
        // One processor has to wait for the others, also for one that ended with an error.
        assertThatThrownBy(() -> ParallelIteration.forEach(
                        Stream.iterate(1, i -> i + 1).limit(1_000).iterator(), element -> {
                            throw new NoClassDefFoundError("work");
                        }))
                .isInstanceOf(NoClassDefFoundError.class);
    }

    @Test
    void readsLineBreaksInBase64AndTimesAsText() {
        String text = "\"signatures\":[{\"id\":\"P-0\",\"hash\":\"" + BulkWorld.digest(0)
                + "\",\"timestamp\":\"1764000000123\",\"signature\":\"AQ\\nID\"}]";

        assertThat(new SignatureFileIterator(text.getBytes(UTF_8), new byte[] {4}).next())
                .isInstanceOfSatisfying(BulkSignature.OfHash.class, hash -> {
                    assertThat(hash.result().signature()).containsExactly(1, 2, 3);
                    assertThat(hash.result().signedAt()).contains(Instant.ofEpochMilli(1_764_000_000_123L));
                    assertThat(hash.result().certificate()).containsExactly(4);
                });
    }
}
