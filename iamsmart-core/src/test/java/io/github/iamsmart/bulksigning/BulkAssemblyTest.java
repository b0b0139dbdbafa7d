package io.github.iamsmart.bulksigning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.FlowWorld;
import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.IamSmartClientBuilder;
import io.github.iamsmart.StubKey;
import io.github.iamsmart.bulksigning.BulkWorld.Style;
import io.github.iamsmart.callback.CallbackResult.Accepted;
import io.github.iamsmart.callback.CallbackResult.Duplicate;
import io.github.iamsmart.callback.CallbackResult.Refused;
import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.error.GatewayException;
import io.github.iamsmart.error.StoreException;
import io.github.iamsmart.requests.AnswerProgress;
import io.github.iamsmart.requests.PartReader.Part;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.requests.RequestOutcome.TimedOut;
import io.github.iamsmart.requests.store.MemoryAnswerPartStore;
import io.github.iamsmart.requests.store.MemoryRequestStore;
import io.github.iamsmart.signing.SigningAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BulkAssemblyTest {

    private static final List<String> THOUSAND = BulkWorld.entries(1000);

    @ParameterizedTest
    @CsvSource({"1, SEALED_WITHOUT_BRACES", "7, CLEAR_WITHOUT_BRACES", "1000, CLEAR_WITH_BRACES"})
    void isCompleteOnceHoweverItsCallbacksCome(int callbacks, Style style) {
        try (BulkWorld world = new BulkWorld(1000).initiated()) {
            List<byte[]> doubled = new ArrayList<>(world.callbacks(THOUSAND, callbacks, style));
            doubled.addAll(doubled);
            Collections.shuffle(doubled, new Random(callbacks));

            long accepted = doubled.stream()
                    .map(world::post)
                    .filter(Accepted.class::isInstance)
                    .count();

            assertThat(accepted).isEqualTo(callbacks);
            assertThat(world.flow.delivered())
                    .singleElement()
                    .satisfies(outcome -> assertThat(FlowWorld.result(outcome, BulkSigningResult.class))
                            .isEqualTo(new BulkSigningResult(callbacks, Optional.of(1000), Optional.of(0))));
            assertThat(world.flow.delivered()).isEmpty();
            BulkVerification verification = world.verified();
            assertThat(verification.reports()).hasSize(1000);
            assertThat(verification.passed()).isTrue();
            assertThat(verification.answers()).hasSize(1000).containsEntry("P-999", SigningAnswer.ACCEPTED);
        }
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void readsTheSignaturesHoweverTheyAreWritten(Style style) {
        try (BulkWorld world = new BulkWorld(2).initiated()) {
            assertThat(world.post(world.callback(THOUSAND.subList(0, 2), 1, 1, style)))
                    .isInstanceOf(Accepted.class);

            assertThat(world.verified().passed()).isTrue();
        }
    }

    @Test
    void endsAsTimedOutAndLosesNothingWhenOneCallbackIsMissing() {
        try (BulkWorld world = new BulkWorld(6).initiated()) {
            List<byte[]> callbacks = world.callbacks(THOUSAND.subList(0, 6), 3, Style.SEALED_WITHOUT_BRACES);
            world.postJson("D00000", world.content("\"BSQCToken\":\"canary-bsqc\""));
            world.post(callbacks.get(2));
            world.post(callbacks.get(0));
            assertThat(world.flow.delivered()).isEmpty();
            assertThat(world.bulk.progress(world.options.businessId())).satisfies(progress -> {
                assertThat(progress.isComplete()).isFalse();
                assertThat(progress.announced()).isEqualTo(3);
                assertThat(progress.received()).containsExactly(1, 3);
            });
            world.flow.answers("/api/v1/account/bdss/enquireStatus", "{\"status\":\"SS003\"}");
            assertThat(world.bulk.status(world.bulk
                            .handle(
                                    world.options.businessId(),
                                    FlowWorld.token().tokenisedId())
                            .orElseThrow()))
                    .isEqualTo(BulkSigningStatus.COMPLETED);

            world.flow.clock.advance(Duration.ofMinutes(18));

            assertThat(world.flow.delivered()).singleElement().isInstanceOf(TimedOut.class);
            BulkVerification verification = world.verified();
            assertThat(verification.reports()).containsOnlyKeys("P-0", "P-1", "P-4", "P-5");
            assertThat(verification.missing()).containsExactly("P-2", "P-3");
            assertThat(verification.passed()).isFalse();
            assertThat(verification.answers())
                    .containsEntry("P-0", SigningAnswer.ACCEPTED)
                    .containsEntry("P-2", SigningAnswer.NOTHING_RECEIVED);

            assertThat(world.post(callbacks.get(1))).isInstanceOf(Accepted.class);
            assertThat(world.bulk.progress(world.options.businessId()).isComplete())
                    .isTrue();
            assertThat(world.verified().passed()).isTrue();
            assertThat(world.flow.delivered()).isEmpty();
        }
    }

    @Test
    void isPutTogetherFromCallbacksThatCameToDifferentNodes() {
        MemoryRequestStore requests = new MemoryRequestStore();
        MemoryAnswerPartStore parts = new MemoryAnswerPartStore();
        UnaryOperator<IamSmartClientBuilder> shared =
                builder -> builder.requestStore(requests).answerPartStore(parts);
        try (BulkWorld one = new BulkWorld(4, shared).initiated();
                IamSmartClient other = shared.apply(one.flow.gateway.client().clock(one.flow.clock))
                        .build()) {
            List<byte[]> callbacks = one.callbacks(THOUSAND.subList(0, 4), 4, Style.SEALED_WITHOUT_BRACES);

            one.post(callbacks.get(2));
            BulkWorld.post(other, callbacks.get(0));
            one.post(callbacks.get(1));
            assertThat(one.bulk.progress(one.options.businessId()).received()).containsExactly(1, 2, 3);
            assertThat(BulkWorld.post(other, callbacks.get(2))).isInstanceOf(Duplicate.class);
            assertThat(BulkWorld.post(other, callbacks.get(3))).isInstanceOf(Accepted.class);

            assertThat(one.flow.delivered()).singleElement().isInstanceOf(RequestOutcome.Completed.class);
            assertThat(one.verified().passed()).isTrue();
        }
    }

    @Test
    void keepsTheTokenOfTheFirstCallback() {
        try (BulkWorld world = new BulkWorld(1).initiated()) {
            String token = world.content("\"BSQCToken\":\"canary-bsqc\"");

            assertThat(world.bulk.handle(
                            world.options.businessId(), FlowWorld.token().tokenisedId()))
                    .isEmpty();
            assertThat(world.postJson("D00000", token))
                    .isEqualTo(new Accepted(world.options.businessId(), Optional.of(Part.PRELIMINARY.number())));
            assertThat(world.postJson("D00000", token)).isInstanceOf(Duplicate.class);

            assertThat(world.bulk.handle(
                            world.options.businessId(), FlowWorld.token().tokenisedId()))
                    .map(BulkSigningHandle::token)
                    .contains(new BulkSigningToken("canary-bsqc"));
            assertThat(world.flow.delivered()).isEmpty();
            assertThat(world.bulk.signatures(world.options.businessId())).isEmpty();
        }
    }

    @Test
    void cancelsWithTheTokenOnlyUntilTheUserHasBegun() {
        try (BulkWorld world = new BulkWorld(1).initiated()) {
            world.postJson("D00000", world.content("\"BSQCToken\":\"canary-bsqc\""));
            BulkSigningHandle handle = world.bulk
                    .handle(world.options.businessId(), FlowWorld.token().tokenisedId())
                    .orElseThrow();
            world.flow.refuses("/api/v1/account/bdss/cancelRequest", "D71007");

            assertThatThrownBy(() -> world.bulk.cancel(handle)).isInstanceOf(GatewayException.class);
            world.post(world.callback(THOUSAND.subList(0, 1), 1, 1, Style.CLEAR_WITH_BRACES));

            assertThat(world.flow.delivered()).singleElement().isInstanceOf(RequestOutcome.Completed.class);
        }
    }

    @Test
    void endsWithTheMetadataOfAFailure() {
        try (BulkWorld world = new BulkWorld(1).initiated()) {
            assertThat(world.postJson("D71001", world.content("\"x\":1"))).isInstanceOf(Accepted.class);
            assertThat(world.postJson("D71001", world.content("\"x\":1"))).isInstanceOf(Duplicate.class);

            assertThat(world.flow.delivered())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            RequestOutcome.Declined.class,
                            declined -> assertThat(declined.code()).isEqualTo(ErrorCode.BULK_SIGNING_REJECTED));
        }
    }

    @Test
    void refusesMetadataInClear() {
        try (BulkWorld world = new BulkWorld(1).initiated()) {
            String clear = "{\"txID\":\"1\",\"code\":\"D00000\",\"content\":" + world.metadata(1, 1) + "}";

            assertThat(world.post(BulkWorld.multipart(
                            clear.getBytes(UTF_8), ("\"signatures\":[" + THOUSAND.get(0) + "]").getBytes(UTF_8))))
                    .isInstanceOf(Refused.class);
            assertThat(world.bulk.signatures(world.options.businessId())).isEmpty();
        }
    }

    @Test
    void refusesAPartWithAnotherState() {
        try (BulkWorld world = new BulkWorld(1).initiated()) {
            String other = world.metadata(1, 1).replace(world.options.state().value(), "x".repeat(32));

            assertThat(world.post(BulkWorld.multipart(
                            world.flow.gateway.callback("D00000", other),
                            ("\"signatures\":[" + THOUSAND.get(0) + "]").getBytes(UTF_8))))
                    .isInstanceOf(Refused.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"signatures\":[{\"id\":",
                "\"signatures\":7",
                "\"other\":[]",
                "\"signatures\":[7]",
                "AAAADGFiYw==",
                "AAAAD!",
                "<html>"
            })
    void doesNotLetAPartThatCannotBeReadTakeThePlaceOfAnother(String file) {
        try (BulkWorld world = new BulkWorld(1).initiated()) {
            byte[] metadata = world.flow.gateway.callback("D00000", world.metadata(1, 1));

            assertThat(world.post(BulkWorld.multipart(metadata, file.getBytes(UTF_8))))
                    .isInstanceOf(Refused.class);
            assertThat(world.post(world.callback(THOUSAND.subList(0, 1), 1, 1, Style.CLEAR_WITHOUT_BRACES)))
                    .isInstanceOf(Accepted.class);
            assertThat(world.verified().passed()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"-1, 1", "1001, 1000", "1, 0", "1, 1001"})
    void refusesNumbersThatCannotBe(int sequence, int total) {
        try (BulkWorld world = new BulkWorld(1).initiated()) {
            assertThat(world.post(world.callback(THOUSAND.subList(0, 1), sequence, total, Style.CLEAR_WITHOUT_BRACES)))
                    .isInstanceOf(Refused.class);
        }
    }

    /** What the end of the text is looked for in must not be looked through again from each of its blanks. */
    @Test
    @Timeout(60)
    void refusesMebibytesOfBlanks() {
        try (BulkWorld world = new BulkWorld(2).initiated()) {
            byte[] metadata = world.flow.gateway.callback("D00000", world.metadata(1, 1));
            byte[] blanks = ("AAAADA" + " ".repeat(4 * 1024 * 1024) + "x").getBytes(UTF_8);

            assertThat(world.post(BulkWorld.multipart(metadata, blanks))).isInstanceOf(Refused.class);
        }
    }

    @Test
    void acceptsAPartUnderAKeyThatCameAlongBecauseOfItsState() {
        try (BulkWorld world = new BulkWorld(1).initiated()) {
            StubKey newer = StubKey.of(7, world.flow.clock.instant());

            assertThat(world.postJson(newer, "D00000", world.content("\"BSQCToken\":\"canary-bsqc\"")))
                    .isInstanceOf(Accepted.class);
        }
    }

    @Test
    void forgetsThePartsWithTheRequest() {
        MemoryAnswerPartStore store = new MemoryAnswerPartStore();
        try (BulkWorld world = new BulkWorld(1, builder -> builder.answerPartStore(store)).initiated()) {
            world.post(world.callback(THOUSAND.subList(0, 1), 1, 1, Style.CLEAR_WITHOUT_BRACES));
            world.flow.delivered();
            assertThat(store.progress(world.options.businessId()).received()).containsExactly(1);

            world.flow.clock.advance(Duration.ofHours(2));
            world.flow.delivered();

            assertThat(store.progress(world.options.businessId())).isEqualTo(AnswerProgress.NONE);
        }
    }

    @Test
    void doesNotAcknowledgeWhatItCannotKeep() {
        try (BulkWorld world =
                new BulkWorld(1, builder -> builder.answerPartStore(new MemoryAnswerPartStore(100))).initiated()) {
            byte[] callback = world.callback(THOUSAND.subList(0, 1), 1, 1, Style.CLEAR_WITHOUT_BRACES);

            assertThatThrownBy(() -> world.post(callback)).isInstanceOf(StoreException.class);
        }
    }
}
