package io.github.iamsmart.formfilling;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.http.Fault;
import io.github.iamsmart.FlowWorld;
import io.github.iamsmart.callback.CallbackResult;
import io.github.iamsmart.device.Language;
import io.github.iamsmart.device.Source;
import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.error.GatewayException;
import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.error.TransportException;
import io.github.iamsmart.requests.AnonymousRequest;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.requests.RequestOutcome.Completed;
import io.github.iamsmart.requests.RequestOutcome.Declined;
import io.github.iamsmart.requests.RequestOutcome.Failed;
import io.github.iamsmart.requests.RequestOutcome.TimedOut;
import io.github.iamsmart.requests.RequestStatus;
import io.github.iamsmart.requests.State;
import io.github.iamsmart.signin.AuthorizationRedirect;
import io.github.iamsmart.signin.AuthorizationRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class AnonymousFormFillingTest {

    private static final String INITIATE = "/api/v1/anonymous/eme/initiateRequest";
    private static final String GET_TOKEN = "/api/v1/auth/getToken";
    private static final String GET_RESULT = "/api/v1/anonymous/eme/getResult";
    private static final FormFillingRequest REQUEST =
            FormFillingRequest.builder().formFields(FormField.EMAIL_ADDRESS).build();

    private final FlowWorld world = new FlowWorld();
    private final FormFillingApi formFilling = world.client.formFilling();
    private AnonymousRequest request;

    @BeforeEach
    void begin() {
        begin(world, options().build());
    }

    private static RequestOptions.Builder options() {
        return RequestOptions.builder().redirectUri(FlowWorld.REDIRECT).reference("permit-7");
    }

    private void begin(FlowWorld in, RequestOptions options) {
        in.answers(INITIATE, "{\"ticketID\":\"" + FlowWorld.TICKET + "\"}");
        in.answers(GET_TOKEN, """
                {"accessToken":"canary-anonymous-token","tokenType":"Bearer","issueAt":%d,"expiresIn":14400000,
                 "openID":"an%%2Bopen%%3DID","scope":"eidapi_formFilling"}""".formatted(in.clock.millis()));
        request = in.client.formFilling().initiateAnonymous(REQUEST, options);
        in.answers(GET_RESULT, result(request.businessId(), request.state()));
    }

    private static String result(BusinessId businessId, State state) {
        return "{\"businessID\":\"" + businessId + "\",\"state\":\"" + state.value()
                + "\",\"emailAddress\":\"chinan@example.hk\"}";
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private AuthorizationRedirect redirect(String query) {
        return world.client.signIn().parseRedirect(query);
    }

    private AuthorizationRedirect granted() {
        return redirect("code=canary-code&state=" + request.state().value() + "&businessID=" + request.businessId());
    }

    private RequestOutcome<FormFillingResult> complete(AuthorizationRedirect redirect) {
        return formFilling.completeAnonymous(redirect, request.businessId(), request.state());
    }

    private long pending() {
        return world.client.requests().count(RequestStatus.PENDING);
    }

    @Test
    void sendsNeitherTokenNorUser() {
        JsonNode sent = world.received(INITIATE).get(0);

        assertThat(sent.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("eMEFields", "redirectURI", "businessID", "source", "state", "lang");
        assertThat(sent.get("redirectURI").textValue()).isEqualTo(FlowWorld.REDIRECT.toString());
    }

    @Test
    void sendsTheBrowserToThePageWithTheTicket() {
        begin(
                world,
                options().source(Source.IOS_SAFARI).language(Language.ZH_HK).build());

        URI page = world.client.signIn().authorizationUri(AuthorizationRequest.of(request));

        assertThat(page.getPath()).isEqualTo("/api/v1/auth/getQR");
        assertThat(page.getQuery().split("&"))
                .contains(
                        "ticketID=" + FlowWorld.TICKET,
                        "state=" + request.state().value(),
                        "scope=eidapi_formFilling",
                        "redirectURI=" + FlowWorld.REDIRECT,
                        "source=iOS_Safari",
                        "lang=zh-HK",
                        "brokerPage=true");
    }

    @Test
    void opensTheAppOnTheSameDevice() {
        assertThat(request.appLink())
                .isEqualTo(URI.create("hk.gov.iamsmart.testapp://auth?ticketID=" + FlowWorld.TICKET));
        assertThat(request.expiresAt()).isEqualTo(world.clock.instant().plus(Duration.ofMinutes(18)));
        assertThat(request.toString())
                .doesNotContain(FlowWorld.TICKET, request.state().value());
    }

    @Test
    void takesTheReturnOnceWithoutBeingToldTheFlow() {
        world.client.completeAnonymous(granted(), request.businessId(), request.state());
        world.client.completeAnonymous(granted(), request.businessId(), request.state());

        assertThat(world.received(GET_TOKEN)).hasSize(1);
        assertThat(world.received(GET_RESULT)).hasSize(1);
        assertThat(world.client.requests().outcome(request.businessId(), FormFillingApi.ANONYMOUS_KIND))
                .get()
                .isInstanceOf(RequestOutcome.Completed.class);
    }

    @Test
    void takesNoReturnOfAnotherRequestWithoutBeingToldTheFlow() {
        assertThatThrownBy(() -> world.client.completeAnonymous(granted(), BusinessId.random(), request.state()))
                .isInstanceOf(ProtocolException.class);
        State unknown = State.random();
        AuthorizationRedirect redirect = redirect("code=canary-code&state=" + unknown.value());
        assertThatThrownBy(() -> world.client.completeAnonymous(redirect, request.businessId(), unknown))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("No request waits");
        assertThat(world.received(GET_TOKEN)).isEmpty();
    }

    @Test
    void fetchesTheResultWhenTheBrowserComesBack() {
        RequestOutcome<FormFillingResult> outcome = complete(granted());

        assertThat(outcome)
                .extracting(it -> FlowWorld.result(it, FormFillingResult.class))
                .satisfies(
                        it -> assertThat(it.formData().emailAddress()).contains(new EmailAddress("chinan@example.hk")));
        assertThat(world.received(GET_RESULT)).singleElement().hasToString("""
                {"accessToken":"canary-anonymous-token","openID":"an%2Bopen%3DID"}""");
    }

    @Test
    void tellsTheHandlerToo() {
        complete(granted());

        assertThat(world.delivered())
                .singleElement()
                .isInstanceOf(Completed.class)
                .satisfies(outcome -> {
                    assertThat(outcome.request().kind()).isEqualTo("anonymous-form-filling");
                    assertThat(outcome.request().reference()).contains("permit-7");
                });
        assertThat(world.delivered()).isEmpty();
    }

    @Test
    void sendsTheBusinessIdWhereConfigured() {
        try (FlowWorld other =
                new FlowWorld(builder -> builder.businessIdInGetResult(FormFillingApi.ANONYMOUS_KIND, true))) {
            begin(other, options().build());

            other.client.formFilling().completeAnonymous(granted(), request.businessId(), request.state());

            assertThat(other.received(GET_RESULT).get(0).get("businessID").textValue())
                    .isEqualTo(request.businessId().value());
        }
    }

    @Test
    void sendsNoBusinessIdUnlessConfigured() {
        complete(granted());

        assertThat(world.received(GET_RESULT).get(0).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("accessToken", "openID");
    }

    @Test
    void aPageThatIsLoadedAgainGetsTheSameOutcomeWithoutAnotherExchange() {
        complete(granted());
        world.delivered();

        assertThat(complete(granted())).isInstanceOf(Completed.class);

        assertThat(world.received(GET_TOKEN)).hasSize(1);
        assertThat(world.received(GET_RESULT)).hasSize(1);
    }

    @Test
    void exchangesOnceWhenTheRedirectComesSeveralTimesAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<Object> completion = () -> complete(granted());
            List<Future<Object>> futures =
                    threads.invokeAll(Stream.generate(() -> completion).limit(8).toList());

            assertThat(futures).allSatisfy(future -> {
                try {
                    assertThat(future.get()).isInstanceOf(Completed.class);
                } catch (ExecutionException e) {
                    assertThat(e).cause().isInstanceOf(ProtocolException.class).hasMessageContaining("twice");
                }
            });
        } finally {
            threads.shutdownNow();
        }
        assertThat(world.received(GET_TOKEN)).hasSize(1);
        assertThat(world.delivered()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code=c&businessID=%2$s",
                "code=c&state=%1$sx&businessID=%2$s",
                "code=c&state=%1$s&businessID=other"
            })
    void refusesARedirectThatBelongsToSomethingElse(String query) {
        AuthorizationRedirect redirect =
                redirect(query.formatted(request.state().value(), request.businessId()));

        assertThatThrownBy(() -> complete(redirect))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("does not answer the request that this browser started");

        assertThat(world.received(GET_TOKEN)).isEmpty();
        assertThat(pending()).isOne();
    }

    @Test
    void refusesARedirectForARequestThatNobodyBegan() {
        State state = State.random();
        AuthorizationRedirect redirect = redirect("code=c&state=" + state.value());

        assertThatThrownBy(() -> formFilling.completeAnonymous(redirect, request.businessId(), state))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("No request waits");

        assertThat(world.received(GET_TOKEN)).isEmpty();
    }

    @Test
    void refusesTheResultOfAnotherRequest() {
        world.answers(GET_RESULT, result(BusinessId.random(), request.state()));

        assertThatThrownBy(() -> complete(granted()))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("the result of another request");

        assertThat(pending()).isOne();
    }

    @Test
    void believesNoCallbackEvenWithTheRightStateAndKey() {
        byte[] forged = world.gateway.callback("D00000", result(request.businessId(), request.state()));

        assertThat(world.client.callbacks().accept(forged, "application/json"))
                .isInstanceOf(CallbackResult.Refused.class);

        assertThat(pending()).isOne();
    }

    @Test
    void aRequestThatIsAnsweredByCallbackIsNotCompletedByARedirect() {
        world.accepts("/api/v1/account/eme/initiateRequest", true);
        RequestOptions options = FlowWorld.options().build();
        formFilling.initiate(FlowWorld.token(), REQUEST, options);
        AuthorizationRedirect redirect =
                redirect("error_code=D40001&state=" + options.state().value());

        assertThatThrownBy(() -> formFilling.completeAnonymous(redirect, options.businessId(), options.state()))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("No request waits");
    }

    @Test
    void tellsThatTheUserDeclined() {
        RequestOutcome<FormFillingResult> outcome =
                complete(redirect("error_code=D60001&state=" + request.state().value()));

        assertThat(outcome).isEqualTo(new Declined<>(outcome.request(), ErrorCode.FORM_FILLING_REJECTED));
        assertThat(world.delivered()).containsExactly(outcome);
        assertThat(world.received(GET_TOKEN)).isEmpty();
    }

    @Test
    void aReturnWithoutCodeAndReasonIsTheUsersWill() {
        RequestOutcome<FormFillingResult> outcome =
                complete(redirect("state=" + request.state().value()));

        assertThat(outcome).isEqualTo(new Declined<>(outcome.request(), ErrorCode.AUTHENTICATION_CANCELLED));
    }

    @Test
    void aRedirectCannotClaimSuccessWithoutACode() {
        RequestOutcome<FormFillingResult> outcome =
                complete(redirect("error_code=D00000&state=" + request.state().value()));

        assertThat(outcome).isEqualTo(new Failed<>(outcome.request(), ErrorCode.UNKNOWN_EXCEPTION));
    }

    @Test
    void aCodeThatHasRunOutEndsTheRequest() {
        world.refuses(GET_TOKEN, "D40004");

        RequestOutcome<FormFillingResult> outcome = complete(granted());

        assertThat(outcome).isEqualTo(new Failed<>(outcome.request(), ErrorCode.AUTHORIZATION_CODE_INVALID));
        assertThat(world.delivered()).containsExactly(outcome);
    }

    @Test
    void aResultThatIsARefusalEndsTheRequest() {
        world.refuses(GET_RESULT, "D60003");

        RequestOutcome<FormFillingResult> outcome = complete(granted());

        assertThat(outcome).isInstanceOf(TimedOut.class);
        assertThat(world.delivered()).containsExactly(outcome);
    }

    @Test
    void aFaultOfTheServiceIsAnExceptionAndTheRequestStaysOpen() {
        world.refuses(GET_TOKEN, "D20006");

        assertThatThrownBy(() -> complete(granted()))
                .isInstanceOfSatisfying(
                        GatewayException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SIGNATURE_INVALID));

        assertThat(pending()).isOne();
    }

    @Test
    void announcesTheEndOfARequestWhoseResultCouldNotBeFetched() {
        world.gateway.answer(GET_RESULT, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

        assertThatThrownBy(() -> complete(granted())).isInstanceOf(TransportException.class);

        assertThat(world.received(GET_RESULT)).hasSize(1);
        assertThat(pending()).isOne();
        world.clock.advance(Duration.ofMinutes(18));
        assertThat(world.delivered()).singleElement().isInstanceOf(TimedOut.class);
    }

    @Test
    void announcesThatTheUserNeverCameBack() {
        world.clock.advance(Duration.ofMinutes(18).minusMillis(1));
        assertThat(world.delivered()).isEmpty();

        world.clock.advance(Duration.ofMillis(1));

        assertThat(world.delivered()).singleElement().isInstanceOf(TimedOut.class);
    }

    @Test
    void whoComesBackTooLateIsTold() {
        world.clock.advance(Duration.ofMinutes(18));

        assertThat(complete(granted())).isInstanceOf(TimedOut.class);

        assertThat(world.received(GET_TOKEN)).isEmpty();
    }

    @Test
    void needsToKnowWhereTheBrowserComesBackTo() {
        RequestOptions options = FlowWorld.options().build();

        assertThatThrownBy(() -> formFilling.initiateAnonymous(REQUEST, options))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("redirectUri");
        RequestOptions.Builder relative = RequestOptions.builder().redirectUri(URI.create("/callback"));
        assertThatThrownBy(relative::build)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("absolute");
    }

    @Test
    void needsATicket() {
        world.answers(INITIATE, "{}");
        RequestOptions options = options().build();

        assertThatThrownBy(() -> formFilling.initiateAnonymous(REQUEST, options))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("ticketID");
    }
}
