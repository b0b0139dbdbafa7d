package io.github.iamsmart.samples.onlineservice.signin;

import io.github.iamsmart.spring.signin.IamSmartSignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets only signed-in visitors through; the others see a page with the button, and come back afterwards. What a button
 * of a page does is done for the person whose page it was, and for nobody else who has signed in meanwhile.
 */
public final class SignedInGuard implements HandlerInterceptor {

    private final Clock clock;

    public SignedInGuard(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        Optional<IamSmartSignIn> signIn = IamSmartSignIn.from(request);
        boolean button = !HttpMethod.GET.matches(request.getMethod());
        // A button whose request needs a new access token leads through the sign-in by itself.
        if (signIn.isEmpty() || (!button && !signIn.get().expiresAt().isAfter(clock.instant()))) {
            String returnTo = URLEncoder.encode(request.getServletPath(), StandardCharsets.UTF_8);
            response.sendRedirect(request.getContextPath() + "/sign-in?returnTo=" + returnTo);
            return false;
        }
        String person = request.getParameter("person");
        if (person != null && !person.equals(SignInView.of(signIn.get()).tokenisedId())) {
            response.sendRedirect(request.getContextPath() + "/other-person");
            return false;
        }
        return true;
    }
}
