package io.github.iamsmart.spring.internal.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The hooks of all clients. Thread-safe. */
public final class SignInHookRegistry {

    private static final String ATTRIBUTE = SignInHook.class.getName();

    private final List<SignInHook> hooks = new CopyOnWriteArrayList<>();

    /** Creates it, empty. */
    public SignInHookRegistry() {}

    /**
     * Adds a hook.
     *
     * @param hook takes part in sign-ins
     */
    public void add(SignInHook hook) {
        hooks.add(hook);
    }

    /** {@return whether there is none} */
    public boolean isEmpty() {
        return hooks.isEmpty();
    }

    /**
     * Says which hook a request is under: several filter chains may each have one for the same client.
     *
     * @param request the request at hand
     * @param hook of its filter chain
     */
    public void use(HttpServletRequest request, SignInHook hook) {
        request.setAttribute(ATTRIBUTE, hook);
    }

    /**
     * {@return the hook of a client: that of the filter chain at hand, else the first of another one}
     *
     * @param request the request at hand
     * @param client the name of the client
     */
    public Optional<SignInHook> find(HttpServletRequest request, String client) {
        return request.getAttribute(ATTRIBUTE) instanceof SignInHook hook
                        && hook.client().equals(client)
                ? Optional.of(hook)
                : hooks.stream().filter(one -> one.client().equals(client)).findFirst();
    }
}
