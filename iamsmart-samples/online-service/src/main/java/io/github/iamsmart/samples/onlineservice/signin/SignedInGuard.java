package io.github.iamsmart.samples.onlineservice.signin;

import io.github.iamsmart.spring.signin.IamSmartSignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets only signed-in visitors through; the others see a page with the button, and come back afterwards. */
public final class SignedInGuard implements HandlerInterceptor {

    private final Clock clock;

    public SignedInGuard(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        boolean signedIn = IamSmartSignIn.from(request)
                .filter(signIn -> signIn.expiresAt().isAfter(clock.instant()))
                .isPresent();
        if (!signedIn) {
            String returnTo = URLEncoder.encode(request.getServletPath(), StandardCharsets.UTF_8);
            response.sendRedirect(request.getContextPath() + "/sign-in?returnTo=" + returnTo);
        }
        return signedIn;
    }
}
