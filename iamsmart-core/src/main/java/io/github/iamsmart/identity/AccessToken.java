package io.github.iamsmart.identity;

import io.github.iamsmart.error.InvalidRequestException;
import java.io.Serializable;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The result of a sign-in: a time-limited right to make requests for a user, and the user's identity for this service.
 *
 * <p>There is no refresh token: once the token has expired the user signs in again. Immutable. {@link #toString()}
 * never shows the value, but serialization includes it, so that the token can be kept in an HTTP session: a session
 * store outside the process then holds secrets and must be protected accordingly.
 */
public final class AccessToken implements Serializable {

    private static final long serialVersionUID = 1L;

    /** No gateway gives such a value: it has blanks. */
    private static final String MADE_UP = "made up for a test";

    private final String value;
    private final TokenisedId tokenisedId;
    private final AccountType accountType;
    private final LinkedHashSet<Scope> scopes;
    private final Instant issuedAt;
    private final Instant expiresAt;
    private final @Nullable Instant lastModified;

    /**
     * Recreates a token, for an application that keeps its parts in a store of its own.
     *
     * @param value the token itself
     * @param tokenisedId the user it belongs to
     * @param accountType the kind of account
     * @param scopes what it may be used for
     * @param issuedAt when it was issued
     * @param expiresAt when it expires
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
     * {@return a token that no gateway gave, for tests of code that only looks at it} It can be kept in a session and
     * shown to the application; whatever would send it gets an {@link InvalidRequestException} from {@link #value()}.
     *
     * @param tokenisedId the user it belongs to
     * @param accountType the kind of account
     * @param scopes what it may be used for
     * @param issuedAt when it was issued
     * @param expiresAt when it expires
     */
    public static AccessToken madeUp(
            TokenisedId tokenisedId, AccountType accountType, Set<Scope> scopes, Instant issuedAt, Instant expiresAt) {
        return new AccessToken(MADE_UP, tokenisedId, accountType, scopes, issuedAt, expiresAt, null);
    }

    /**
     * {@return the token itself, a secret}
     *
     * @throws InvalidRequestException if it was {@linkplain #madeUp made up}
     */
    public String value() {
        if (value.equals(MADE_UP)) {
            throw new InvalidRequestException("This access token was made up for a test, and no gateway knows it: it"
                    + " can't be sent. Where requests really go to a simulator, sign a user in there.");
        }
        return value;
    }

    /** {@return the identity, for this online service, of the user who signed in} */
    public TokenisedId tokenisedId() {
        return tokenisedId;
    }

    /** {@return the kind of account: iAM Smart, iAM Smart+, or one that this version does not know} */
    public AccountType accountType() {
        return accountType;
    }

    /** {@return what the token may be used for, unmodifiable} */
    public Set<Scope> scopes() {
        return Collections.unmodifiableSet(scopes);
    }

    /** {@return when the token was issued, by the gateway's clock} */
    public Instant issuedAt() {
        return issuedAt;
    }

    /**
     * {@return when the token expires, by the gateway's clock} In public samples that is four hours after its issue.
     */
    public Instant expiresAt() {
        return expiresAt;
    }

    /**
     * {@return when the user's verified identity data last changed, by the gateway's clock; empty if the gateway did
     * not say} Compare it with the value of the last sign-in to find out whether a profile should be read again.
     */
    public Optional<Instant> lastModified() {
        return Optional.ofNullable(lastModified);
    }

    /**
     * {@return whether the token has expired: {@code true} from {@link #expiresAt()} on}
     *
     * @param time the instant to check
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
