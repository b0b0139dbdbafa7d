package io.github.iamsmart.samples.onlineservice.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a session holds by its id. It is forgotten when the session ends, by a sign-out for example, or holds something
 * else in its place.
 */
public final class Held implements HttpSessionBindingListener {

    private final String id;
    private final Consumer<String> forget;

    private Held(String id, Consumer<String> forget) {
        this.id = id;
        this.forget = forget;
    }

    public static void hold(HttpServletRequest request, String attribute, String id, Consumer<String> forget) {
        request.getSession().setAttribute(attribute, new Held(id, forget));
    }

    /** The id of what is held; empty if nothing is. */
    public static Optional<String> find(HttpServletRequest request, String attribute) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(attribute) instanceof Held held
                ? Optional.of(held.id)
                : Optional.empty();
    }

    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
        forget.accept(id);
    }
}
