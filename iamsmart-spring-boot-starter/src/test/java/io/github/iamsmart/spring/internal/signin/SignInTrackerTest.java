package io.github.iamsmart.spring.internal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.requests.State;
import io.github.iamsmart.spring.MutableClock;
import io.github.iamsmart.spring.internal.web.CookieSeal;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class SignInTrackerTest {

    private static final URI APPLICATION = URI.create("https://permits.example.gov.hk");
    private static final Duration LIFETIME = Duration.ofMinutes(20);

    private final MutableClock clock = new MutableClock();
    private final SignInTracker tracker = node("the-secret");
    private final Visitor visitor = new Visitor();

    private SignInTracker node(String secret) {
        return new SignInTracker(CookieSeal.of(secret), new MemoryReplayStore(clock), LIFETIME, clock);
    }

    private State begin(Visitor one, @Nullable String returnTo) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        State state = tracker.begin(one.request(), response, APPLICATION, Language.ZH_CN, true, returnTo);
        one.receive(response);
        return state;
    }

    private State begin() {
        return begin(visitor, "/form");
    }

    private Optional<PendingSignIn> find(SignInTracker node, Visitor one, State state) {
        return node.find(one.request(), APPLICATION, state);
    }

    @Test
    void remembersWhatTheSignInWasAbout() {
        assertThat(find(tracker, visitor, begin())).hasValueSatisfying(pending -> {
            assertThat(pending.language()).isEqualTo(Language.ZH_CN);
            assertThat(pending.sameDevice()).isTrue();
            assertThat(pending.returnTo()).isEqualTo("/form");
            assertThat(pending.toString()).doesNotContain("/form");
        });
        assertThat(find(tracker, visitor, begin(visitor, null)))
                .hasValueSatisfying(pending -> assertThat(pending.returnTo()).isNull());
    }

    @Test
    void makesAStateThatNobodyGuesses() {
        assertThat(begin().value()).hasSizeGreaterThanOrEqualTo(22).isNotEqualTo(begin().value());
    }

    @Test
    void aLookUsesNothingUp() {
        State state = begin();

        for (Visitor scanner : List.of(new Visitor(), visitor)) {
            find(tracker, scanner, state);
        }

        assertThat(find(tracker, new Visitor(), state)).isEmpty();
        assertThat(find(tracker, visitor, state)).isPresent();
    }

    @Test
    void letsAStateBeUsedOnce() {
        State state = begin();
        PendingSignIn pending = find(tracker, visitor, state).orElseThrow();

        assertThat(tracker.use(state, pending)).isTrue();
        assertThat(tracker.use(state, pending)).as("by whoever kept the cookie").isFalse();
    }

    @Test
    void anyNodeWithTheSameSecretFinishes() {
        State state = begin();

        assertThat(find(node("the-secret"), visitor, state)).isPresent();
        assertThat(find(node("another-secret"), visitor, state)).isEmpty();
    }

    @Test
    void aBrowserMayBeginInSeveralWindows() {
        List<State> states = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            states.add(begin(visitor, "/form/" + i));
        }

        for (int i = 0; i < 5; i++) {
            String returnTo = "/form/" + i;
            assertThat(find(tracker, visitor, states.get(i)))
                    .hasValueSatisfying(
                            pending -> assertThat(pending.returnTo()).isEqualTo(returnTo));
        }
    }

    @Test
    void twoWindowsBeginAtOnce() {
        MockHttpServletResponse first = new MockHttpServletResponse();
        MockHttpServletResponse second = new MockHttpServletResponse();
        State one = tracker.begin(new Visitor().request(), first, APPLICATION, Language.EN_US, false, "/1");
        State two = tracker.begin(new Visitor().request(), second, APPLICATION, Language.EN_US, false, "/2");
        visitor.receive(second);
        visitor.receive(first);

        assertThat(find(tracker, visitor, one)).isPresent();
        assertThat(find(tracker, visitor, two)).isPresent();
    }

    @Test
    void theOldestGivesWayWhenABrowserHasTooMany() {
        List<State> states = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            states.add(begin());
            clock.advance(Duration.ofSeconds(1));
        }

        assertThat(visitor.cookies()).hasSize(5);
        assertThat(states.subList(0, 3))
                .allSatisfy(state -> assertThat(find(tracker, visitor, state)).isEmpty());
        assertThat(states.subList(3, 8))
                .allSatisfy(state -> assertThat(find(tracker, visitor, state)).isPresent());
    }

    @Test
    void thePathsOfAllAreBoundedTogether() {
        String longest = "/" + "a".repeat(1023);
        State last = begin(visitor, longest);
        for (int i = 0; i < 8; i++) {
            clock.advance(Duration.ofSeconds(1));
            last = begin(visitor, longest);
            assertThat(characters()).isLessThanOrEqualTo(4096);
        }

        assertThat(find(tracker, visitor, last))
                .hasValueSatisfying(pending -> assertThat(pending.returnTo()).isEqualTo(longest));
    }

    private int characters() {
        return visitor.cookies().values().stream()
                .mapToInt(
                        cookie -> cookie.getName().length() + cookie.getValue().length())
                .sum();
    }

    @Test
    void clearsOnlySoManyAtATime() {
        for (int i = 0; i < 300; i++) {
            String name = "__Host-iamsmart-signin-" + i;
            visitor.cookies().put(name, new Cookie(name, "junk"));
        }
        MockHttpServletResponse response = new MockHttpServletResponse();

        tracker.begin(visitor.request(), response, APPLICATION, Language.EN_US, false, null);

        assertThat(response.getCookies()).hasSizeLessThanOrEqualTo(21);
    }

    @Test
    void endsAfterItsLifetime() {
        State state = begin();
        clock.advance(LIFETIME.minusMillis(1));
        assertThat(find(tracker, visitor, state)).isPresent();
        clock.advance(Duration.ofMillis(1));

        assertThat(find(tracker, visitor, state)).isEmpty();
        assertThat(tracker.isHere(visitor.request(), APPLICATION, state)).isTrue();
    }

    @Test
    void aSignInThatEndedIsKnownInItsBrowserAlone() {
        State state = begin();
        PendingSignIn pending = find(tracker, visitor, state).orElseThrow();
        clock.advance(Duration.ofMinutes(1));
        MockHttpServletResponse response = new MockHttpServletResponse();
        tracker.end(response, APPLICATION, state, pending);
        visitor.receive(response);

        assertThat(find(tracker, visitor, state)).isEmpty();
        assertThat(tracker.isHere(visitor.request(), APPLICATION, state)).isTrue();
        assertThat(tracker.isHere(new Visitor().request(), APPLICATION, state)).isFalse();
        assertThat(visitor.cookies().values())
                .singleElement()
                .satisfies(cookie -> assertThat(cookie.getMaxAge()).isEqualTo(1140));
    }

    @Test
    void aSignInThatEndedWhileItsTimeRanOutLeavesNothing() {
        State state = begin();
        PendingSignIn pending = find(tracker, visitor, state).orElseThrow();
        clock.advance(LIFETIME.plusSeconds(5));
        MockHttpServletResponse response = new MockHttpServletResponse();
        tracker.end(response, APPLICATION, state, pending);
        visitor.receive(response);

        assertThat(visitor.cookies()).isEmpty();
    }

    @Test
    void theCookieTellsNeitherTheStateNorThePath() {
        State state = begin();

        assertThat(visitor.cookies().values()).singleElement().satisfies(cookie -> {
            assertThat(cookie.getName()).doesNotContain(state.value().substring(0, 8));
            assertThat(cookie.getValue()).doesNotContain(state.value(), "form");
        });
    }

    @Test
    void theCookieStaysWithTheHostAndGoesWithTheSignIn() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        State state = tracker.begin(visitor.request(), response, APPLICATION, Language.EN_US, false, null);

        assertThat(response.getHeader("Set-Cookie"))
                .startsWith("__Host-iamsmart-signin-")
                .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax", "Max-Age=1200")
                .doesNotContain("Domain");
        visitor.receive(response);
        MockHttpServletResponse done = new MockHttpServletResponse();
        tracker.clear(done, APPLICATION, state);
        visitor.receive(done);
        assertThat(visitor.cookies()).isEmpty();
    }

    @Test
    void aCookieOpensItsOwnSignInAlone() {
        State mine = begin();
        Visitor attacker = new Visitor();
        State theirs = begin(attacker, "/");
        Cookie own = visitor.cookies().values().iterator().next();
        Cookie planted = attacker.cookies().values().iterator().next();

        assertThat(find(tracker, visitor, theirs)).isEmpty();
        visitor.cookies().put(own.getName(), new Cookie(own.getName(), planted.getValue()));
        assertThat(find(tracker, visitor, mine)).isEmpty();
        // The name without the prefix can be set by any host of the domain.
        String bare = own.getName().substring("__Host-".length());
        visitor.cookies().clear();
        visitor.cookies().put(bare, new Cookie(bare, own.getValue()));
        assertThat(find(tracker, visitor, mine)).isEmpty();
    }
}
