package io.github.iamsmart.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.FlowWorld;
import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.device.AppLink;
import io.github.iamsmart.device.AppReturn;
import io.github.iamsmart.device.Screen;
import io.github.iamsmart.device.Source;
import io.github.iamsmart.environment.ApiPaths;
import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.formfilling.FormField;
import io.github.iamsmart.formfilling.FormFillingRequest;
import io.github.iamsmart.identity.AccessToken;
import io.github.iamsmart.identity.Hkic;
import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.signin.AuthorizationRequest;
import io.github.iamsmart.signing.DocumentDigest;
import io.github.iamsmart.signing.HashSigningRequest;
import io.github.iamsmart.signing.SigningDetails;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A service that is itself an app on the user's phone: other paths, other members, another link to sign in. */
class OwnAppTest {

    private static final AppReturn LINK =
            new AppReturn.Link(URI.create("https://permits.example.hk/app?from=iam%20smart"));
    private static final AppReturn ACTIVITY =
            new AppReturn.Activity("hk.example.permits", ".SignInActivity", Optional.of("{\"step\":1}"));

    private final FlowWorld world = new FlowWorld(builder -> builder.ownAppPathPrefix(AppReturn.SISTER_PATH_PREFIX));

    @AfterEach
    void stop() {
        world.close();
    }

    private static RequestOptions options(AppReturn appReturn) {
        return FlowWorld.options()
                .appReturn(appReturn)
                .businessId(new BusinessId("business-1"))
                .state(State.of("state-1"))
                .build();
    }

    private static void fill(FlowWorld world, RequestOptions options) {
        world.client
                .formFilling()
                .initiate(
                        FlowWorld.token(),
                        FormFillingRequest.builder()
                                .formFields(FormField.EMAIL_ADDRESS)
                                .build(),
                        options);
    }

    @Test
    void isOneOptionOfARequest() {
        world.accepts("/api/appv1/account/eme/initiateRequest", false);
        IamSmartClient client = world.client;
        AccessToken token = FlowWorld.token();
        FormFillingRequest form =
                FormFillingRequest.builder().formFields(FormField.EMAIL_ADDRESS).build();
        URI callback = FlowWorld.CALLBACK;
        AuthorizationRequest signIn = signIn();

        // tag::own-app[]
        AppReturn back = new AppReturn.Link(URI.create("https://permits.example.hk/app"));
        URI openIamSmart = client.signIn().appLink(signIn, back);
        InitiatedRequest request = client.formFilling()
                .initiate(
                        token,
                        form,
                        RequestOptions.builder()
                                .callbackUri(callback)
                                .appReturn(back)
                                .build());
        // end::own-app[]

        assertThat(openIamSmart).hasAuthority("v2_auth");
        assertThat(request.appLink()).isPresent();
    }

    @Test
    void sendsARequestWithTheLinkToTheApp() {
        world.accepts("/api/appv1/account/eme/initiateRequest", false);

        fill(world, options(LINK));

        assertThat(world.received("/api/appv1/account/eme/initiateRequest"))
                .singleElement()
                .hasToString("{\"eMEFields\":[\"emailAddress\"],\"accessToken\":\"canary-access-token\","
                        + "\"openID\":\"liR14%2BvX%2F5hSum5uf4ERczu0KcDnIJA5BM7FoM1ag9c%3D\","
                        + "\"serverRedirectURI\":\"https://permits.example.hk/iamsmart/callback/default/results\","
                        + "\"clientRedirectURI\":\"https://permits.example.hk/app?from=iam%20smart\","
                        + "\"businessID\":\"business-1\",\"source\":\"App_Link\",\"state\":\"state-1\","
                        + "\"lang\":\"en-US\"}");
    }

    @Test
    void sendsARequestWithTheNameOfTheActivity() {
        world.accepts("/api/appv1/account/eme/initiateRequest", false);

        fill(world, options(ACTIVITY));

        assertThat(world.received("/api/appv1/account/eme/initiateRequest"))
                .singleElement()
                .hasToString("{\"eMEFields\":[\"emailAddress\"],\"accessToken\":\"canary-access-token\","
                        + "\"openID\":\"liR14%2BvX%2F5hSum5uf4ERczu0KcDnIJA5BM7FoM1ag9c%3D\","
                        + "\"serverRedirectURI\":\"https://permits.example.hk/iamsmart/callback/default/results\","
                        + "\"packageName\":\"hk.example.permits\",\"activityClass\":\".SignInActivity\","
                        + "\"activityParams\":\"{\\\"step\\\":1}\","
                        + "\"businessID\":\"business-1\",\"source\":\"App_Package\",\"state\":\"state-1\","
                        + "\"lang\":\"en-US\"}");
    }

    /** What comes back is matched as for any other request. */
    @Test
    void deliversTheResultOfSuchARequest() {
        world.accepts("/api/appv1/account/signing/initiateRequest", false);
        RequestOptions options = options(LINK);
        DocumentDigest digest = DocumentDigest.of(new byte[] {1});
        world.client
                .signing()
                .initiateHash(
                        FlowWorld.token(),
                        new HashSigningRequest(digest, SigningDetails.builder().build()),
                        options);

        world.client
                .callbacks()
                .accept(
                        world.gateway.callback(
                                "D00000",
                                "{\"businessID\":\"business-1\",\"state\":\"state-1\",\"hashCode\":\"" + digest
                                        + "\"}"),
                        "application/json");

        assertThat(world.delivered()).singleElement().isInstanceOf(RequestOutcome.Completed.class);
    }

