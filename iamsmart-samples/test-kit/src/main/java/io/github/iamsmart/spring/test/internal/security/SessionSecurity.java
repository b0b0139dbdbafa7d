package io.github.iamsmart.spring.test.internal.security;

import io.github.iamsmart.identity.VerifiedProfile;
import io.github.iamsmart.spring.security.IamSmartAuthenticationToken;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import jakarta.servlet.http.HttpSession;
import java.util.Objects;
import java.util.Optional;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Authenticates requests by their session, where Spring Security keeps authentications unless told otherwise. */
public final class SessionSecurity {

    private SessionSecurity() {}

    /**
     * Authenticates a request.
     *
     * @param request of a test
     * @param signIn who has signed in
     * @param profile what the application has fetched about the user
     */
    public static void authenticate(
            MockHttpServletRequest request, IamSmartSignIn signIn, Optional<VerifiedProfile> profile) {
        HttpSession session = Objects.requireNonNull(request.getSession(true));
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                new SecurityContextImpl(token(signIn, profile)));
    }

    static IamSmartAuthenticationToken token(IamSmartSignIn signIn, Optional<VerifiedProfile> profile) {
        IamSmartAuthenticationToken plain = IamSmartAuthenticationToken.of(signIn);
        return profile.map(plain::withProfile).orElse(plain);
    }
}
