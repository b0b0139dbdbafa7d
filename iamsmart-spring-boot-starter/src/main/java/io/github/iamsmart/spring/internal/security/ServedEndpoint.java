package io.github.iamsmart.spring.internal.security;

import io.github.iamsmart.spring.internal.callback.CallbackEndpoint;
import io.github.iamsmart.spring.internal.registry.ServedClient;
import io.github.iamsmart.spring.internal.requests.RequestPaths;
import io.github.iamsmart.spring.internal.signin.SignInPaths;
import io.github.iamsmart.spring.internal.signin.SignInUrls;
import io.github.iamsmart.spring.internal.web.EndpointSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;

/**
 * An endpoint of the starter: who may call it is decided behind it, by a state, a seal, a cookie or the owner of a
 * request, never by who is signed in.
 *
 * @param method its method; {@code HEAD} is let through with {@code GET}
 * @param path within the application; one segment of it may be {@value #ANY}
 */
public record ServedEndpoint(HttpMethod method, String path) {

    private static final String ANY = "{businessId}";

    /** Unreserved characters alone: nothing that is encoded, and no parameters of a path. */
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9_~-][A-Za-z0-9._~-]{0,35}");

    /**
     * {@return the endpoints of all clients}
     *
     * @param clients of the application
     * @param apps whether apps of the application get a session
     */
    public static List<ServedEndpoint> of(List<ServedClient> clients, boolean apps) {
        return clients.stream()
                .map(ServedClient::endpoints)
                .filter(Objects::nonNull)
                .flatMap(endpoints -> of(endpoints, apps).stream())
                .distinct()
                .toList();
    }

    /**
     * {@return an endpoint that anybody reads}
     *
     * @param path within the application
     */
    public static ServedEndpoint read(String path) {
        return new ServedEndpoint(HttpMethod.GET, path);
    }

    private static List<ServedEndpoint> of(EndpointSettings endpoints, boolean apps) {
        String prefix = endpoints.pathPrefix();
        List<ServedEndpoint> all = new ArrayList<>();
        all.add(new ServedEndpoint(HttpMethod.POST, CallbackEndpoint.path(endpoints)));
        if (apps) {
            all.add(new ServedEndpoint(HttpMethod.POST, prefix + SignInPaths.APP_LOGIN));
        }
        SignInUrls.callbackPaths(prefix).forEach(path -> all.add(new ServedEndpoint(HttpMethod.GET, path)));
        for (String path : List.of(
                SignInPaths.LOGIN,
                SignInPaths.DIRECT_LOGIN_STATE,
                RequestPaths.ANONYMOUS_RETURN,
                RequestPaths.STATE,
                RequestPaths.EVENTS,
                RequestPaths.PAGE,
                RequestPaths.GATEWAY,
                RequestPaths.CONTINUE,
                "/pages/iamsmart.css",
                "/pages/waiting.js")) {
            all.add(new ServedEndpoint(HttpMethod.GET, prefix + path));
        }
        return all;
    }

    /** {@return whether a page of another site cannot make use of it, so that it needs no protection against CSRF} */
    public boolean isForServers() {
        return method.equals(HttpMethod.POST);
    }

    /** {@return a path that it serves} */
    public String example() {
        return path.replace(ANY, "00000000-0000-0000-0000-000000000000");
    }

    boolean allows(String name) {
        return method.matches(name) || (method.equals(HttpMethod.GET) && HttpMethod.HEAD.matches(name));
    }

    /** {@return whether it is at this path, as it was sent} */
    boolean isAt(String sent) {
        int any = path.indexOf(ANY);
        if (any < 0) {
            return path.equals(sent);
        }
        String before = path.substring(0, any);
        String after = path.substring(any + ANY.length());
        int end = sent.length() - after.length();
        return end > any
                && sent.startsWith(before)
                && sent.endsWith(after)
                && SEGMENT.matcher(sent.substring(any, end)).matches();
    }
}
