package io.github.iamsmart.requests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.FlowWorld;
import io.github.iamsmart.device.AppLink;
import io.github.iamsmart.environment.ApiPaths;
import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.reauth.ReauthenticationApi;
import io.github.iamsmart.requests.RequestOutcome.Completed;
import io.github.iamsmart.requests.RequestOutcome.Declined;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kinds of requests that an application declares itself. */
class OwnKindTest {

    private static final String PATH = "/api/v1/account/licence/initiateRequest";

    private static final RequestKind<String> LICENCE = RequestKind.builder(
                    "driving-licence", String.class, json -> new String(json, UTF_8))
            .path(PATH)
            .screen("licence")
            .scopes(new Scope("eidapi_licence"))
            .lifetime(Duration.ofMinutes(5))
            .build();

    private static final RequestKind<String> ANONYMOUS_LICENCE = LICENCE.anonymous()
            .path("/api/v1/anonymous/licence/initiateRequest")
            .resultPath("/api/v1/anonymous/licence/getResult")
            .build();

    private record Licence(List<String> classes) {}

    @Test
    void isSentTrackedAnsweredAndDeliveredAsOurs() {
        try (FlowWorld world = new FlowWorld(builder -> builder.kind(LICENCE))) {
            world.accepts(PATH, false);
            RequestOptions options = FlowWorld.options().owner("browser").build();

            InitiatedRequest request =
                    world.client.initiate(LICENCE, FlowWorld.token(), new Licence(List.of("1", "2")), options);

            assertThat(request.appLink())
                    .contains(URI.create("hk.gov.iamsmart.testapp://licence?ticketID=" + FlowWorld.TICKET));
            assertThat(request.expiresAt()).isEqualTo(world.clock.instant().plus(Duration.ofMinutes(5)));
            assertThat(world.received(PATH)).singleElement().satisfies(sent -> {
                assertThat(sent.get("classes").toString()).isEqualTo("[\"1\",\"2\"]");
                assertThat(sent.get("businessID").textValue())
                        .isEqualTo(options.businessId().value());
                assertThat(sent.get("openID").textValue())
                        .isEqualTo(FlowWorld.token().tokenisedId().value());
            });
            String result = "{\"businessID\":\"" + options.businessId() + "\",\"state\":\""
                    + options.state().value() + "\",\"class\":1}";
            world.client.callbacks().accept(world.gateway.callback("D00000", result), null);

            assertThat(world.client.requests().view(options.businessId(), "browser"))
                    .get()
                    .satisfies(view -> {
                        assertThat(view.kind()).isEqualTo("driving-licence");
                        assertThat(view.phase()).isEqualTo(RequestView.Phase.PROCESSING);
                        assertThat(view.progress()).as("it comes whole").isEmpty();
                    });
            assertThat(world.client.requests().outcome(options.businessId(), LICENCE))
                    .get()
                    .isInstanceOfSatisfying(
                            Completed.class, done -> assertThat(done.result()).isEqualTo(result));
            assertThat(world.delivered()).singleElement().isInstanceOf(Completed.class);
            assertThat(world.delivered()).isEmpty();
        }
    }

    @Test
    void isDeclinedAsOurs() {
        try (FlowWorld world = new FlowWorld(builder -> builder.kind(LICENCE))) {
            world.accepts(PATH, true);
            RequestOptions options = FlowWorld.options().build();
            world.client.initiate(LICENCE, FlowWorld.token(), Map.of(), options);

            world.client
                    .callbacks()
                    .accept(
                            world.gateway.callback(
                                    "D40001",
                                    "{\"businessID\":\"" + options.businessId() + "\",\"state\":\""
                                            + options.state().value() + "\"}"),
                            null);

            assertThat(world.delivered()).singleElement().isInstanceOf(Declined.class);
        }
    }

