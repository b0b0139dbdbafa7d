package io.github.iamsmart.spring.internal.security;

import io.github.iamsmart.spring.IamSmartClientRegistry;
import io.github.iamsmart.spring.internal.signin.SignInHook;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.springframework.context.ApplicationListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Ends the sign-in of a session whose user logs in by other means, such as a form: that may be another person, to whom
 * what iAM Smart proved does not belong.
 */
public final class OtherLoginListener implements ApplicationListener<InteractiveAuthenticationSuccessEvent> {

    private final IamSmartClientRegistry clients;

    /**
     * Creates it.
     *
     * @param clients of the application
     */
    public OtherLoginListener(IamSmartClientRegistry clients) {
        this.clients = clients;
    }

    @Override
    public void onApplicationEvent(InteractiveAuthenticationSuccessEvent event) {
        if (!SignInHook.class.isAssignableFrom(event.getGeneratedBy())
                && RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            HttpServletRequest request = attributes.getRequest();
            HttpSession session = request.getSession(false);
            clients.names().stream()
                    .filter(client -> session != null && SignInMark.isSet(session, client))
                    .forEach(client -> SignInMark.forget(request, client));
        }
    }
}
