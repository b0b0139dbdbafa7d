package io.github.iamsmart.samples.onlineservice.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An id in a session. What it names is forgotten when the session ends, by a sign-out for example, or gets another id
 * in its place.
 */
public final class SessionEntry implements HttpSessionBindingListener {

    private final String id;
    private final Consumer<String> forget;

    private SessionEntry(String id, Consumer<String> forget) {
        this.id = id;
        this.forget = forget;
    }

    public static void put(HttpServletRequest request, String attribute, String id, Consumer<String> forget) {
        request.getSession().setAttribute(attribute, new SessionEntry(id, forget));
    }

    /** The id; empty if the session has none. */
    public static Optional<String> find(HttpServletRequest request, String attribute) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(attribute) instanceof SessionEntry entry
                ? Optional.of(entry.id)
                : Optional.empty();
    }

    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
        forget.accept(id);
    }
}