    @Test
    void leavesOtherRequestsAsTheyAre() {
        world.accepts("/api/v1/account/eme/initiateRequest", false);

        fill(world, FlowWorld.options().source(Source.APP_LINK).build());

        assertThat(world.received("/api/v1/account/eme/initiateRequest"))
                .singleElement()
                .satisfies(body -> assertThat(body.has("redirectURI")).isTrue())
                .satisfies(body -> assertThat(body.has("serverRedirectURI")).isFalse());
    }

    @Test
    void isOffUnlessConfigured() {
        try (FlowWorld other = new FlowWorld()) {
            other.accepts("/api/v1/account/eme/initiateRequest", false);

            assertThatThrownBy(() -> fill(other, options(LINK)))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("ownAppPathPrefix")
                    .hasMessageContaining("iamsmart.own-app-path-prefix");
            assertThatThrownBy(() -> other.client.signIn().appLink(signIn(), LINK))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("ownAppPathPrefix");
            assertThat(other.received("/api/v1/account/eme/initiateRequest")).isEmpty();
            assertThat(other.client.requests().count(RequestStatus.PENDING)).isZero();
        }
    }

    @Test
    void guessesNoPathWhereTheUsualOneIsReplaced() {
        ApiPaths paths = ApiPaths.DEFAULTS.with("form-filling", "/gw/eme");
        try (FlowWorld other =
                new FlowWorld(builder -> builder.ownAppPathPrefix("/api/appv1").paths(paths))) {
            assertThatThrownBy(() -> fill(other, options(LINK)))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("/gw/eme");
        }
    }

    @Test
    void isForUsersWhoHaveSignedIn() {
        RequestOptions options =
                options(LINK).toBuilder().redirectUri(FlowWorld.REDIRECT).build();

        assertThat(options.appReturn()).contains(LINK);
        assertThatThrownBy(() -> world.client
                        .signing()
                        .initiateAnonymousHash(
                                new HashSigningRequest(
                                        DocumentDigest.of(new byte[] {1}),
                                        SigningDetails.builder()
                                                .signer(Hkic.of("A123456(3)"))
                                                .build()),
                                options))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("AppReturn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "api/appv1", "/api/appv1/", "/api/appv1?x", "https://evil.example", "/"})
    void refusesAPrefixThatIsNone(String prefix) {
        assertThatThrownBy(() -> new FlowWorld(builder -> builder.ownAppPathPrefix(prefix)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("own");
    }

    private static AuthorizationRequest signIn() {
        return AuthorizationRequest.builder()
                .redirectUri(URI.create("https://permits.example.hk/unused"))
                .state(State.of("state-1"))
                .scopes(Scope.AUTH, Scope.SIGN)
                .build();
    }

    @Test
    void opensTheAppForASignInThatComesBackByLink() {
        assertThat(world.client.signIn().appLink(signIn(), LINK))
                .hasToString("hk.gov.iamsmart.testapp://v2_auth?clientID=" + world.client.clientId()
                        + "&responseType=code&source=App_Link"
                        + "&clientRedirectURI=https%3A%2F%2Fpermits.example.hk%2Fapp%3Ffrom%3Diam%2520smart"
                        + "&scope=eidapi_auth%20eidapi_sign&state=state-1");
    }

    @Test
    void opensTheAppForASignInThatComesBackToAnActivity() {
        assertThat(world.client.signIn().appLink(signIn(), ACTIVITY))
                .hasToString("hk.gov.iamsmart.testapp://v2_auth?clientID=" + world.client.clientId()
                        + "&responseType=code&source=App_Package&packageName=hk.example.permits"
                        + "&activityClass=.SignInActivity&activityParams=%7B%22step%22%3A1%7D"
                        + "&scope=eidapi_auth%20eidapi_sign&state=state-1");
    }

    @Test
    void opensTheScreenThatIsConfigured() {
        AppLink links = AppLink.forScheme("test").with(Screen.OWN_APP_SIGN_IN, "v2_cauth");
        try (FlowWorld other =
                new FlowWorld(builder -> builder.ownAppPathPrefix("/api/appv1").appLinks(links))) {
            assertThat(other.client.signIn().appLink(signIn(), LINK).toString())
                    .startsWith("test://v2_cauth?clientID=");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"permits://app", "http://permits.example.hk/app", "/app", "https://permits.example.hk/#a"})
    void refusesALinkThatOpensNoApp(String link) {
        URI uri = URI.create(link);
        assertThatThrownBy(() -> new AppReturn.Link(uri))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(link);
    }

    @ParameterizedTest
    @CsvSource({"'', a", "hk.example, ''", "hk example, a", "hk.example, a&b", "hk.example/x, a"})
    void refusesANameThatIsNone(String packageName, String activity) {
        assertThatThrownBy(() -> new AppReturn.Activity(packageName, activity))
                .isInstanceOf(InvalidRequestException.class);
    }
}
