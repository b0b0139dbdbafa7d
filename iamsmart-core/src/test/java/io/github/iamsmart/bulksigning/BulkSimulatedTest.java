package io.github.iamsmart.bulksigning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.callback.CallbackResult;
import io.github.iamsmart.callback.CallbackResult.Accepted;
import io.github.iamsmart.callback.CallbackResult.Duplicate;
import io.github.iamsmart.callback.CallbackResult.Refused;
import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.error.GatewayException;
import io.github.iamsmart.identity.AccessToken;
import io.github.iamsmart.identity.Hkic;
import io.github.iamsmart.requests.AnonymousRequest;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.requests.RequestOutcome.Completed;
import io.github.iamsmart.requests.RequestOutcome.Declined;
import io.github.iamsmart.requests.RequestOutcome.TimedOut;
import io.github.iamsmart.signin.AuthorizationRequest;
import io.github.iamsmart.signing.DigestAlgorithm;
import io.github.iamsmart.signing.DocumentDigest;
import io.github.iamsmart.signing.SignatureAlgorithm;
import io.github.iamsmart.signing.SigningAnswer;
import io.github.iamsmart.simulator.Fault;
import io.github.iamsmart.simulator.FaultKind;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Bulk signing at the strict gateway, over sockets, with real signatures. */
@Timeout(600)
class BulkSimulatedTest {

    private SimulatedBulkWorld world;
    private BulkSigningApi bulk;
    private AccessToken token;
    private RequestOptions options;
    private BusinessId id;

