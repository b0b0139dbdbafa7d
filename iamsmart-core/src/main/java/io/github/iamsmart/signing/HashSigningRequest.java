package io.github.iamsmart.signing;

import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.requests.UserRequest;
import java.util.Optional;
import java.util.Set;

/**
 * A hash to be signed. Immutable.
 *
 * @param digest the hash of the document ({@code hashCode}), of the kind that the algorithm takes
 * @param algorithm how it is signed ({@code sigAlgo})
 * @param details what the app shows the user, and who has to sign
 */
public record HashSigningRequest(DocumentDigest digest, SignatureAlgorithm algorithm, SigningDetails details)
        implements UserRequest {

    /**
     * Checks the digest.
     *
     * @param digest the hash of the document
     * @param algorithm how it is signed
     * @param details what the app shows the user
     * @throws io.github.iamsmart.error.InvalidRequestException if the algorithm takes another kind of digest
     */
    public HashSigningRequest {
        algorithm.requireDigest(digest);
    }

    /**
     * Creates a request with the gateway's default algorithm, SHA256withRSA.
     *
     * @param digest the hash of the document
     * @param details what the app shows the user, and who has to sign
     */
    public HashSigningRequest(DocumentDigest digest, SigningDetails details) {
        this(digest, SignatureAlgorithm.SHA256_WITH_RSA, details);
    }

    @Override
    public String kind() {
        return SigningApi.HASH_KIND.name();
    }

    @Override
    public Optional<String> anonymousKind() {
        return Optional.of(SigningApi.ANONYMOUS_HASH_KIND.name());
    }

    @Override
    public Set<Scope> scopes() {
        return details.scopes(SigningApi.HASH_KIND);
    }
}
