package io.github.iamsmart.requests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.FlowWorld;
import io.github.iamsmart.bulksigning.BulkSigningApi;
import io.github.iamsmart.environment.ApiPaths;
import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.formfilling.FormFillingApi;
import io.github.iamsmart.requests.PartReader.Part;
import io.github.iamsmart.signin.AuthorizationRedirect;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an application can do wrong with a kind of its own is refused before anything is sent. */
class OwnKindMistakesTest {

    private static final String PATH = "/api/v1/account/licence/initiateRequest";
    private static final String ANONYMOUS_PATH = "/api/v1/anonymous/licence/initiateRequest";

    private static final RequestKind<String> LICENCE = kind("licence").build();
    private static final RequestKind<String> ANONYMOUS =
            LICENCE.anonymous().path(ANONYMOUS_PATH).build();

    private static RequestKind.Builder<String> kind(String name) {
        return RequestKind.builder(name, String.class, json -> new String(json, UTF_8))
                .path(PATH)
                .screen("licence");
    }

    private static FlowWorld world() {
        return new FlowWorld(builder -> builder.kind(LICENCE).kind(ANONYMOUS));
    }

    private static RequestOptions options() {
        return FlowWorld.options().redirectUri(FlowWorld.REDIRECT).build();
    }

    @Test
    void isNotSentInTheWayOfItsTwin() {
        try (FlowWorld world = world()) {
            world.accepts(PATH, true);
            world.accepts(ANONYMOUS_PATH, true);

            assertThatThrownBy(() -> world.client.initiateAnonymous(LICENCE, Map.of(), options()))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("kind.anonymous()");
            assertThatThrownBy(() -> world.client.initiateAnonymous(FormFillingApi.KIND, Map.of(), options()))
                    .isInstanceOf(InvalidRequestException.class);
            assertThatThrownBy(() -> world.client.initiate(ANONYMOUS, FlowWorld.token(), Map.of(), options()))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("initiateAnonymous");

            assertThat(world.received(PATH)).isEmpty();
            assertThat(world.received(ANONYMOUS_PATH)).isEmpty();
            assertThat(world.client.requests().count(RequestStatus.PENDING)).isZero();
        }
    }

    @Test
    void saysNothingOfTheCallForItsResultIfItComesByCallback() {
        assertThatThrownBy(() -> kind("licence").businessIdInGetResult(true).build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("licence");
    }

    @Test
    void isNotCompletedAsAnotherKind() {
        try (FlowWorld world = world()) {
            world.accepts(ANONYMOUS_PATH, true);
            RequestOptions options = options();
            world.client.initiateAnonymous(ANONYMOUS, Map.of(), options);
            AuthorizationRedirect redirect = world.client
                    .signIn()
                    .parseRedirect("code=c&state=" + options.state().value());
            RequestKind<String> unknown = kind("unknown").build().anonymous().build();

            assertThatThrownBy(() -> world.client.completeAnonymous(
                            FormFillingApi.ANONYMOUS_KIND, redirect, options.businessId(), options.state()))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("anonymous-licence, not anonymous-form-filling");
            assertThatThrownBy(() ->
                            world.client.completeAnonymous(unknown, redirect, options.businessId(), options.state()))
                    .isInstanceOf(ConfigurationException.class);
            assertThatThrownBy(() -> world.client.completeAnonymous(
                            BulkSigningApi.ANONYMOUS_KIND, redirect, options.businessId(), options.state()))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("in parts");
            assertThatThrownBy(() -> world.client.requests().outcome(options.businessId(), unknown))
                    .isInstanceOf(ConfigurationException.class);

            assertThat(world.client.requests().count(RequestStatus.PENDING))
                    .as("its own completion can still come")
                    .isOne();
        }
    }

    @Test
    void theResultOfAnAnonymousKindCanHaveItsPathFromTheConfiguration() {
        assertThat(ANONYMOUS.apis()).extracting(api -> api.name()).contains("anonymous-licence-result");
        ApiPaths paths = ApiPaths.DEFAULTS.with("anonymous-licence-result", "/api/v1/the/result");
        try (FlowWorld world = new FlowWorld(builder -> builder.kind(ANONYMOUS).paths(paths))) {
            assertThat(world.client.requests().kinds()).contains(ANONYMOUS);
        }
        assertThatThrownBy(
                        () -> kind("licence").resultPath("/api/v1/the/result").build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("callback");
    }

    @Test
    void theTwinLivesAsLongAndHasNoTwin() {
        RequestKind<String> twin = kind("quick")
                .lifetime(Duration.ofMinutes(2))
                .build()
                .anonymous()
                .build();

        assertThat(twin.lifetime()).isEqualTo(Duration.ofMinutes(2));
        assertThatThrownBy(twin::anonymous).isInstanceOf(ConfigurationException.class);
    }

    /** Stores know anonymous requests by the name of their kind. */
    @Test
    void onlyTwinsHaveTheNameOfAnonymousKinds() {
        RequestKind<String> own = kind("anonymous-licence").build();

        assertThatThrownBy(() -> new FlowWorld(builder -> builder.kind(own)).close())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("kind.anonymous()");
    }

    @Test
    void needsALifetime() {
        assertThatThrownBy(() -> kind("licence").lifetime(Duration.ZERO).build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("lifetime");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "get-token",
                "gettoken",
                "signing-acknowledgement",
                "bulk-signing-cancel",
                "anonymous-form-filling-result",
                "profile-without-prompt",
                "pdfsigning",
                "anonymous",
                "sign-in"
            })
    void hasNoNameThatWouldMeanTwoCallsOrTwoScreens(String name) {
        RequestKind<String> own = kind(name).build();

        assertThatThrownBy(() -> new FlowWorld(builder -> builder.kind(own)).close())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("'")
                .hasMessageContaining("another name");
    }

    @Test
    void canBeGivenTwice() {
        try (FlowWorld world =
                new FlowWorld(builder -> builder.kind(LICENCE).kind(LICENCE).kind(FormFillingApi.KIND))) {
            assertThat(world.client.requests().kinds()).containsOnlyOnce(LICENCE, FormFillingApi.KIND);
        }
    }

    @Test
    void keepsTheDecimalsOfItsBody() {
        try (FlowWorld world = world()) {
            world.accepts(PATH, true);

            world.client.initiate(
                    LICENCE, FlowWorld.token(), Map.of("fee", new BigDecimal("12345678901234567890.10")), options());

            assertThat(world.gateway.received(PATH))
                    .singleElement()
                    .satisfies(
                            sent -> assertThat(world.gateway.opened(sent)).contains("\"fee\":12345678901234567890.10"));
        }
    }

    @Test
    void aBlankTicketIsNone() {
        try (FlowWorld world = world()) {
            world.answers(PATH, "{\"authByQR\":false,\"ticketID\":\" \"}");

            assertThatThrownBy(() -> world.client.initiate(LICENCE, FlowWorld.token(), Map.of(), options()))
                    .isInstanceOf(ProtocolException.class)
                    .hasMessageContaining("ticketID");
        }
    }

    @Test
    void aPartHasNumbersThatMakeSense() {
        assertThat(Part.PRELIMINARY.number()).isNegative();
        assertThatThrownBy(() -> new Part(-2, 1)).isInstanceOf(ProtocolException.class);
        assertThatThrownBy(() -> new Part(1, -5)).isInstanceOf(ProtocolException.class);
    }
}