    @BeforeEach
    void signIn() throws IOException {
        world = new SimulatedBulkWorld();
        bulk = world.bulk;
        token = world.signIn();
        options = world.options().build();
        id = options.businessId();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aThousandHashesAndPdfsAreCompleteOnceInWhateverOrderTheyCome() {
        BulkSigningRequest request = initiated(SimulatedBulkWorld.request(1000).signaturesInACallback(91));
        world.simulator.inject(Fault.of(FaultKind.CALLBACK_REORDER).times(4));
        world.simulator.inject(Fault.of(FaultKind.CALLBACK_DUPLICATE).times(3));
        world.simulator.inject(Fault.of(FaultKind.BULK_FILE_SEALED).times(2));
        world.simulator.inject(Fault.of(FaultKind.BULK_FILE_WITH_BRACES).times(3));
        world.simulator.inject(Fault.of(FaultKind.CALLBACK_NEW_CEK));
        world.simulator.inject(Fault.of(FaultKind.CALLBACK_BARE_CONTENT));

        world.sign(id);

        List<CallbackResult> results = world.next(11 + 3);
        assertThat(results).filteredOn(Accepted.class::isInstance).hasSize(11);
        assertThat(results).filteredOn(Duplicate.class::isInstance).hasSize(3);
        assertThat(world.delivered())
                .singleElement()
                .isInstanceOfSatisfying(
                        Completed.class,
                        outcome -> assertThat(outcome.result())
                                .isEqualTo(new BulkSigningResult(11, Optional.of(1000), Optional.of(0))));
        assertThat(world.delivered()).isEmpty();
        BulkVerification verification = world.verify(id, request);
        assertThat(verification.reports()).hasSize(1000);
        assertThat(verification.passed()).isTrue();

        bulk.acknowledge(id, SigningAnswer.ACCEPTED);

        assertThat(world.request(id).acknowledged()).contains("SR001");
        assertThat(bulk.status(handle())).isEqualTo(BulkSigningStatus.COMPLETED);
    }

    @Test
    void hashesThatWereSignedWithSm2AreVerifiedOverTheirSm3() {
        DocumentDigest first = DocumentDigest.of(new byte[] {1}, DigestAlgorithm.SM3);
        DocumentDigest second = DocumentDigest.of(new byte[] {2}, DigestAlgorithm.SM3);
        BulkSigningRequest request = initiated(BulkSigningRequest.builder()
                .serviceName("Beach permits")
                .requestName("Permits")
                .documents(List.of(
                        new BulkDocument.Hash("P-0", "Permit 0", first, SignatureAlgorithm.SM3_WITH_SM2),
                        new BulkDocument.Hash("P-1", "Permit 1", second, SignatureAlgorithm.NONE_WITH_SM2),
                        BulkDocument.pdf("P-2", "Permit 2", DocumentDigest.of(new byte[] {3})))));

        world.sign(id);

        world.delivered();
        BulkVerification verification = world.verify(id, request);
        assertThat(verification.reports()).hasSize(3);
        assertThat(verification.passed()).as(verification.toString()).isTrue();
    }

    @Test
    void aDocumentThatCannotBeSignedIsMissingAndAnotherSignatureIsWrong() {
        BulkSigningRequest request = initiated(SimulatedBulkWorld.request(6).signaturesInACallback(2));
        world.simulator.inject(Fault.of(FaultKind.BULK_DOCUMENT_UNSIGNED));
        world.simulator.inject(Fault.of(FaultKind.SIGNATURE_WRONG));

        world.sign(id);

        assertThat(world.delivered())
                .singleElement()
                .isInstanceOfSatisfying(
                        Completed.class,
                        outcome -> assertThat(outcome.result())
                                .isEqualTo(new BulkSigningResult(3, Optional.of(6), Optional.of(1))));
        BulkVerification verification = world.verify(id, request);
        assertThat(verification.missing()).containsExactly("P-0");
        assertThat(verification.reports().get("P-1").passed()).isFalse();
        assertThat(verification.reports().get("P-2").passed()).isTrue();

        bulk.acknowledge(id, verification.answers());

        assertThat(world.progress(id).acknowledged())
                .hasSize(6)
                .containsEntry("P-0", "SR003")
                .containsEntry("P-1", "SR002")
                .containsEntry("P-2", "SR001");
    }

    @Test
    void aCallbackOfSomebodyElsesCertificateIsRejectedAndTheOthersPass() {
        BulkSigningRequest request = initiated(SimulatedBulkWorld.request(6).signaturesInACallback(3));
        world.simulator.inject(Fault.of(FaultKind.SIGNATURE_FOREIGN_CERTIFICATE));

        world.sign(id);

        assertThat(world.verify(id, request).answers())
                .containsEntry("P-0", SigningAnswer.REJECTED)
                .containsEntry("P-2", SigningAnswer.REJECTED)
                .containsEntry("P-3", SigningAnswer.ACCEPTED)
                .containsEntry("P-5", SigningAnswer.ACCEPTED);
    }

    @Test
    void whatCameBeforeTheTimeWasUpIsNotLostWhenACallbackIsMissing() {
        BulkSigningRequest request = initiated(SimulatedBulkWorld.request(6).signaturesInACallback(2));
        world.simulator.inject(Fault.of(FaultKind.CALLBACK_DROP));

        world.sign(id);

        assertThat(world.delivered()).isEmpty();
        assertThat(bulk.progress(id).announced()).isEqualTo(3);
        assertThat(bulk.progress(id).received()).containsExactly(2, 3);
        assertThat(bulk.status(handle())).isEqualTo(BulkSigningStatus.COMPLETED);
        world.clock.advance(Duration.ofMinutes(18));
        assertThat(world.delivered()).singleElement().isInstanceOf(TimedOut.class);
        BulkVerification verification = world.verify(id, request);
        assertThat(verification.missing()).containsExactly("P-0", "P-1");
        assertThat(verification.reports())
                .hasSize(4)
                .allSatisfy((document, report) -> assertThat(report.passed()).isTrue());
        bulk.acknowledge(id, verification.answers());
        assertThat(world.progress(id).acknowledged())
                .containsEntry("P-1", "SR003")
                .containsEntry("P-5", "SR001");
    }

    @Test
    void aCallbackThatComesAfterTheTimeIsStillKept() {
        BulkSigningRequest request = initiated(SimulatedBulkWorld.request(6).signaturesInACallback(2));
        world.simulator.inject(Fault.of(FaultKind.CALLBACK_DELAY).delay(Duration.ofMinutes(20)));
        world.simulator.approve(world.request(id).ticketId());
        assertThat(world.next(2)).hasOnlyElementsOfType(Accepted.class);
        assertThat(bulk.status(handle())).isEqualTo(BulkSigningStatus.IN_PROGRESS);
        world.clock.advance(Duration.ofMinutes(18));
        assertThat(world.delivered()).singleElement().isInstanceOf(TimedOut.class);

        world.simulator.advance(Duration.ofMinutes(2));

        assertThat(world.next()).isInstanceOf(Accepted.class);
        assertThat(world.delivered()).isEmpty();
        assertThat(world.verify(id, request).passed()).isTrue();
    }

    @Test
    void isCancelledBeforeTheUserBeginsAndNotAfterwards() {
        initiated(SimulatedBulkWorld.request(2));
        assertThat(bulk.status(handle())).isEqualTo(BulkSigningStatus.PENDING);
        RequestOptions second = world.options().build();
        bulk.initiate(token, SimulatedBulkWorld.request(2).build(), second);
        world.next();
        world.simulator.begin(world.request(second.businessId()).ticketId());

        bulk.cancel(handle());

        assertThat(bulk.status(handle())).isEqualTo(BulkSigningStatus.CANCELLED);
        assertThat(world.delivered())
                .singleElement()
                .isInstanceOfSatisfying(
                        Declined.class,
                        declined -> assertThat(declined.code()).isEqualTo(ErrorCode.BULK_SIGNING_CANCELLED));
        BulkSigningHandle begun =
                bulk.handle(second.businessId(), token.tokenisedId()).orElseThrow();
        assertThat(bulk.status(begun)).isEqualTo(BulkSigningStatus.IN_PROGRESS);
        assertThatThrownBy(() -> bulk.cancel(begun))
                .isInstanceOfSatisfying(
                        GatewayException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.BULK_SIGNING_NOT_PENDING));
        world.sign(second.businessId());
        assertThat(world.delivered()).singleElement().isInstanceOf(Completed.class);
    }

