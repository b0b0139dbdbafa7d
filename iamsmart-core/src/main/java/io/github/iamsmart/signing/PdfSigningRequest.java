package io.github.iamsmart.signing;

import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.requests.UserRequest;
import java.util.Optional;
import java.util.Set;

/**
 * A PDF to be signed; the PDF itself stays with the service. Immutable.
 *
 * @param digest the SHA-256 of the PDF's ByteRange ({@code docDigest} [D]), not of the file
 * @param details what the app shows the user, and who has to sign
 */
public record PdfSigningRequest(DocumentDigest digest, SigningDetails details) implements UserRequest {

    /**
     * Checks the digest.
     *
     * @param digest the SHA-256 of the PDF's ByteRange
     * @param details what the app shows the user
     * @throws io.github.iamsmart.error.InvalidRequestException if the digest is not a SHA-256
     */
    public PdfSigningRequest {
        SignatureAlgorithm.SHA256_WITH_RSA.requireDigest(digest);
    }

    @Override
    public String kind() {
        return SigningApi.PDF_KIND.name();
    }

    @Override
    public Optional<String> anonymousKind() {
        return Optional.of(SigningApi.ANONYMOUS_PDF_KIND.name());
    }

    @Override
    public Set<Scope> scopes() {
        return details.scopes(SigningApi.PDF_KIND);
    }
}
