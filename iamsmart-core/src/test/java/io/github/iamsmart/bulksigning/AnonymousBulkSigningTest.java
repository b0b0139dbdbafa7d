package io.github.iamsmart.bulksigning;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.FlowWorld;
import io.github.iamsmart.StubGateway;
import io.github.iamsmart.StubKey;
import io.github.iamsmart.bulksigning.BulkWorld.Style;
import io.github.iamsmart.callback.CallbackResult.Accepted;
import io.github.iamsmart.callback.CallbackResult.Refused;
import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.error.TransportException;
import io.github.iamsmart.identity.Hkic;
import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.identity.TokenisedId;
import io.github.iamsmart.requests.AnonymousRequest;
import io.github.iamsmart.requests.AnswerProgress;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.requests.RequestOutcome.Completed;
import io.github.iamsmart.requests.RequestOutcome.Declined;
import io.github.iamsmart.requests.State;
import io.github.iamsmart.requests.store.AnswerPart;
import io.github.iamsmart.requests.store.AnswerPartStore;
import io.github.iamsmart.requests.store.MemoryAnswerPartStore;
import io.github.iamsmart.signin.AuthorizationRedirect;
import io.github.iamsmart.signing.StepUp;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnonymousBulkSigningTest {

    private static final String PREFIX = "/api/v1/anonymous/bdss/";

    private final FlakyStore store = new FlakyStore();
    private final BulkWorld world = new BulkWorld(2, builder -> builder.answerPartStore(store));
    private final FlowWorld flow = world.flow;
    private final RequestOptions options =
            world.options.toBuilder().redirectUri(FlowWorld.REDIRECT).build();
    private final BulkSigningRequest request =
            world.request.toBuilder().signer(Hkic.of("A123456(3)")).build();

    @BeforeEach
    void answer() {
        flow.answers(PREFIX + "initiateRequest", "{\"ticketID\":\"" + FlowWorld.TICKET + "\"}");
        flow.answers(PREFIX + "getBSQCToken", "{\"BSQCToken\":\"canary-bsqc\"}");
        flow.answers("/api/v1/auth/getToken", """
                {"accessToken":"canary-anonymous-token","tokenType":"Bearer","issueAt":%d,"expiresIn":14400000,
                 "openID":"an%%2Bopen%%3DID","scope":"eidapi_bulksign"}""".formatted(flow.clock.millis()));
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private AuthorizationRedirect redirect(String query) {
        return flow.client
                .signIn()
                .parseRedirect(query + "&state=" + options.state().value() + "&businessID=" + options.businessId());
    }

    private byte[] signatures() {
        return world.callback(BulkWorld.entries(2), 1, 1, Style.SEALED_WITHOUT_BRACES);
    }

    @Test
    void sendsNeitherTokenNorUserAndAsksForTheScope() {
        AnonymousRequest anonymous = world.bulk.initiateAnonymous(request, options);

        assertThat(anonymous.scopes()).containsExactly(Scope.BULK_SIGN);
        assertThat(anonymous.appLink())
                .isEqualTo(URI.create("hk.gov.iamsmart.testapp://auth?ticketID=" + FlowWorld.TICKET));
        assertThat(flow.received(PREFIX + "initiateRequest").get(0).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "callbackResultURI",
                        "serviceName",
                        "requestName",
                        "maxCallbackSigs",
                        "HKICHash",
                        "documents",
                        "redirectURI",
                        "businessID",
                        "source",
                        "state",
                        "lang");
        assertThat(world.bulk
                        .initiateAnonymous(
                                request.toBuilder()
                                        .stepUp(StepUp.by(StepUp.Method.FACE))
                                        .build(),
                                FlowWorld.options()
                                        .redirectUri(FlowWorld.REDIRECT)
                                        .build())
                        .scopes())
                .containsExactlyInAnyOrder(Scope.BULK_SIGN, Scope.STEP_UP);
    }

    @Test
    void mustNameTheSignerAndWhereTheSignaturesGo() {
        RequestOptions noCallback =
                RequestOptions.builder().redirectUri(FlowWorld.REDIRECT).build();

        assertThatThrownBy(() -> world.bulk.initiateAnonymous(world.request, options))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("signer(Hkic)");
        assertThatThrownBy(() -> world.bulk.initiateAnonymous(request, noCallback))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("resultUri");
        assertThat(flow.received(PREFIX + "initiateRequest")).isEmpty();
    }

    @Test
    void fetchesTheTokenAndThenWaitsForTheSignatures() {
        world.bulk.initiateAnonymous(request, options);

        Optional<BulkSigningHandle> handle =
                world.bulk.completeAnonymous(redirect("code=c"), options.businessId(), options.state());

        assertThat(handle).hasValueSatisfying(it -> {
            assertThat(it.token()).isEqualTo(new BulkSigningToken("canary-bsqc"));
            assertThat(it.tokenisedId().value()).isEqualTo("an%2Bopen%3DID");
        });
        assertThat(flow.received(PREFIX + "getBSQCToken")).singleElement().hasToString("""
                {"accessToken":"canary-anonymous-token","openID":"an%2Bopen%3DID"}""");
        assertThat(world.bulk.handle(options.businessId(), TokenisedId.of("an%2Bopen%3DID")))
                .as("what was lost is there again")
                .isEqualTo(handle);
        assertThat(flow.delivered()).isEmpty();
        assertThat(world.post(signatures())).isInstanceOf(Accepted.class);
        assertThat(flow.delivered()).singleElement().satisfies(outcome -> {
            assertThat(outcome).isInstanceOf(Completed.class);
            assertThat(outcome.request().kind()).isEqualTo("anonymous-bulk-signing");
        });
        assertThat(world.verified().passed()).isTrue();
    }

    /** What cannot be read must not take the place of what can. */
    @Test
    void anUnreadableTokenLeavesRoomForTheReadableOne() {
        world.bulk.initiateAnonymous(request, options);
        for (String unreadable : List.of("{\"foo\":1}", "[1]", "{\"BSQCToken\":\"\"}", "{\"BSQCToken\":null}")) {
            flow.answers(PREFIX + "getBSQCToken", unreadable);

            assertThatThrownBy(() ->
                            world.bulk.completeAnonymous(redirect("code=c"), options.businessId(), options.state()))
                    .isInstanceOf(ProtocolException.class);
        }
        assertThat(world.postJson("D00000", world.content("\"BSQCToken\":\"\"")))
                .isInstanceOf(Refused.class);
        assertThat(world.postJson("D00000", world.content("\"BSQCToken\":\"good\"")))
                .isInstanceOf(Accepted.class);

        assertThat(world.bulk.handle(options.businessId(), TokenisedId.of("id")))
                .map(BulkSigningHandle::token)
                .contains(new BulkSigningToken("good"));
    }

    @Test
    void believesNoKeyThatOnlyCameAlongBecauseTheBrowserKnowsTheState() {
        world.bulk.initiateAnonymous(request, options);
        StubKey forged = StubKey.of(7, flow.clock.instant());

        assertThat(world.postJson(forged, "D71002", world.content("\"x\":1"))).isInstanceOf(Refused.class);
        assertThat(world.post(BulkWorld.multipart(forged.callback("D00000", world.metadata(1, 1)), new byte[0])))
                .isInstanceOf(Refused.class);
        assertThat(world.post(signatures())).isInstanceOf(Accepted.class);
    }

    /** Whether that key is the gateway's is not known yet, and only the gateway's counts: it must come again. */
    @Test
    void losesNothingUnderAKeyThatCannotBeHadYet() {
        world.bulk.initiateAnonymous(request, options);
        StubKey next = StubKey.of(7, flow.clock.instant());
        byte[] callback = BulkWorld.multipart(next.callback("D00000", world.metadata(1, 1)), new byte[0]);
        flow.gateway.answer(StubGateway.GET_KEY, aResponse().withStatus(502));

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> world.post(callback)).isInstanceOf(TransportException.class);
        }
        assertThat(world.postJson(next, "D00000", "{\"businessID\":\"" + options.businessId() + "\",\"state\":\"x\"}"))
                .as("of no request")
                .isInstanceOf(Refused.class);

        flow.gateway.answer(StubGateway.GET_KEY, okJson(next.answer()));
        flow.clock.advance(Duration.ofSeconds(10));
        assertThat(world.post(callback)).isInstanceOf(Accepted.class);
    }

    @Test
    void endsWhenTheUserGoesAway() {
        world.bulk.initiateAnonymous(request, options);

        assertThat(world.bulk.completeAnonymous(redirect("error_code=D71001"), options.businessId(), options.state()))
                .isEmpty();
        assertThat(flow.delivered()).singleElement().isInstanceOf(Declined.class);
        assertThatThrownBy(
                        () -> world.bulk.completeAnonymous(redirect("code=c"), options.businessId(), options.state()))
                .isInstanceOf(ProtocolException.class);
    }

    @Test
    void staysOpenWhenTheTokenCannotBeFetched() {
        world.bulk.initiateAnonymous(request, options);
        flow.refuses(PREFIX + "getBSQCToken", "D71008");

        assertThatThrownBy(
                        () -> world.bulk.completeAnonymous(redirect("code=c"), options.businessId(), options.state()))
                .hasMessageContaining("D71008");
        assertThat(world.post(signatures())).isInstanceOf(Accepted.class);
        assertThat(flow.delivered()).singleElement().isInstanceOf(Completed.class);
    }

    @Test
    void aTokenThatCannotBeKeptIsReturnedAllTheSame() {
        world.bulk.initiateAnonymous(request, options);
        store.broken = true;

        Optional<BulkSigningHandle> handle =
                world.bulk.completeAnonymous(redirect("code=c"), options.businessId(), options.state());

        assertThat(handle).map(BulkSigningHandle::token).contains(new BulkSigningToken("canary-bsqc"));
        assertThat(world.bulk.handle(options.businessId(), TokenisedId.of("an%2Bopen%3DID")))
                .isEmpty();
    }

    @Test
    void takesNoRedirectOfAnotherBrowser() {
        world.bulk.initiateAnonymous(request, options);

        assertThatThrownBy(() -> world.bulk.completeAnonymous(redirect("code=c"), options.businessId(), State.random()))
                .isInstanceOf(ProtocolException.class);
        assertThat(flow.received("/api/v1/auth/getToken")).isEmpty();
    }

    /** Keeps parts until it is broken. */
    private static final class FlakyStore implements AnswerPartStore {

        private final AnswerPartStore parts = new MemoryAnswerPartStore();
        private boolean broken;

        @Override
        public boolean add(AnswerPart part) {
            if (broken) {
                throw new IllegalStateException("no database");
            }
            return parts.add(part);
        }

        @Override
        public Optional<AnswerPart> find(BusinessId businessId, int sequence) {
            return parts.find(businessId, sequence);
        }

        @Override
        public AnswerProgress progress(BusinessId businessId) {
            return parts.progress(businessId);
        }

        @Override
        public void remove(BusinessId businessId) {
            parts.remove(businessId);
        }
    }
}
