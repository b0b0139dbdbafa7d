package io.github.iamsmart.bulksigning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iamsmart.bulksigning.BulkWorld.Style;
import io.github.iamsmart.requests.RequestHandler;
import io.github.iamsmart.requests.RequestInfo;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.requests.RequestOutcome.Completed;
import io.github.iamsmart.requests.RequestOutcome.Declined;
import io.github.iamsmart.requests.RequestOutcome.TimedOut;
import io.github.iamsmart.signing.DocumentDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerifiedBulkSigningTest {

    private static final String ACKNOWLEDGE = "/api/v1/account/bdss/ackResult";
    private static final List<String> THREE = BulkWorld.entries(3);

    private record Handled(RequestOutcome<?> outcome, Optional<BulkVerification> verification) {}

    private final BulkWorld world = new BulkWorld(3).initiated();
    private final List<Handled> handled = new ArrayList<>();
    private final VerifiedBulkSigning handler = handler((outcome, verification) -> {
        handled.add(new Handled(outcome, verification));
    });

    @BeforeEach
    void answer() {
        world.flow.answers(ACKNOWLEDGE, "{}");
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private VerifiedBulkSigning handler(VerifiedBulkSigning.Handler next) {
        return new VerifiedBulkSigning(
                world.bulk, new BulkVerifier(BulkWorld.verifier()), request -> BulkExpectation.of(world.request), next);
    }

    private void deliver() {
        deliver(handler);
    }

    private void deliver(RequestHandler to) {
        world.flow.client.requests().deliverDue(to);
    }

    private List<String> acknowledged() {
        return world.flow.received(ACKNOWLEDGE).stream()
                .map(sent -> sent.path("signatures").isMissingNode()
                        ? sent.path("signingResult").textValue()
                        : byDocument(sent))
                .toList();
    }

    private static String byDocument(JsonNode sent) {
        assertThat(sent.path("signingResult").textValue()).isEmpty();
        StringBuilder answers = new StringBuilder();
        sent.path("signatures")
                .forEach(one -> answers.append(one.path("id").textValue())
                        .append('=')
                        .append(one.path("signingResult").textValue())
                        .append(' '));
        return answers.toString();
    }

    @Test
    void acceptsAllAtOnceWhereAllAreGood() {
        world.post(world.callback(THREE, 1, 1, Style.SEALED_WITHOUT_BRACES));

        deliver();

        assertThat(acknowledged()).containsExactly("SR001");
        assertThat(handled).singleElement().satisfies(it -> {
            assertThat(it.outcome()).isInstanceOf(Completed.class);
            assertThat(it.verification().orElseThrow().passed()).isTrue();
        });
    }

    @Test
    void tellsOfEachDocumentWhereTheyDiffer() {
        String wrong = BulkWorld.entry(1, BulkWorld.signature(DocumentDigest.of("another".getBytes(UTF_8))));
        world.post(world.callback(List.of(THREE.get(0), wrong), 1, 1, Style.SEALED_WITHOUT_BRACES));

        deliver();

        assertThat(acknowledged()).containsExactly("P-0=SR001 P-1=SR002 P-2=SR003 ");
        assertThat(handled)
                .singleElement()
                .satisfies(it ->
                        assertThat(it.verification().orElseThrow().passed()).isFalse());
    }

    @Test
    void judgesWhatCameUntilTheTimeWasUp() {
        world.post(world.callback(THREE.subList(0, 2), 1, 2, Style.SEALED_WITHOUT_BRACES));
        world.flow.clock.advance(Duration.ofMinutes(18));

        deliver();

        assertThat(acknowledged()).containsExactly("P-0=SR001 P-1=SR001 P-2=SR003 ");
        assertThat(handled).singleElement().satisfies(it -> {
            assertThat(it.outcome()).isInstanceOf(TimedOut.class);
            assertThat(it.verification().orElseThrow().missing()).containsExactly("P-2");
        });
    }

    @Test
    void tellsOnceThatNothingCameWhateverTheGatewayMakesOfThat() {
        world.flow.refuses(ACKNOWLEDGE, "D71006");
        world.flow.clock.advance(Duration.ofMinutes(18));

        deliver();
        world.flow.clock.advance(Duration.ofMinutes(1));
        deliver();

        assertThat(acknowledged()).containsExactly("SR003");
        assertThat(handled).hasSize(1);
    }

    @Test
    void acknowledgesARefusalOnceWhateverTheGatewayMakesOfThat() {
        world.flow.refuses(ACKNOWLEDGE, "D71006");
        world.postJson("D71001", world.content("\"x\":1"));

        deliver();
        world.flow.clock.advance(Duration.ofMinutes(1));
        deliver();

        assertThat(acknowledged()).containsExactly("SR003");
        assertThat(handled).singleElement().satisfies(it -> {
            assertThat(it.outcome()).isInstanceOf(Declined.class);
            assertThat(it.verification()).isEmpty();
        });
    }

    @Test
    void sendsAnAcknowledgementAgainThatWasNotProcessed() {
        world.flow.refuses(ACKNOWLEDGE, "D71006");
        world.post(world.callback(THREE, 1, 1, Style.SEALED_WITHOUT_BRACES));
        deliver();

        world.flow.answers(ACKNOWLEDGE, "{}");
        world.flow.clock.advance(Duration.ofMinutes(1));
        deliver();
        world.flow.clock.advance(Duration.ofMinutes(1));
        deliver();

        assertThat(acknowledged()).containsExactly("SR001", "SR001");
        assertThat(handled).hasSize(2);
    }

    @Test
    void tellsNothingWhileTheApplicationCannotTakeTheSignatures() {
        world.post(world.callback(THREE, 1, 1, Style.SEALED_WITHOUT_BRACES));

        deliver(handler((outcome, verification) -> {
            throw new IllegalStateException("no database");
        }));

        assertThat(acknowledged()).isEmpty();
    }

    @Test
    void letsOutcomesOfOtherKindsPass() throws Exception {
        RequestInfo other =
                new RequestInfo(world.options.businessId(), "profile", Optional.empty(), world.flow.clock.instant());

        handler.handle(new TimedOut<>(other, Optional.empty()));

        assertThat(acknowledged()).isEmpty();
        assertThat(handled)
                .singleElement()
                .satisfies(it -> assertThat(it.verification()).isEmpty());
    }
}
