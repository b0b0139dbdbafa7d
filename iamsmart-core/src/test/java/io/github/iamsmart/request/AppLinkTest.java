package io.github.iamsmart.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.request.AppLink.Context;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppLinkTest {
    private final AppLink links = AppLink.forScheme("hk.gov.iamsmart.testapp");

    @ParameterizedTest
    @CsvSource({
        "PROFILE, profile, profile",
        "FORM_FILLING, eme, form-filling",
        "REAUTHENTICATION, re-auth, reauthentication",
        "HASH_SIGNING, hash-sign, hash-signing",
        "PDF_SIGNING, pdf-sign, pdf-signing",
        "BULK_SIGNING, bulk-sign, bulk-signing",
        "ANONYMOUS, auth, anonymous"
    })
    void opensEachScreenWithItsTicket(Context context, String name, String property) {
        assertThat(links.open(context, "T1"))
                .isEqualTo(URI.create("hk.gov.iamsmart.testapp://" + name + "?ticketID=T1"));
        assertThat(context.propertyName()).isEqualTo(property);
    }

    @Test
    void encodesTheTicket() {
        assertThat(links.open(Context.PROFILE, "a+b/c= &x=香#%"))
                .hasToString("hk.gov.iamsmart.testapp://profile?ticketID=a%2Bb%2Fc%3D%20%26x%3D%E9%A6%99%23%25");
    }

    @Test
    void everyContextCanHaveAnotherName() {
        for (Context context : Context.values()) {
            AppLink changed = links.with(context, "pdf.sign_2");
            if (context != Context.SIGN_IN) {
                assertThat(changed.open(context, "T1").toString())
                        .isEqualTo("hk.gov.iamsmart.testapp://pdf.sign_2?ticketID=T1");
            }
            for (Context other : Context.values()) {
                if (other != context) {
                    assertThat(changed.find(other, "T1")).isEqualTo(links.find(other, "T1"));
                }
            }
        }
    }

    @Test
    void opensNoScreenWhoseNameIsNotPublic() {
        assertThat(links.find(Context.CCIC_VERIFICATION, "T1")).isEmpty();
        assertThatThrownBy(() -> links.open(Context.CCIC_VERIFICATION, "T1"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("AppLink.with(Context.CCIC_VERIFICATION");
        assertThat(links.find(Context.PROFILE, "T1")).contains(links.open(Context.PROFILE, "T1"));
    }

    @Test
    void startsASignInFromAnApp() {
        URI redirect = URI.create("https://permits.example.hk/app?from=iam smart".replace(" ", "%20"));

        assertThat(links.signIn(
                        "client-1",
                        Source.APP_LINK,
                        redirect,
                        List.of(Scope.AUTH, Scope.PROFILES, Scope.AUTH),
                        State.of("state-1")))
                .hasToString("hk.gov.iamsmart.testapp://auth?clientID=client-1&responseType=code&source=App_Link"
                        + "&redirectURI=https%3A%2F%2Fpermits.example.hk%2Fapp%3Ffrom%3Diam%2520smart"
                        + "&scope=eidapi_auth%20eidapi_profiles&state=state-1");
        assertThat(links.with(Context.SIGN_IN, "login")
                        .signIn("client-1", Source.APP_SCHEME, redirect, List.of(Scope.AUTH), State.of("s")))
                .asString()
                .startsWith("hk.gov.iamsmart.testapp://login?clientID=client-1&responseType=code&source=App_Scheme&");
    }

    @Test
    void refusesASignInThatCannotWork() {
        URI redirect = URI.create("https://permits.example.hk/app");
        State state = State.of("secretstate");

        assertThatThrownBy(() -> links.signIn("c", Source.IOS_SAFARI, redirect, List.of(Scope.AUTH), state))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("App_Link")
                .hasMessageNotContaining("secretstate");
        assertThatThrownBy(() -> links.signIn("c", Source.APP_LINK, redirect, List.of(), state))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Scope.AUTH");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void refusesAMissingTicket(String ticket) {
        assertThatThrownBy(() -> links.open(Context.PROFILE, ticket))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("ticketID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hk.gov.iamsmart://", "1app", "my app", "智方便"})
    void refusesWhatIsNoScheme(String scheme) {
        assertThatThrownBy(() -> AppLink.forScheme(scheme))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("hk.gov.iamsmart");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pdf sign", "pdf/sign", "pdf?x", "evil.example@app", "-x"})
    void refusesAContextThatWouldChangeTheLink(String name) {
        assertThatThrownBy(() -> links.with(Context.PDF_SIGNING, name))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("PDF_SIGNING");
    }
}
