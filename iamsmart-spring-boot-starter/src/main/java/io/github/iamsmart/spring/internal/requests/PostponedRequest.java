package io.github.iamsmart.spring.internal.requests;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.requests.UserRequest;
import io.github.iamsmart.spring.IamSmartClientRegistry;
import io.github.iamsmart.spring.internal.web.Digests;
import io.github.iamsmart.spring.internal.web.EndpointSettings;
import io.github.iamsmart.spring.internal.web.LocalPath;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import org.springframework.web.util.WebUtils;

/**
 * A request that is sent when its user has signed in. The HTTP session keeps it meanwhile, one at a time for each
 * client: the newest wins. What the application asks stands in it, such as the hash of the number of the signer: a
 * store of sessions is one of personal data.
 *
 * @param version of the form of this record: nodes of two releases run side by side during an update
 * @param id tells it from those before it
 * @param request what the user is asked
 * @param reference the application's own reference
 * @param goTo where to go afterwards, a path within the application
 * @param againAt where to begin again, a path within the application
 * @param user the digest of who was signed in when it began; {@code null} if nobody was
 * @param expiresAt until when the user may sign in for it
 */
public record PostponedRequest(
        int version,
        String id,
        UserRequest request,
        @Nullable String reference,
        String goTo,
        String againAt,
        @Nullable String user,
        Instant expiresAt)
        implements Serializable {

    /** The parameter that names it where the browser goes on. */
    public static final String ID = "id";

    /** The parameter that says where to begin again if it is no longer there. */
    public static final String AGAIN_AT = "againAt";

    private static final long serialVersionUID = 1L;

    private static final int VERSION = 1;

    /** As long as iAM Smart gives a user to answer. */
    private static final Duration LIFETIME = Duration.ofMinutes(18);

    private static final String ATTRIBUTE = PostponedRequest.class.getName();

    /**
     * {@return a request that waits for its user}
     *
     * @param request what the user is asked
     * @param reference the application's own reference
     * @param goTo where to go afterwards, a path within the application
     * @param againAt where to begin again, a path within the application
     * @param signedIn who is signed in, with a token that does not do
     * @param now the time
     */
    public static PostponedRequest of(
            UserRequest request,
            @Nullable String reference,
            String goTo,
            String againAt,
            Optional<IamSmartSignIn> signedIn,
            Instant now) {
        String user =
                signedIn.map(one -> RequestBrowser.owner(one.tokenisedId())).orElse(null);
        String id = UUID.randomUUID().toString();
        return new PostponedRequest(VERSION, id, request, reference, goTo, againAt, user, now.plus(LIFETIME));
    }

    /**
     * Keeps it in a session, in place of the one before.
     *
     * @param session of the browser
     * @param client the name of the client that sends it
     */
    public void keepIn(HttpSession session, String client) {
        session.setAttribute(attribute(client), this);
    }

    private static String attribute(String client) {
        return client.equals(IamSmartClientRegistry.DEFAULT) ? ATTRIBUTE : ATTRIBUTE + "." + client;
    }

    /**
     * {@return the path at which the browser goes on after the sign-in, within the application} It says where to begin
     * again, too: whoever signs in in another browser has no session there.
     *
     * @param pathPrefix of the endpoints
     */
    public String continuePath(String pathPrefix) {
        String path = pathPrefix + RequestPaths.CONTINUE + "?" + ID + "=" + id;
        return LocalPath.of(path + "&" + AGAIN_AT + "=" + UriUtils.encode(againAt, UTF_8))
                .orElse(path);
    }

    /**
     * {@return the scopes of the request for which the browser signs in; empty unless the sign-in leads back to it} So
     * no link can ask for more than the application itself does.
     *
     * @param request begins a sign-in
     * @param endpoints of the client with which the user signs in
     * @param returnTo where the sign-in leads
     * @param now the time
     */
    public static Set<Scope> scopes(
            HttpServletRequest request, EndpointSettings endpoints, @Nullable String returnTo, Instant now) {
        return Optional.ofNullable(request.getSession(false))
                .flatMap(session -> find(session, endpoints.clientName(), now))
                .filter(one -> one.continuePath(endpoints.pathPrefix()).equals(returnTo))
                .map(one -> one.request().scopes())
                .orElseGet(Set::of);
    }

    /**
     * Takes the request for which a user has signed in, once.
     *
     * @param request of the browser that is back
     * @param client the name of the client that sends it
     * @param id the one that it names
     * @param now the time
     * @return the request; empty if it is another, too old, or was taken
     */
    public static Optional<PostponedRequest> take(
            HttpServletRequest request, String client, @Nullable String id, Instant now) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return Optional.empty();
        }
        synchronized (WebUtils.getSessionMutex(session)) {
            Optional<PostponedRequest> found =
                    find(session, client, now).filter(one -> one.id().equals(id));
            if (found.isPresent()) {
                session.removeAttribute(attribute(client));
            }
            return found;
        }
    }

    private static Optional<PostponedRequest> find(HttpSession session, String client, Instant now) {
        return session.getAttribute(attribute(client)) instanceof PostponedRequest one
                        && one.version() == VERSION
                        && now.isBefore(one.expiresAt())
                ? Optional.of(one)
                : Optional.empty();
    }

    /**
     * {@return whether a user may go on with it: who began it, or anybody if nobody was signed in then}
     *
     * @param signIn who is signed in now
     */
    public boolean isOf(IamSmartSignIn signIn) {
        return user == null || Digests.equal(user, RequestBrowser.owner(signIn.tokenisedId()));
    }

    /** Does not show what the user is asked, nor any path. */
    @Override
    public String toString() {
        return "PostponedRequest[kind=" + request.kind() + ", expiresAt=" + expiresAt + "]";
    }
}
