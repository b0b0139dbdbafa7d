package io.github.iamsmart.spring.security;

import io.github.iamsmart.identity.AccountType;
import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.identity.TokenisedId;
import io.github.iamsmart.identity.VerifiedProfile;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * The user who has signed in with iAM Smart, as Spring Security's principal: an argument of a controller's method with
 * {@code @AuthenticationPrincipal}. Its {@linkplain #getName() name} is the Tokenised ID.
 *
 * <p>Two are equal if they are the same user of the same client. Immutable. It holds no access token, which the
 * {@link IamSmartSignIn} of the session has, and {@link #toString()} shows no personal data. Serialized, it contains
 * the verified profile, if it has one: the store of sessions is one of personal data then.
 */
public final class IamSmartUser implements AuthenticatedPrincipal, Serializable {

    private static final long serialVersionUID = 1L;

    private final String client;
    private final TokenisedId tokenisedId;
    private final AccountType accountType;
    private final LinkedHashSet<Scope> scopes;
    private final @Nullable StoredProfile profile;

    private IamSmartUser(
            String client,
            TokenisedId tokenisedId,
            AccountType accountType,
            Set<Scope> scopes,
            @Nullable StoredProfile profile) {
        this.client = client;
        this.tokenisedId = tokenisedId;
        this.accountType = accountType;
        this.scopes = new LinkedHashSet<>(scopes);
        this.profile = profile;
    }

    /**
     * {@return the user who signed in, without a profile}
     *
     * @param signIn the sign-in
     */
    public static IamSmartUser of(IamSmartSignIn signIn) {
        return new IamSmartUser(signIn.client(), signIn.tokenisedId(), signIn.accountType(), signIn.scopes(), null);
    }

    /**
     * {@return this user with a verified profile} See {@link IamSmartAuthenticationToken#withProfile}, which puts it
     * into an authentication.
     *
     * @param value what iAM Smart told of the user
     */
    public IamSmartUser withProfile(VerifiedProfile value) {
        return new IamSmartUser(client, tokenisedId, accountType, scopes, StoredProfile.of(value));
    }

    /** {@return the Tokenised ID, the key under which an application knows its user} */
    @Override
    public String getName() {
        return tokenisedId.value();
    }

    /** {@return the name of the client with which the user signed in} */
    public String client() {
        return client;
    }

    /** {@return the Tokenised ID, the key under which an application knows its user} */
    public TokenisedId tokenisedId() {
        return tokenisedId;
    }

    /** {@return the kind of account: iAM Smart, iAM Smart+, or one that is new} */
    public AccountType accountType() {
        return accountType;
    }

    /** {@return the scopes of the user's access token, unmodifiable} */
    public Set<Scope> scopes() {
        return Collections.unmodifiableSet(scopes);
    }

    /** {@return the verified profile, if the application has fetched it and added it} */
    public Optional<VerifiedProfile> profile() {
        return Optional.ofNullable(profile).map(StoredProfile::profile);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IamSmartUser that && client.equals(that.client) && tokenisedId.equals(that.tokenisedId);
    }

    @Override
    public int hashCode() {
        return tokenisedId.hashCode();
    }

    @Override
    public String toString() {
        return "IamSmartUser[" + tokenisedId + ", client=" + client + ", accountType=" + accountType + ", scopes="
                + scopes + "]";
    }
}