    @Test
    void aRefusalEndsItAndIsAcknowledged() {
        initiated(SimulatedBulkWorld.request(2));

        world.simulator.reject(world.request(id).ticketId());

        assertThat(world.next()).isInstanceOf(Accepted.class);
        assertThat(world.delivered()).singleElement().isInstanceOf(Declined.class);
        assertThat(bulk.status(handle())).isEqualTo(BulkSigningStatus.FAILED);
        bulk.acknowledge(id, SigningAnswer.NOTHING_RECEIVED);
        assertThat(world.request(id).acknowledged()).contains("SR003");
        assertThatThrownBy(() -> bulk.acknowledge(id, SigningAnswer.NOTHING_RECEIVED))
                .isInstanceOfSatisfying(
                        GatewayException.class,
                        e -> assertThat(e.code().value()).isEqualTo("D71006"));
    }

    @Test
    void everythingMayComeBeforeTheAnswer() {
        world.simulator.inject(Fault.of(FaultKind.CALLBACK_BEFORE_ANSWER));

        BulkSigningRequest request = initiated(SimulatedBulkWorld.request(4).signaturesInACallback(2));

        assertThat(world.next(2)).hasOnlyElementsOfType(Accepted.class);
        assertThat(world.delivered()).singleElement().isInstanceOf(Completed.class);
        assertThat(world.verify(id, request).passed()).isTrue();
    }

    @Test
    void withoutTheTokenThereIsNoHandleAndTheSignaturesComeAllTheSame() {
        world.simulator.inject(Fault.of(FaultKind.BULK_TOKEN_DROP));
        bulk.initiate(token, SimulatedBulkWorld.request(2).build(), options);

        world.sign(id);

        assertThat(world.next()).isInstanceOf(Accepted.class);
        assertThat(world.delivered()).singleElement().isInstanceOf(Completed.class);
        assertThat(bulk.handle(id, token.tokenisedId())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {"CALLBACK_TAMPERED_TAG", "CALLBACK_WRONG_STATE"})
    void aCallbackThatIsNotGenuineIsRefusedAndCountsForNothing(FaultKind fault) {
        initiated(SimulatedBulkWorld.request(4).signaturesInACallback(2));
        world.simulator.inject(Fault.of(fault));

        world.sign(id);

        assertThat(world.next()).isInstanceOf(Refused.class);
        assertThat(world.next()).isInstanceOf(Accepted.class);
        assertThat(world.delivered()).isEmpty();
        assertThat(bulk.progress(id).received()).containsExactly(2);
    }

    @ParameterizedTest
    @CsvSource({"true, plus", "false, village-lot"})
    void somebodyWhoHasNotSignedInSignsOrNot(boolean signs, String persona) {
        BulkSigningRequest request = SimulatedBulkWorld.request(6)
                .signaturesInACallback(4)
                .signer(Hkic.of("B000002(2)"))
                .build();
        RequestOptions anonymous =
                world.options().redirectUri(SimulatedBulkWorld.REDIRECT).build();
        AnonymousRequest begun = bulk.initiateAnonymous(request, anonymous);

        Optional<BulkSigningHandle> handle = bulk.completeAnonymous(
                world.browse(AuthorizationRequest.of(begun), persona), begun.businessId(), begun.state());

        assertThat(handle.isPresent()).isEqualTo(signs);
        if (!signs) {
            RequestOutcome<?> outcome = world.delivered().get(0);
            assertThat(outcome).isNotInstanceOf(Completed.class);
            return;
        }
        world.awaitSent(begun.businessId());
        assertThat(world.next(2)).hasOnlyElementsOfType(Accepted.class);
        assertThat(world.delivered()).singleElement().isInstanceOf(Completed.class);
        BulkVerification verification = world.verify(begun.businessId(), request);
        assertThat(verification.reports()).hasSize(6);
        assertThat(bulk.status(handle.orElseThrow())).isEqualTo(BulkSigningStatus.COMPLETED);
        bulk.acknowledge(begun.businessId(), verification.answers());
        assertThat(world.progress(begun.businessId()).acknowledged()).hasSize(6);
    }

    /** The gateway has accepted it, and its token has come. */
    private BulkSigningRequest initiated(BulkSigningRequest.Builder builder) {
        BulkSigningRequest request = builder.build();
        bulk.initiate(token, request, options);
        assertThat(world.next()).isInstanceOf(Accepted.class);
        return request;
    }

    private BulkSigningHandle handle() {
        return bulk.handle(id, token.tokenisedId()).orElseThrow();
    }
}
