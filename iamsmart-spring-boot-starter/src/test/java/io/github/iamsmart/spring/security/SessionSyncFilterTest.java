package io.github.iamsmart.spring.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.github.iamsmart.spring.TestSignIns;
import io.github.iamsmart.spring.internal.signin.SignInHook;
import io.github.iamsmart.spring.internal.signin.SignInHookRegistry;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class SessionSyncFilterTest {

    private final SecurityContextHolderStrategy holder = SecurityContextHolder.getContextHolderStrategy();
    private final SecurityContextRepository contexts = mock(SecurityContextRepository.class);
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
    private final AtomicReference<@Nullable Authentication> seen = new AtomicReference<>();
    private final AtomicReference<@Nullable Object> current = new AtomicReference<>();

    @BeforeEach
    void signIn() {
        RequestContextHolder.resetRequestAttributes();
        IamSmartSignIn signIn = TestSignIns.signIn("tokenised");
        signIn.attachTo(request.getSession());
        holder.setContext(new SecurityContextImpl(IamSmartAuthenticationToken.of(signIn)));
    }

    @AfterEach
    void forget() {
        holder.clearContext();
    }

    private void filter(String client) throws Exception {
        SignInHook hook = mock(SignInHook.class);
        when(hook.client()).thenReturn(client);
        SignInHookRegistry hooks = new SignInHookRegistry();
        hooks.add(hook);
        new SessionSyncFilter(hooks, hook, holder, contexts, new NullRequestCache())
                .doFilter(request, new MockHttpServletResponse(), (same, answer) -> {
                    seen.set(holder.getContext().getAuthentication());
                    current.set(RequestContextHolder.getRequestAttributes());
                });
    }

    @Test
    void theUserOfItsClientIsKnown() throws Exception {
        filter("default");

        assertThat(seen.get()).isInstanceOf(IamSmartAuthenticationToken.class);
    }

    @Test
    void theUserOfAnotherClientIsAStrangerHereAndStaysSignedInThere() throws Exception {
        filter("staff");

        assertThat(seen.get()).isNull();
        verifyNoInteractions(contexts);
        assertThat(IamSmartSignIn.from(request)).isPresent();
    }

    @Test
    void whatListensToLoginsHasTheRequestWhereverTheFilterStands() throws Exception {
        filter("default");

        assertThat(current.get())
                .isInstanceOfSatisfying(
                        ServletRequestAttributes.class,
                        attributes -> assertThat(attributes.getRequest()).isSameAs(request));
        assertThat(RequestContextHolder.getRequestAttributes()).isNull();
    }
}
