package io.github.iamsmart.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.FlowWorld;
import io.github.iamsmart.device.AppLink;
import io.github.iamsmart.device.Source;
import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.requests.State;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** The link by which the service's own app begins a sign-in. */
class SignInAppLinkTest {

    private static AuthorizationRequest request(Source source) {
        return AuthorizationRequest.builder()
                .redirectUri(URI.create("https://permits.example.hk/app"))
                .state(State.of("state-1"))
                .scopes(Scope.AUTH)
                .source(source)
                .build();
    }

    @Test
    void opensTheAppOfTheEnvironment() {
        try (FlowWorld world = new FlowWorld()) {
            URI link = world.client.signIn().appLink(request(Source.APP_LINK));

            assertThat(link)
                    .hasToString("hk.gov.iamsmart.testapp://auth?clientID=" + world.client.clientId()
                            + "&responseType=code&source=App_Link&redirectURI=https%3A%2F%2Fpermits.example.hk%2Fapp"
                            + "&scope=eidapi_auth&state=state-1");
        }
    }

    @Test
    void opensTheScreenThatIsConfigured() {
        AppLink links = AppLink.forScheme("test").with("sign-in", "login");
        try (FlowWorld world = new FlowWorld(builder -> builder.appLinks(links))) {
            assertThat(world.client.signIn().appLink(request(Source.APP_SCHEME)).toString())
                    .startsWith("test://login?clientID=");
        }
    }

    @Test
    void isNotForBrowsers() {
        try (FlowWorld world = new FlowWorld()) {
            assertThatThrownBy(() -> world.client.signIn().appLink(request(Source.ANDROID_CHROME)))
                    .isInstanceOf(InvalidRequestException.class);
        }
    }
}
