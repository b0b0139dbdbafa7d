package io.github.iamsmart.samples.onlineservice.cases;

import io.github.iamsmart.spring.signin.IamSmartSignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Tells visitors apart. What somebody has begun who is signed in belongs to them, and they find it again after another
 * sign-in; what anybody else has begun belongs to the session of their browser.
 */
@Component
public final class Visitor {

    private static final String ATTRIBUTE = Visitor.class.getName();

    private final Cases cases;

    public Visitor(Cases cases) {
        this.cases = cases;
    }

    /** The owner of what this visitor begins. */
    public String of(HttpServletRequest request) {
        return IamSmartSignIn.from(request)
                .map(signIn -> "user:" + signIn.tokenisedId().value())
                .orElseGet(() -> browser(request));
    }

    private String browser(HttpServletRequest request) {
        HttpSession session = request.getSession();
        if (session.getAttribute(ATTRIBUTE) instanceof Browser browser) {
            return browser.name();
        }
        Browser browser = new Browser("browser:" + UUID.randomUUID(), cases);
        session.setAttribute(ATTRIBUTE, browser);
        return browser.name();
    }

    /** Forgets what is begun here, and ends the session of this site; the gateway knows no sign-out. */
    public void signOut(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            cases.forgetAllOf(of(request));
            session.invalidate();
        }
    }

    /** Its cases end with its session. */
    private record Browser(String name, Cases cases) implements HttpSessionBindingListener {
        @Override
        public void valueUnbound(HttpSessionBindingEvent event) {
            cases.forgetAllOf(name);
        }
    }
}
