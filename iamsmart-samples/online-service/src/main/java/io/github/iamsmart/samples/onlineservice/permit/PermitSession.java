package io.github.iamsmart.samples.onlineservice.permit;

import io.github.iamsmart.signin.TokenisedId;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Knows which application belongs to a browser, and to nobody else who signs in there. */
@Component
final class PermitSession {

    private static final String ATTRIBUTE = PermitSession.class.getName();

    private final PermitDesk desk;

    PermitSession(PermitDesk desk) {
        this.desk = desk;
    }

    Optional<PermitApplication> find(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof Holder holder
                ? desk.find(holder.id())
                        .filter(application -> application.applicant().equals(applicant(request)))
                : Optional.empty();
    }

    /** The application that can still be changed; empty where there is none, or it has been submitted. */
    Optional<PermitApplication> findOpen(HttpServletRequest request) {
        return find(request).filter(application -> !application.isSubmitted());
    }

    PermitApplication findOrOpen(HttpServletRequest request) {
        return findOpen(request).orElseGet(() -> {
            PermitApplication application = desk.open(applicant(request));
            request.getSession().setAttribute(ATTRIBUTE, new Holder(application.id(), desk));
            return application;
        });
    }

    private static Optional<TokenisedId> applicant(HttpServletRequest request) {
        return IamSmartSignIn.from(request).map(IamSmartSignIn::tokenisedId);
    }

    /** Forgets the application when the session ends, by a sign-out for example, or begins another one. */
    private record Holder(String id, PermitDesk desk) implements HttpSessionBindingListener {
        @Override
        public void valueUnbound(HttpSessionBindingEvent event) {
            desk.forget(id);
        }
    }
}
