package io.github.iamsmart.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iamsmart.FlowWorld;
import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.identity.Hkic;
import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.requests.AnonymousRequest;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.requests.RequestOutcome.Declined;
import io.github.iamsmart.requests.RequestOutcome.TimedOut;
import io.github.iamsmart.signin.AuthorizationRedirect;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnonymousSigningTest {

    private static final String HASH = "/api/v1/anonymous/signing/";
    private static final String PDF = "/api/v1/anonymous/pdfsigning/";
    private static final DocumentDigest DIGEST = new DocumentDigest("LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=");
    private static final SigningDetails DETAILS =
            SigningDetails.builder().signer(Hkic.of("A123456(3)")).build();

    private final FlowWorld world = new FlowWorld();
    private final SigningApi signing = world.client.signing();
    private final RequestOptions options =
            RequestOptions.builder().redirectUri(FlowWorld.REDIRECT).build();

    @BeforeEach
    void answer() {
        answer(world);
    }

    private static void answer(FlowWorld world) {
        world.answers(HASH + "initiateRequest", "{\"ticketID\":\"" + FlowWorld.TICKET + "\"}");
        world.answers(PDF + "initiateRequest", "{\"ticketID\":\"" + FlowWorld.TICKET + "\"}");
        world.answers("/api/v1/auth/getToken", """
                {"accessToken":"canary-anonymous-token","tokenType":"Bearer","issueAt":%d,"expiresIn":14400000,
                 "openID":"an%%2Bopen%%3DID","scope":"eidapi_sign"}""".formatted(world.clock.millis()));
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private AuthorizationRedirect redirect(String query) {
        return world.client
                .signIn()
                .parseRedirect(query + "&state=" + options.state().value() + "&businessID=" + options.businessId());
    }

    private String result(String members) {
        return "{\"businessID\":\"" + options.businessId() + "\",\"state\":\""
                + options.state().value() + "\"," + members + "}";
    }

    @Test
    void sendsNeitherTokenNorUser() {
        signing.initiateAnonymousHash(new HashSigningRequest(DIGEST, DETAILS), options);

        JsonNode sent = world.received(HASH + "initiateRequest").get(0);
        assertThat(sent.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "hashCode", "sigAlgo", "HKICHash", "redirectURI", "businessID", "source", "state", "lang");
    }

    @Test
    void mustNameTheSigner() {
        SigningDetails nobody = SigningDetails.builder().build();

        assertThatThrownBy(() -> signing.initiateAnonymousHash(new HashSigningRequest(DIGEST, nobody), options))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("signer(Hkic)");
        assertThatThrownBy(() -> signing.initiateAnonymousPdf(new PdfSigningRequest(DIGEST, nobody), options))
                .isInstanceOf(InvalidRequestException.class);
        assertThat(world.received(HASH + "initiateRequest")).isEmpty();
        assertThat(world.received(PDF + "initiateRequest")).isEmpty();
    }

    @Test
    void asksForTheScopesThatTheSigningNeeds() {
        AnonymousRequest plain = signing.initiateAnonymousHash(new HashSigningRequest(DIGEST, DETAILS), options);
        SigningDetails checked =
                DETAILS.toBuilder().stepUp(StepUp.by(StepUp.Method.FACE)).build();
        AnonymousRequest stepUp = signing.initiateAnonymousPdf(
                new PdfSigningRequest(DIGEST, checked),
                RequestOptions.builder().redirectUri(FlowWorld.REDIRECT).build());

        assertThat(plain.scopes()).containsExactly(Scope.SIGN);
        assertThat(stepUp.scopes()).containsExactlyInAnyOrder(Scope.SIGN, Scope.STEP_UP);
    }

    @Test
    void opensTheAppOnTheSameDevice() {
        AnonymousRequest hash = signing.initiateAnonymousHash(new HashSigningRequest(DIGEST, DETAILS), options);
        AnonymousRequest pdf = signing.initiateAnonymousPdf(
                new PdfSigningRequest(DIGEST, DETAILS),
                RequestOptions.builder().redirectUri(FlowWorld.REDIRECT).build());

        assertThat(List.of(hash.appLink(), pdf.appLink()))
                .containsOnly(URI.create("hk.gov.iamsmart.testapp://auth?ticketID=" + FlowWorld.TICKET));
    }

    @Test
    void fetchesTheSignedHashWhenTheBrowserComesBack() {
        signing.initiateAnonymousHash(new HashSigningRequest(DIGEST, DETAILS), options);
        world.answers(HASH + "getResult", result("\"hashCode\":\"" + DIGEST + "\",\"signature\":\"AQID\""));

        RequestOutcome<HashSigningResult> outcome =
                signing.completeAnonymousHash(redirect("code=c"), options.businessId(), options.state());

        assertThat(FlowWorld.result(outcome, HashSigningResult.class).signature())
                .containsExactly(1, 2, 3);
        assertThat(world.delivered())
                .singleElement()
                .satisfies(it -> assertThat(it.request().kind()).isEqualTo("anonymous-hash-signing"));
    }

    @Test
    void fetchesTheSignatureOfAPdfWhenTheBrowserComesBack() {
        signing.initiateAnonymousPdf(new PdfSigningRequest(DIGEST, DETAILS), options);
        world.answers(PDF + "getResult", result("\"docDigest\":\"" + DIGEST + "\",\"pdfSignature\":\"AQID\""));

        RequestOutcome<PdfSigningResult> outcome =
                signing.completeAnonymousPdf(redirect("code=c"), options.businessId(), options.state());

        assertThat(FlowWorld.result(outcome, PdfSigningResult.class).pdfSignature())
                .containsExactly(1, 2, 3);
    }

    /** The texts of the sister system require it. */
    @Test
    void fetchesTheResultWithTheBusinessId() {
        complete(world);

        for (String path : List.of(HASH + "getResult", PDF + "getResult")) {
            JsonNode sent = world.received(path).get(0);
            assertThat(sent.fieldNames()).toIterable().containsExactlyInAnyOrder("accessToken", "openID", "businessID");
            assertThat(world.received(path.replace("getResult", "initiateRequest"))
                            .get(0)
                            .get("businessID"))
                    .isEqualTo(sent.get("businessID"));
        }
    }

    @Test
    void leavesTheBusinessIdOutOfOneFlowWhereConfigured() {
        try (FlowWorld other =
                new FlowWorld(builder -> builder.businessIdInGetResult(SigningApi.ANONYMOUS_HASH_KIND, false))) {
            answer(other);

            complete(other);

            assertThat(other.received(HASH + "getResult").get(0).has("businessID"))
                    .isFalse();
            assertThat(other.received(PDF + "getResult").get(0).has("businessID"))
                    .isTrue();
        }
    }

    private void complete(FlowWorld of) {
        SigningApi api = of.client.signing();
        RequestOptions other =
                RequestOptions.builder().redirectUri(FlowWorld.REDIRECT).build();
        of.answers(HASH + "getResult", "{}");
        of.answers(PDF + "getResult", "{}");
        api.initiateAnonymousHash(new HashSigningRequest(DIGEST, DETAILS), options);
        api.initiateAnonymousPdf(new PdfSigningRequest(DIGEST, DETAILS), other);
        api.completeAnonymousHash(redirect("code=c"), options.businessId(), options.state());
        api.completeAnonymousPdf(
                of.client.signIn().parseRedirect("code=d&state=" + other.state().value()),
                other.businessId(),
                other.state());
    }

    @Test
    void tellsThatTheHkicIsAnotherOne() {
        signing.initiateAnonymousHash(new HashSigningRequest(DIGEST, DETAILS), options);
        world.refuses(HASH + "getResult", "D70005");

        RequestOutcome<HashSigningResult> outcome =
                signing.completeAnonymousHash(redirect("code=c"), options.businessId(), options.state());

        assertThat(outcome).isEqualTo(new RequestOutcome.Failed<>(outcome.request(), ErrorCode.of("D70005")));
    }

    @Test
    void tellsThatTheUserDeclined() {
        signing.initiateAnonymousPdf(new PdfSigningRequest(DIGEST, DETAILS), options);

        assertThat(signing.completeAnonymousPdf(redirect("error_code=D70001"), options.businessId(), options.state()))
                .isInstanceOf(Declined.class);
    }

    @Test
    void endsAfterTwelveMinutes() {
        AnonymousRequest request = signing.initiateAnonymousHash(new HashSigningRequest(DIGEST, DETAILS), options);

        assertThat(request.expiresAt()).isEqualTo(world.clock.instant().plus(Duration.ofMinutes(12)));
        world.clock.advance(Duration.ofMinutes(12).minusMillis(1));
        assertThat(world.delivered()).isEmpty();
        world.clock.advance(Duration.ofMillis(1));
        assertThat(world.delivered()).singleElement().isInstanceOf(TimedOut.class);
    }
}
