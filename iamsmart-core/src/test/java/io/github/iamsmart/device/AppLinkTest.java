package io.github.iamsmart.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.iamsmart.bulksigning.BulkSigningApi;
import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.formfilling.FormFillingApi;
import io.github.iamsmart.profile.ProfileApi;
import io.github.iamsmart.reauth.ReauthenticationApi;
import io.github.iamsmart.requests.RequestKind;
import io.github.iamsmart.signing.SigningApi;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppLinkTest {
    private static final Screen PDF = SigningApi.PDF_KIND.screen();

    private final AppLink links = AppLink.forScheme("hk.gov.iamsmart.testapp");

    @ParameterizedTest
    @MethodSource("kinds")
    void opensTheScreenOfEachKindWithItsTicket(RequestKind<?> kind, String context, String property) {
        assertThat(links.open(kind.screen(), "T1"))
                .isEqualTo(URI.create("hk.gov.iamsmart.testapp://" + context + "?ticketID=T1"));
        assertThat(kind.screen().name()).isEqualTo(property);
    }

    static Stream<Arguments> kinds() {
        return Stream.of(
                arguments(ProfileApi.KIND, "profile", "profile"),
                arguments(FormFillingApi.KIND, "eme", "form-filling"),
                arguments(ReauthenticationApi.KIND, "re-auth", "re-authentication"),
                arguments(SigningApi.HASH_KIND, "hash-sign", "hash-signing"),
                arguments(SigningApi.PDF_KIND, "pdf-sign", "pdf-signing"),
                arguments(BulkSigningApi.KIND, "bulk-sign", "bulk-signing"),
                arguments(FormFillingApi.ANONYMOUS_KIND, "auth", "anonymous"),
                arguments(SigningApi.ANONYMOUS_PDF_KIND, "auth", "anonymous"));
    }

    @Test
    void encodesTheTicket() {
        assertThat(links.open(ProfileApi.KIND.screen(), "a+b/c= &x=香#%"))
                .hasToString("hk.gov.iamsmart.testapp://profile?ticketID=a%2Bb%2Fc%3D%20%26x%3D%E9%A6%99%23%25");
    }

    @Test
    void everyScreenCanHaveAnotherContext() {
        AppLink changed = links.with(PDF, "pdf.sign_2");

        assertThat(changed.open(PDF, "T1")).hasToString("hk.gov.iamsmart.testapp://pdf.sign_2?ticketID=T1");
        assertThat(changed.open(Screen.SIGN_IN, Map.of("a", "b"))).hasToString("hk.gov.iamsmart.testapp://auth?a=b");
        assertThat(changed.replaced()).containsExactly("pdf-signing");
        assertThat(links.replaced()).isEmpty();
    }

    @Test
    void opensNoScreenWhoseContextIsNotPublic() {
        Screen unknown = Screen.of("ccic-verification");

        assertThat(links.find(unknown, "T1")).isEmpty();
        assertThatThrownBy(() -> links.open(unknown, "T1"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("AppLink.with(\"ccic-verification\"")
                .hasMessageContaining("iamsmart.app-links.ccic-verification");
        assertThat(links.find(PDF, "T1")).contains(links.open(PDF, "T1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void refusesAMissingTicket(String ticket) {
        assertThatThrownBy(() -> links.open(PDF, ticket))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("ticketID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hk.gov.iamsmart://", "1app", "my app", "智方便"})
    void refusesWhatIsNoScheme(String scheme) {
        assertThatThrownBy(() -> AppLink.forScheme(scheme))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("hk.gov.iamsmart");
    }

    @Test
    void aContextMayHaveSeveralWords() {
        AppLink changed = links.with(Screen.SIGN_IN, "auth/iAmSmartLogin").with(PDF, "a/b-2/c_d.e");

        assertThat(changed.open(Screen.SIGN_IN, Map.of("state", "s/1 %")))
                .hasToString("hk.gov.iamsmart.testapp://auth/iAmSmartLogin?state=s%2F1%20%25");
        assertThat(changed.open(PDF, "T1")).hasToString("hk.gov.iamsmart.testapp://a/b-2/c_d.e?ticketID=T1");
        assertThat(Screen.of("own", "auth/own").defaultContext()).contains("auth/own");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "pdf sign",
                "pdf?x",
                "evil.example@app",
                "-x",
                "/",
                "/auth",
                "auth/",
                "auth//login",
                "auth/../login",
                "auth/./login",
                "auth/%2F",
                "auth/a b",
                "auth/智方便",
                "auth/login?x=1",
                "auth/login#x",
                "auth\\login",
                "auth/login\n"
            })
    void refusesAContextThatWouldChangeTheLink(String name) {
        assertThatThrownBy(() -> links.with(PDF, name))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("pdf-signing");
    }
}
