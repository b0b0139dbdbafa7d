package io.github.iamsmart.spring.internal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.requests.State;
import io.github.iamsmart.spring.MutableClock;
import io.github.iamsmart.spring.internal.web.BrowserCookie;
import io.github.iamsmart.spring.signin.PendingSignIn;
import io.github.iamsmart.spring.signin.SignInStateStore;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SignInTrackerTest {

    private static final URI APPLICATION = URI.create("https://permits.example.gov.hk");

    private final MutableClock clock = new MutableClock();
    private final Map<String, PendingSignIn> stored = new LinkedHashMap<>();
    private final SignInTracker tracker = new SignInTracker(new ForgetfulOfTime(), Duration.ofMinutes(20), clock);
    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    /** A store that leaves expiry to others. */
    private final class ForgetfulOfTime implements SignInStateStore {

        @Override
        public void save(String key, PendingSignIn pending) {
            stored.put(key, pending);
        }

        @Override
        public Optional<PendingSignIn> remove(String key) {
            return Optional.ofNullable(stored.remove(key));
        }
    }

    private State begin() {
        return tracker.begin(request, response, APPLICATION, Language.ZH_CN, true, "/form");
    }

    @Test
    void remembersWhatTheSignInWasAbout() {
        assertThat(tracker.take(begin())).hasValueSatisfying(pending -> {
            assertThat(pending.language()).isEqualTo(Language.ZH_CN);
            assertThat(pending.sameDevice()).isTrue();
            assertThat(pending.returnTo()).isEqualTo("/form");
        });
    }

    @Test
    void makesAStateThatNobodyGuesses() {
        assertThat(begin().value()).hasSizeGreaterThanOrEqualTo(22).isNotEqualTo(begin().value());
    }

    @Test
    void letsAStateBeUsedOnce() {
        State state = begin();

        assertThat(tracker.take(state)).isPresent();
        assertThat(tracker.take(state)).isEmpty();
        assertThat(tracker.take(State.random())).isEmpty();
    }

    @Test
    void endsAfterItsLifetimeWhateverTheStoreSays() {
        State state = begin();
        clock.advance(Duration.ofMinutes(20));

        assertThat(tracker.take(state)).isEmpty();
    }

    @Test
    void tellsTheStoreNeitherTheStateNorTheCookie() {
        State state = begin();
        Cookie cookie = response.getCookies()[0];

        assertThat(stored).hasSize(1).allSatisfy((key, pending) -> {
            assertThat(key).isNotEqualTo(state.value()).hasSize(43);
            assertThat(pending.browser()).isNotEqualTo(cookie.getValue()).hasSize(43);
            assertThat(pending.toString()).doesNotContain(pending.browser(), "/form");
        });
    }

    @Test
    void givesABrowserTheCookieThatItHas() {
        begin();
        Cookie first = response.getCookies()[0];
        request.setCookies(first);
        begin();

        assertThat(response.getCookies()[1].getValue()).isEqualTo(first.getValue());
    }

    @Test
    void replacesACookieThatIsNotOfItsMaking() {
        request.setCookies(new Cookie("__Host-iamsmart-signin", "chosen-by-somebody"));
        begin();

        assertThat(response.getCookies()[0].getValue()).hasSize(43).isNotEqualTo("chosen-by-somebody");
    }

    @Test
    void makesACookieThatStaysWithTheHost() {
        begin();

        assertThat(response.getHeader("Set-Cookie"))
                .startsWith("__Host-iamsmart-signin=")
                .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax", "Max-Age=1200")
                .doesNotContain("Domain");
    }

    @Test
    void recognisesTheBrowserByItsCookieOnly() {
        begin();
        PendingSignIn pending = stored.values().iterator().next();
        BrowserCookie cookie = BrowserCookie.of(SignInPaths.COOKIE, APPLICATION);

        assertThat(cookie.isOf(request, pending.browser())).isFalse();
        request.setCookies(new Cookie("__Host-iamsmart-signin", "A".repeat(43)));
        assertThat(cookie.isOf(request, pending.browser())).isFalse();
        request.setCookies(response.getCookies()[0]);
        assertThat(cookie.isOf(request, pending.browser())).isTrue();
        // The name without the prefix can be set by any host of the domain.
        request.setCookies(new Cookie("iamsmart-signin", response.getCookies()[0].getValue()));
        assertThat(cookie.isOf(request, pending.browser())).isFalse();
    }
}
