package io.github.iamsmart.spring.signin;

import io.github.iamsmart.request.Language;
import io.github.iamsmart.request.Scope;
import io.github.iamsmart.signin.AccessToken;
import io.github.iamsmart.signin.AccountType;
import io.github.iamsmart.signin.TokenisedId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Who is signed in with iAM Smart in this browser, and with which access token. It stands in the HTTP session.
 *
 * <p>Immutable; {@link #toString()} shows no secret. Serialized, it contains the access token: a session store outside
 * the process must be guarded as a store of secrets.
 */
public final class IamSmartSignIn implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String ATTRIBUTE = IamSmartSignIn.class.getName();

    private final AccessToken accessToken;
    private final Language language;
    private final boolean sameDevice;
    private final Instant signedInAt;

    /**
     * Creates a sign-in; of use in tests, too.
     *
     * @param accessToken what the gateway gave
     * @param language the language of iAM Smart's pages
     * @param sameDevice whether the browser is on a phone, where the iAM Smart app is too
     * @param signedInAt when the user came back
     */
    public IamSmartSignIn(AccessToken accessToken, Language language, boolean sameDevice, Instant signedInAt) {
        this.accessToken = accessToken;
        this.language = language;
        this.sameDevice = sameDevice;
        this.signedInAt = signedInAt;
    }

    /**
     * Returns who is signed in in the browser that sent a request. Creates no session.
     *
     * @param request the request
     * @return the sign-in, empty if nobody is signed in
     */
    public static Optional<IamSmartSignIn> from(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? Optional.empty() : from(session);
    }

    /**
     * Forgets who is signed in in the browser that sent a request, for example after the gateway has called the access
     * token ended. What else the session holds stays; to end all of it, invalidate the session.
     *
     * @param request the request
     */
    public static void forget(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            detachFrom(session);
        }
    }

    static Optional<IamSmartSignIn> from(HttpSession session) {
        return session.getAttribute(ATTRIBUTE) instanceof IamSmartSignIn signIn
                ? Optional.of(signIn)
                : Optional.empty();
    }

    void attachTo(HttpSession session) {
        session.setAttribute(ATTRIBUTE, this);
    }

    static void detachFrom(HttpSession session) {
        session.removeAttribute(ATTRIBUTE);
    }

    /**
     * Returns the user's identity for this online service.
     *
     * @return the Tokenised ID, the key under which an application knows its user
     */
    public TokenisedId tokenisedId() {
        return accessToken.tokenisedId();
    }

    /**
     * Returns the kind of account.
     *
     * @return iAM Smart, iAM Smart+, or one that is new
     */
    public AccountType accountType() {
        return accessToken.accountType();
    }

    /**
     * Returns what the access token may be used for.
     *
     * @return the scopes, unmodifiable
     */
    public Set<Scope> scopes() {
        return accessToken.scopes();
    }

    /**
     * Returns when the user came back from iAM Smart.
     *
     * @return by this node's clock
     */
    public Instant signedInAt() {
        return signedInAt;
    }

    /**
     * Returns when the access token ends. The session of the application may live longer; further requests to iAM Smart
     * need another sign-in then.
     *
     * @return by the gateway's clock
     */
    public Instant expiresAt() {
        return accessToken.expiresAt();
    }

    /**
     * Returns the token for further requests.
     *
     * @return the access token
     */
    public AccessToken accessToken() {
        return accessToken;
    }

    /**
     * Returns the language in which the user saw iAM Smart's pages.
     *
     * @return the language
     */
    public Language language() {
        return language;
    }

    /**
     * Returns whether the browser is on a phone: then a button can open the iAM Smart app, and no QR code is needed.
     *
     * @return {@code false} on a desktop computer
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
