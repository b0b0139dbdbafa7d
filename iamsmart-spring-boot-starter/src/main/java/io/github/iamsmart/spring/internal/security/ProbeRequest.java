package io.github.iamsmart.spring.internal.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.web.SecurityFilterChain;

/** A request without a body, headers, cookies or session, with which a filter is tried out. */
final class ProbeRequest {

    private static final Logger log = LoggerFactory.getLogger(ProbeRequest.class);

    private static final Map<Class<?>, Object> ZEROS = Map.of(boolean.class, false, int.class, 0, long.class, 0L);

    private final Map<String, @Nullable Object> attributes = new HashMap<>();
    private final HttpServletRequest request;

    ProbeRequest(String method, String path) {
        Map<String, @Nullable Object> answers = new HashMap<>();
        answers.put("getMethod", method);
        answers.put("getRequestURI", path);
        answers.put("getServletPath", path);
        answers.put("getContextPath", "");
        answers.put("getScheme", "http");
        answers.put("getServerName", "localhost");
        answers.put("getRemoteAddr", "127.0.0.1");
        answers.put("getParameterMap", Map.of());
        answers.put("getDispatcherType", DispatcherType.REQUEST);
        answers.put("getHttpServletMapping", proxy(HttpServletMapping.class, nothing()));
        this.request = proxy(HttpServletRequest.class, (proxy, call, arguments) -> switch (call.getName()) {
            case "getAttribute" -> attributes.get((String) arguments[0]);
            case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
            case "getSession" ->
                arguments != null && Boolean.FALSE.equals(arguments[0]) ? null : proxy(HttpSession.class, nothing());
            default -> answers.containsKey(call.getName()) ? answers.get(call.getName()) : zero(call.getReturnType());
        });
    }

    private static InvocationHandler nothing() {
        return (proxy, call, arguments) -> zero(call.getReturnType());
    }

    private static @Nullable Object zero(Class<?> type) {
        if (type == java.util.Enumeration.class) {
            return Collections.emptyEnumeration();
        }
        return type == java.util.Collection.class ? List.of() : ZEROS.get(type);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(ProbeRequest.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /**
     * {@return whether a filter chain is responsible; {@code false} if it wants to know more than this request tells}
     */
    boolean isFor(SecurityFilterChain chain) {
        try {
            return chain.matches(request);
        } catch (RuntimeException e) {
            log.debug("Whether a filter chain is responsible cannot be told", e);
            return false;
        }
    }

    /**
     * {@return whether a filter hands the request on; {@code true} if it wants to know more than this request tells}
     */
    boolean passes(Filter filter) {
        AtomicBoolean passed = new AtomicBoolean();
        try {
            filter.doFilter(request, proxy(HttpServletResponse.class, nothing()), (same, answer) -> passed.set(true));
        } catch (Exception e) {
            log.debug("A filter cannot be tried out", e);
            return true;
        }
        return passed.get();
    }
}
