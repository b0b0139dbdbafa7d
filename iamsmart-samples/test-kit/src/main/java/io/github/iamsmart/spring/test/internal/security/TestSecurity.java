package io.github.iamsmart.spring.test.internal.security;

import io.github.iamsmart.identity.VerifiedProfile;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import java.util.Optional;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;

/** Authenticates requests with Spring Security's own test support. Loaded only where that is on the class path. */
public final class TestSecurity {

    private TestSecurity() {}

    /**
     * Authenticates a request.
     *
     * @param request of a test
     * @param signIn who has signed in
     * @param profile what the application has fetched about the user
     */
    public static void authenticate(
            MockHttpServletRequest request, IamSmartSignIn signIn, Optional<VerifiedProfile> profile) {
        SecurityMockMvcRequestPostProcessors.authentication(SessionSecurity.token(signIn, profile))
                .postProcessRequest(request);
    }
}
