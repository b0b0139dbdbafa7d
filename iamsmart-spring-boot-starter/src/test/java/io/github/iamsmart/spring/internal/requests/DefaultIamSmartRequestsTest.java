package io.github.iamsmart.spring.internal.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.device.Source;
import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.spring.TestRequests;
import io.github.iamsmart.spring.requests.IamSmartRequests;
import io.github.iamsmart.spring.requests.TooManyRequestsException;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class DefaultIamSmartRequestsTest {

    private final TestRequests fixture = new TestRequests();
    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void takesTheCallbackFromThePublicUrlWhateverTheRequestSays() {
        request.setServerName("evil.example");
        URI callback = URI.create("https://permits.example.gov.hk/online/iamsmart/callback/default/results");

        RequestOptions options = fixture.requests("https://permits.example.gov.hk/online")
                .options(request, response)
                .build();

        assertThat(options.callbackUri()).hasValue(callback);
        assertThat(options.redirectUri()).isEmpty();
        assertThat(fixture.announced).containsExactly(callback);
        Cookie cookie = response.getCookie("__Host-iamsmart-requests");
        assertThat(cookie).isNotNull().satisfies(it -> {
            assertThat(it.isHttpOnly()).isTrue();
            assertThat(it.getSecure()).isTrue();
            assertThat(it.getPath()).isEqualTo("/");
        });
    }

    @Test
    void takesItFromARequestToThisMachineWithoutAPublicUrl() {
        request.setServerPort(8080);

        assertThat(fixture.requests(null).options(request, response).build().callbackUri())
                .hasValue(URI.create("http://localhost:8080/iamsmart/callback/default/results"));
    }

    @Test
    void doesNotGuessWhereTheApplicationIs() {
        request.setServerName("permits.example.gov.hk");

        assertThatThrownBy(() -> fixture.requests(null).options(request, response))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("iamsmart.public-url");
        assertThat(response.getCookies()).isEmpty();
    }

    @Test
    void sendsTheBrowserOfAnAnonymousRequestBackToThePageThatIsNamed() {
        RequestOptions options = fixture.requests("https://permits.example.gov.hk")
                .anonymousOptions(request, response, "/permits/filled")
                .build();

        URI redirect = URI.create("https://permits.example.gov.hk/permits/filled");
        URI callback = URI.create("https://permits.example.gov.hk/iamsmart/callback/default/results");
        assertThat(options.redirectUri()).hasValue(redirect);
        assertThat(options.callbackUri())
                .as("for the signatures of a bulk signing")
                .hasValue(callback);
        assertThat(fixture.announced).containsExactly(redirect, callback);
    }

    @Test
    void oneNetworkBeginsOnlySoManyAnonymousRequests() {
        IamSmartRequests requests = fixture.requests("https://permits.example.gov.hk");
        request.setRemoteAddr("203.0.113.7");
        for (int i = 0; i < TestRequests.ANONYMOUS_PER_MINUTE; i++) {
            requests.anonymousOptions(request, new MockHttpServletResponse(), "/permits/filled");
        }

        assertThatThrownBy(() -> requests.anonymousOptions(request, response, "/permits/filled"))
                .isInstanceOfSatisfying(TooManyRequestsException.class, refusal -> {
                    assertThat(refusal.getStatusCode().value()).isEqualTo(429);
                    assertThat(refusal.retryAfter()).isEqualTo(Duration.ofMinutes(1));
                    assertThat(refusal.getHeaders().getFirst("Retry-After")).isEqualTo("61");
                });
        assertThat(response.getCookies()).isEmpty();
        assertThat(requests.options(request, response))
                .as("users who have signed in")
                .isNotNull();
        request.setRemoteAddr("203.0.113.8");
        assertThat(requests.anonymousOptions(request, response, "/permits/filled"))
                .isNotNull();
        request.setRemoteAddr("203.0.113.7");
        fixture.clock.advance(Duration.ofMinutes(1));
        assertThat(requests.anonymousOptions(request, response, "/permits/filled"))
                .isNotNull();
    }

    @Test
    void tellsWhichBrowserItIsAndWhatItsUserReads() {
        request.addHeader(
                "User-Agent",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
                        + " Version/18.5 Mobile/15E148 Safari/604.1");
        request.addHeader("Accept-Language", "zh-HK");
        request.addPreferredLocale(java.util.Locale.forLanguageTag("zh-HK"));

        RequestOptions options =
                fixture.requests(null).options(request, response).build();

        assertThat(options.source()).isEqualTo(Source.IOS_SAFARI);
        assertThat(options.language()).hasValue(Language.ZH_HK);
        request.setParameter("lang", "zh-CN");
        assertThat(fixture.requests(null).options(request, response).build().language())
                .hasValue(Language.ZH_CN);
    }

    @Test
    void givesEveryBrowserACookieAndKeepsOnlyItsDigest() {
        RequestOptions first = fixture.requests(null).options(request, response).build();
        String cookie =
                Objects.requireNonNull(response.getCookie("iamsmart-requests")).getValue();
        request.setCookies(new Cookie("iamsmart-requests", cookie));
        RequestOptions again = fixture.requests(null)
                .options(request, new MockHttpServletResponse())
                .build();
        RequestOptions other = fixture.requests(null)
                .options(new MockHttpServletRequest(), new MockHttpServletResponse())
                .build();

        assertThat(first.owner()).isPresent().isNotEqualTo(java.util.Optional.of(cookie));
        assertThat(again.owner()).isEqualTo(first.owner());
        assertThat(other.owner()).isPresent().isNotEqualTo(first.owner());
    }

    @Test
    void doesNotBeginWhatNoBrowserCouldLookAt() {
        response.setCommitted(true);

        assertThatThrownBy(() -> fixture.requests(null).options(request, response))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("sent already");
        assertThat(fixture.announced).isEmpty();
    }

    @Test
    void tellsWhereToAsk() {
        BusinessId id = new BusinessId("abc");
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setContextPath("/permits");
        assertThat(fixture.requests(null).statePath(id)).isEqualTo("/iamsmart/requests/abc");
        assertThat(fixture.requests(null).statePath(request, id)).isEqualTo("/permits/iamsmart/requests/abc");
        // Behind a proxy that takes the context path off, or puts another one on.
        assertThat(fixture.requests("https://www.example.gov.hk/stalls").statePath(request, id))
                .isEqualTo("/stalls/iamsmart/requests/abc");
        assertThat(fixture.requests("https://www.example.gov.hk").statePath(request, id))
                .isEqualTo("/iamsmart/requests/abc");
    }
}
