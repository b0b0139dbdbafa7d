package io.github.iamsmart.spring.signin;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.identity.AccessToken;
import io.github.iamsmart.identity.AccountType;
import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.identity.TokenisedId;
import io.github.iamsmart.spring.IamSmartClientRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in with iAM Smart in this browser, and with which access token. The HTTP session keeps it.
 *
 * <p>A controller's method may have it as an argument, and so its access token and Tokenised ID: a browser whose user
 * has not signed in is sent to do so and comes back, other clients get 401. An argument that is {@code @Nullable} or an
 * {@code Optional} is empty instead.
 *
 * <p>Immutable; {@link #toString()} shows no secret. Serialized, it contains the access token: a session store outside
 * the process must be guarded as a store of secrets.
 */
public final class IamSmartSignIn implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String ATTRIBUTE = IamSmartSignIn.class.getName();

    private final @Nullable String client;
    private final AccessToken accessToken;
    private final Language language;
    private final boolean sameDevice;
    private final Instant signedInAt;

    /**
     * Creates a sign-in with the client {@value IamSmartClientRegistry#DEFAULT}; of use in tests, too.
     *
     * @param accessToken what the gateway gave
     * @param language the language of iAM Smart's pages
     * @param sameDevice whether the browser is on a phone, where the iAM Smart app is too
     * @param signedInAt when the user came back
     */
    public IamSmartSignIn(AccessToken accessToken, Language language, boolean sameDevice, Instant signedInAt) {
        this(IamSmartClientRegistry.DEFAULT, accessToken, language, sameDevice, signedInAt);
    }

    /**
     * Creates a sign-in; of use in tests, too.
     *
     * @param client the name of the client with which the user signed in
     * @param accessToken what the gateway gave
     * @param language the language of iAM Smart's pages
     * @param sameDevice whether the browser is on a phone, where the iAM Smart app is too
     * @param signedInAt when the user came back
     */
    public IamSmartSignIn(
            String client, AccessToken accessToken, Language language, boolean sameDevice, Instant signedInAt) {
        this.client = client;
        this.accessToken = accessToken;
        this.language = language;
        this.sameDevice = sameDevice;
        this.signedInAt = signedInAt;
    }

    /**
     * {@return who is signed in in the browser that sent a request, with the client
     * {@value IamSmartClientRegistry#DEFAULT}; empty if nobody is} Creates no session.
     *
     * @param request the request
     */
    public static Optional<IamSmartSignIn> from(HttpServletRequest request) {
        return from(request, IamSmartClientRegistry.DEFAULT);
    }

    /**
     * {@return who is signed in in the browser that sent a request, with a client of this application; empty if nobody
     * is} Each client knows a user under another Tokenised ID. Creates no session.
     *
     * @param request the request
     * @param client the name of the client
     */
    public static Optional<IamSmartSignIn> from(HttpServletRequest request, String client) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(attribute(client)) instanceof IamSmartSignIn signIn
                ? Optional.of(signIn)
                : Optional.empty();
    }

    /**
     * Forgets who is signed in in the browser that sent a request, with the client
     * {@value IamSmartClientRegistry#DEFAULT}, for example after the gateway has called the access token ended. What
     * else the session holds stays; to end all of it, invalidate the session.
     *
     * @param request the request
     */
    public static void forget(HttpServletRequest request) {
        forget(request, IamSmartClientRegistry.DEFAULT);
    }

    /**
     * Forgets who is signed in in the browser that sent a request, with a client of this application. What else the
     * session holds stays.
     *
     * @param request the request
     * @param client the name of the client
     */
    public static void forget(HttpServletRequest request, String client) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(attribute(client));
        }
    }

    /**
     * Puts this sign-in into a session: of use in tests. The endpoints do it for an application, under a new session
     * id.
     *
     * @param session the session of the user's browser
     */
    public void attachTo(HttpSession session) {
        session.setAttribute(attribute(client()), this);
    }

    private static String attribute(String client) {
        return client.equals(IamSmartClientRegistry.DEFAULT) ? ATTRIBUTE : ATTRIBUTE + "." + client;
    }

    /** {@return the name of the client with which the user signed in} */
    public String client() {
        // A session that was stored before clients had names has none.
        return client == null ? IamSmartClientRegistry.DEFAULT : client;
    }

    /** {@return the Tokenised ID, the key under which an application knows its user} */
    public TokenisedId tokenisedId() {
        return accessToken.tokenisedId();
    }

    /** {@return the kind of account: iAM Smart, iAM Smart+, or one that is new} */
    public AccountType accountType() {
        return accessToken.accountType();
    }

    /** {@return the scopes of the access token, unmodifiable} */
    public Set<Scope> scopes() {
        return accessToken.scopes();
    }

    /** {@return when the user came back from iAM Smart, by this node's clock} */
    public Instant signedInAt() {
        return signedInAt;
    }

    /**
     * {@return when the access token ends, by the gateway's clock} The session of the application may live longer;
     * further requests to iAM Smart need another sign-in then.
     */
    public Instant expiresAt() {
        return accessToken.expiresAt();
    }

    /** {@return the token for further requests} */
    public AccessToken accessToken() {
        return accessToken;
    }

    /** {@return the language in which the user saw iAM Smart's pages} */
    public Language language() {
        return language;
    }

    /**
     * {@return whether the browser is on a phone} Then a button can open the iAM Smart app, and no QR code is needed.
     */
    public boolean sameDevice() {
        return sameDevice;
    }

    @Override
    public String toString() {
        return "IamSmartSignIn[" + tokenisedId() + ", accountType=" + accountType() + ", scopes=" + scopes()
                + ", signedInAt=" + signedInAt + ", expiresAt=" + expiresAt() + "]";
    }
}
