package io.github.iamsmart.signin;

import io.github.iamsmart.request.Scope;
import java.io.Serializable;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a sign-in brings: the right to make requests for a user, for a time, and who the user is for this service.
 *
 * <p>There is no refresh token: when it has expired the user signs in again. Immutable. It never shows its value, but
 * it is serializable with it, so that it can stand in an HTTP session: a session store outside the process holds
 * secrets and must be guarded as such.
 */
public final class AccessToken implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String value;
    private final TokenisedId tokenisedId;
    private final AccountType accountType;
    private final LinkedHashSet<Scope> scopes;
    private final Instant issuedAt;
    private final Instant expiresAt;
    private final @Nullable Instant lastModified;

    /**
     * Puts a token together again, for an application that keeps its parts in a store of its own.
     *
     * @param value the token itself
     * @param tokenisedId whose it is
     * @param accountType the kind of account
     * @param scopes what it may be used for
     * @param issuedAt when it was issued
     * @param expiresAt when it ends
     * @param lastModified when the user's verified identity data last changed, or {@code null}
     */
    public AccessToken(
            String value,
            TokenisedId tokenisedId,
            AccountType accountType,
            Set<Scope> scopes,
            Instant issuedAt,
            Instant expiresAt,
            @Nullable Instant lastModified) {
        this.value = value;
        this.tokenisedId = tokenisedId;
        this.accountType = accountType;
        this.scopes = new LinkedHashSet<>(scopes);
        this.issuedAt = issuedAt;
        this.expiresAt = expiresAt;
        this.lastModified = lastModified;
    }

    /**
     * Returns the token itself.
     *
     * @return the secret text
     */
    public String value() {
        return value;
    }

    /**
     * Returns who signed in.
     *
     * @return the user's identity for this online service
     */
    public TokenisedId tokenisedId() {
        return tokenisedId;
    }

    /**
     * Returns the kind of account.
     *
     * @return iAM Smart, iAM Smart+, or one that is new
     */
    public AccountType accountType() {
        return accountType;
    }

    /**
     * Returns what the token may be used for.
     *
     * @return the scopes, unmodifiable
     */
    public Set<Scope> scopes() {
        return Collections.unmodifiableSet(scopes);
    }

    /**
     * Returns when the token was issued.
     *
     * @return by the gateway's clock
     */
    public Instant issuedAt() {
        return issuedAt;
    }

    /**
     * Returns when the token ends; four hours after its issue in the samples that are public.
     *
     * @return by the gateway's clock
     */
    public Instant expiresAt() {
        return expiresAt;
    }

    /**
     * Returns when the user's verified identity data last changed: compare it with the one of the last sign-in to learn
     * that a profile should be read again.
     *
     * @return by the gateway's clock, empty if it did not say
     */
    public Optional<Instant> lastModified() {
        return Optional.ofNullable(lastModified);
    }

    /**
     * Returns whether the token has ended.
     *
     * @param time the time to compare with
     * @return {@code true} at its end and after
     */
    public boolean isExpiredAt(Instant time) {
        return !time.isBefore(expiresAt);
    }

    @Override
    public String toString() {
        return "AccessToken[secret, tokenisedId=" + tokenisedId + ", accountType=" + accountType + ", scopes=" + scopes
                + ", expiresAt=" + expiresAt + "]";
    }
}
