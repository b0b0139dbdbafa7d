package io.github.iamsmart.spring.internal.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.spring.TestSignIns;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import io.github.iamsmart.spring.signin.SignedInEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

class SignInSessionsTest {

    private final List<Object> events = new ArrayList<>();
    private final SignInSessions sessions = new SignInSessions(events::add, new SignInHookRegistry());
    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final IamSmartSignIn user = TestSignIns.signIn("a-user");

    @Test
    void makesASessionAndTellsOfTheSignIn() {
        sessions.signIn(request, response, user);

        assertThat(IamSmartSignIn.from(request)).containsSame(user);
        assertThat(events).containsExactly(new SignedInEvent(user));
    }

    @Test
    void givesTheSessionANewId() {
        MockHttpSession session = new MockHttpSession();
        session.setAttribute("basket", "full");
        String before = session.getId();
        request.setSession(session);

        sessions.signIn(request, response, user);

        assertThat(request.getSession().getId()).isNotEqualTo(before);
        assertThat(request.getSession().getAttribute("basket")).isEqualTo("full");
    }

    @Test
    void endsTheSessionOfAnotherUser() {
        sessions.signIn(request, response, TestSignIns.signIn("another-user"));
        MockHttpSession before = (MockHttpSession) request.getSession();

        sessions.signIn(request, response, user);

        assertThat(before.isInvalid()).isTrue();
        assertThat(IamSmartSignIn.from(request)).containsSame(user);
    }

    /** Whoever sent the link knows the id, and may have filled the session. */
    @Test
    void endsASessionThatAUrlNamed() {
        MockHttpSession planted = new MockHttpSession();
        request.setSession(planted);
        request.setRequestedSessionIdFromURL(true);

        sessions.signIn(request, response, user);

        assertThat(planted.isInvalid()).isTrue();
        assertThat(IamSmartSignIn.from(request)).containsSame(user);
    }

    @Test
    void alwaysEndsTheSessionBeforeADirectLogin() {
        sessions.signIn(request, response, user);
        MockHttpSession before = (MockHttpSession) request.getSession();

        sessions.signInAfresh(request, response, user);

        assertThat(before.isInvalid()).isTrue();
        assertThat(IamSmartSignIn.from(request)).containsSame(user);
    }

    @Test
    void leavesNobodySignedInWhenTheApplicationRefuses() {
        SignInSessions refusing = new SignInSessions(
                event -> {
                    throw new IllegalStateException("no such user");
                },
                new SignInHookRegistry());

        assertThatThrownBy(() -> refusing.signIn(request, response, user)).hasMessage("no such user");
        assertThat(IamSmartSignIn.from(request)).isEmpty();
    }
}
