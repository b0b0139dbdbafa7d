package io.github.iamsmart.spring.security;

import io.github.iamsmart.identity.AccountType;
import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.identity.VerifiedProfile;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * The authentication of a user who has signed in with iAM Smart. Its name is the Tokenised ID, its principal an
 * {@link IamSmartUser}, and it has no credentials.
 *
 * <p>Its authorities, unless a {@code GrantedAuthoritiesMapper} changes them:
 *
 * <ul>
 *   <li>{@value #IAMSMART}: has signed in with iAM Smart
 *   <li>{@value #ACCOUNT_IAMSMART} or {@value #ACCOUNT_IAMSMART_PLUS}: the kind of account. A user of iAM Smart+ has
 *       both, as they can do what a user of iAM Smart can. A kind that this version does not know is {@code ACCOUNT_}
 *       and the gateway's word in capitals, for example {@code ACCOUNT_CORPORATE}
 *   <li>{@code SCOPE_} and a scope of the access token, for example {@code SCOPE_eidapi_sign}
 * </ul>
 */
public final class IamSmartAuthenticationToken extends AbstractAuthenticationToken {

    /** The authority of everybody who has signed in with iAM Smart. */
    public static final String IAMSMART = "IAMSMART";

    /** The authority of a user with an iAM Smart account; one of iAM Smart+ has it, too. */
    public static final String ACCOUNT_IAMSMART = "ACCOUNT_IAMSMART";

    /** The authority of a user with an iAM Smart+ account, who can sign documents. */
    public static final String ACCOUNT_IAMSMART_PLUS = "ACCOUNT_IAMSMART_PLUS";

    /** What stands before the name of a scope in its authority. */
    public static final String SCOPE_PREFIX = "SCOPE_";

    private static final String ACCOUNT_PREFIX = "ACCOUNT_";
    private static final long serialVersionUID = 1L;

    private final IamSmartUser user;

    private IamSmartAuthenticationToken(IamSmartUser user, Collection<? extends GrantedAuthority> authorities) {
        super(authorities);
        this.user = user;
        super.setAuthenticated(true);
    }

    /**
     * {@return the authentication of a sign-in, with its usual authorities}
     *
     * @param signIn who signed in
     */
    public static IamSmartAuthenticationToken of(IamSmartSignIn signIn) {
        IamSmartUser user = IamSmartUser.of(signIn);
        return new IamSmartAuthenticationToken(user, authorities(user));
    }

    /**
     * {@return the authentication of a user with authorities of the application's choice}
     *
     * @param user who signed in
     * @param authorities all that the user has
     */
    public static IamSmartAuthenticationToken of(
            IamSmartUser user, Collection<? extends GrantedAuthority> authorities) {
        return new IamSmartAuthenticationToken(user, authorities);
    }

    /**
     * {@return the usual authorities of a user, unmodifiable}
     *
     * @param user who signed in
     */
    public static List<GrantedAuthority> authorities(IamSmartUser user) {
        List<GrantedAuthority> all = new ArrayList<>();
        all.add(new SimpleGrantedAuthority(IAMSMART));
        AccountType type = user.accountType();
        if (type.equals(AccountType.BASIC) || type.canSign()) {
            all.add(new SimpleGrantedAuthority(ACCOUNT_IAMSMART));
        }
        if (type.canSign()) {
            all.add(new SimpleGrantedAuthority(ACCOUNT_IAMSMART_PLUS));
        }
        if (!type.equals(AccountType.BASIC) && !type.canSign()) {
            all.add(new SimpleGrantedAuthority(ACCOUNT_PREFIX + type.value().toUpperCase(Locale.ROOT)));
        }
        for (Scope scope : user.scopes()) {
            all.add(new SimpleGrantedAuthority(SCOPE_PREFIX + scope.value()));
        }
        return List.copyOf(all);
    }

    /**
     * {@return this authentication with the verified profile of its user} Save it in the {@code SecurityContext}, and
     * that in the {@code SecurityContextRepository}, to have it in later requests.
     *
     * @param profile what iAM Smart told of the user
     */
    public IamSmartAuthenticationToken withProfile(VerifiedProfile profile) {
        var other = new IamSmartAuthenticationToken(user.withProfile(profile), getAuthorities());
        other.setDetails(getDetails());
        return other;
    }

    @Override
    public IamSmartUser getPrincipal() {
        return user;
    }

    /** {@return an empty text: the access token is in the {@link IamSmartSignIn} of the session} */
    @Override
    public Object getCredentials() {
        return "";
    }

    /**
     * Ends the authentication, if asked to.
     *
     * @param authenticated {@code false}
     * @throws IllegalArgumentException if it is {@code true}: only a sign-in makes an authentication
     */
    @Override
    public void setAuthenticated(boolean authenticated) {
        if (authenticated) {
            throw new IllegalArgumentException("Only a sign-in makes an IamSmartAuthenticationToken.");
        }
        super.setAuthenticated(false);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IamSmartAuthenticationToken && super.equals(other);
    }

    @Override
    public int hashCode() {
        return Objects.hash(user, getAuthorities());
    }

    /** Shows the beginning of the Tokenised ID alone. */
    @Override
    public String toString() {
        return "IamSmartAuthenticationToken[" + user + ", authorities=" + getAuthorities() + "]";
    }
}
