package io.github.iamsmart.samples.onlineservice.permit;

import io.github.iamsmart.identity.TokenisedId;
import io.github.iamsmart.samples.onlineservice.site.SessionEntry;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import jakarta.servlet.http.HttpServletRequest;
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
        return SessionEntry.find(request, ATTRIBUTE)
                .flatMap(desk::find)
                .filter(application -> application.applicant().equals(applicant(request)));
    }

    /** The application that can still be changed; empty where there is none, or it has been submitted. */
    Optional<PermitApplication> findOpen(HttpServletRequest request) {
        return find(request).filter(application -> !application.isSubmitted());
    }

    PermitApplication findOrOpen(HttpServletRequest request) {
        return findOpen(request).orElseGet(() -> {
            PermitApplication application = desk.open(applicant(request));
            SessionEntry.put(request, ATTRIBUTE, application.id(), desk::forget);
            return application;
        });
    }

    private static Optional<TokenisedId> applicant(HttpServletRequest request) {
        return IamSmartSignIn.from(request).map(IamSmartSignIn::tokenisedId);
    }
}