    @Test
    void isCompletedByTheBrowserWhereTheUserHasNotSignedIn() {
        try (FlowWorld world = new FlowWorld(builder -> builder.kind(LICENCE).kind(ANONYMOUS_LICENCE))) {
            world.accepts("/api/v1/anonymous/licence/initiateRequest", true);
            world.answers("/api/v1/auth/getToken", """
                    {"accessToken":"canary-token","issueAt":1795400000000,"expiresIn":1,"openID":"id"}""");
            world.answers("/api/v1/anonymous/licence/getResult", "{\"class\":2}");
            RequestOptions options =
                    FlowWorld.options().redirectUri(FlowWorld.REDIRECT).build();

            AnonymousRequest request = world.client.initiateAnonymous(ANONYMOUS_LICENCE, Map.of("a", 1), options);
            RequestOutcome<String> outcome = world.client.completeAnonymous(
                    ANONYMOUS_LICENCE,
                    world.client
                            .signIn()
                            .parseRedirect("code=c&state=" + request.state().value()),
                    request.businessId(),
                    request.state());

            assertThat(request.scopes()).containsExactly(new Scope("eidapi_licence"));
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Completed.class, done -> assertThat(done.result()).isEqualTo("{\"class\":2}"));
            assertThat(world.delivered()).hasSize(1);
        }
    }

    @Test
    void canHaveAnotherPathAndAnotherScreen() {
        try (FlowWorld world = new FlowWorld(builder -> builder.kind(LICENCE)
                .paths(ApiPaths.DEFAULTS.with("driving-licence", "/v2/licence"))
                .appLinks(AppLink.forScheme("test").with("driving-licence", "licence-2")))) {
            world.accepts("/v2/licence", false);

            InitiatedRequest request = world.client.initiate(
                    LICENCE, FlowWorld.token(), Map.of(), FlowWorld.options().build());

            assertThat(request.appLink()).contains(URI.create("test://licence-2?ticketID=" + FlowWorld.TICKET));
        }
    }

    @Test
    void mustBeGivenToTheClientBeforeItIsSent() {
        try (FlowWorld world = new FlowWorld()) {
            world.accepts(PATH, true);
            RequestOptions options = FlowWorld.options().build();

            assertThatThrownBy(() -> world.client.initiate(LICENCE, FlowWorld.token(), Map.of(), options))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("driving-licence")
                    .hasMessageContaining("IamSmartClientBuilder.kind");
            assertThat(world.received(PATH)).isEmpty();
        }
    }

    @Test
    void mustNotHaveTheNameOfAnother() {
        RequestKind<String> twin = RequestKind.builder("re-authentication", String.class, json -> "")
                .build();

        assertThatThrownBy(() -> new FlowWorld(builder -> builder.kind(twin)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("re-authentication");
        assertThat(ReauthenticationApi.KIND.name()).isEqualTo("re-authentication");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Licence", "driving licence", "driving_licence", "-licence", "licence-", "許可證"})
    void hasANameInKebabCase(String name) {
        RequestKind.Builder<String> kind = RequestKind.builder(name, String.class, json -> "");

        assertThatThrownBy(kind::build).isInstanceOf(ConfigurationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"api/v1", "/api?x", "https://evil.example/", "/a b"})
    void hasAPathBelowTheGateway(String path) {
        RequestKind.Builder<String> kind =
                RequestKind.builder("licence", String.class, json -> "").path(path);

        assertThatThrownBy(kind::build).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void refusesABodyThatIsNoObject() {
        try (FlowWorld world = new FlowWorld(builder -> builder.kind(LICENCE))) {
            RequestOptions options = FlowWorld.options().build();

            assertThatThrownBy(() -> world.client.initiate(LICENCE, FlowWorld.token(), List.of(1), options))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("driving-licence");
        }
    }

    @Test
    void aNameThatMeansNothingIsRefusedWithTheOneThatWasMeant() {
        assertThatThrownBy(() ->
                        new FlowWorld(builder -> builder.paths(ApiPaths.DEFAULTS.with("get-tokn", "/api/v2/getToken"))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("'get-tokn'")
                .hasMessageContaining("did you mean 'get-token'")
                .hasMessageContaining("iamsmart.paths");
        assertThatThrownBy(() -> new FlowWorld(
                        builder -> builder.appLinks(AppLink.forScheme("test").with("pdf-sign", "x"))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("did you mean 'pdf-signing'");
    }

    /** A result that the application's reader cannot read is a failed delivery, and is offered again. */
    @Test
    void aReaderThatThrowsLosesNothing() {
        RequestKind<String> strict = RequestKind.builder("strict", String.class, json -> {
                    throw new ProtocolException("not what was expected");
                })
                .path(PATH)
                .build();
        try (FlowWorld world = new FlowWorld(builder -> builder.kind(strict))) {
            world.accepts(PATH, true);
            RequestOptions options = FlowWorld.options().build();
            world.client.initiate(strict, FlowWorld.token(), Map.of(), options);
            world.client
                    .callbacks()
                    .accept(
                            world.gateway.callback(
                                    "D00000",
                                    "{\"businessID\":\"" + options.businessId() + "\",\"state\":\""
                                            + options.state().value() + "\"}"),
                            null);

            assertThat(world.delivered()).isEmpty();
            assertThat(world.client.requests().count(RequestStatus.ANSWERED)).isOne();
            assertThat(Optional.of(strict.lifetime())).contains(RequestKind.LIFETIME);
        }
    }
}
