package io.github.iamsmart.simulator;

import io.github.iamsmart.simulator.SimulatorException.Kind;
import java.net.URI;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the portal knows of an online service. Immutable; {@link #toString()} masks the secret.
 *
 * @param clientId 1 to 64 visible ASCII characters
 * @param clientSecret the text whose UTF-8 bytes are the HMAC key
 * @param kekPublicKey the RSA key of the encipherment certificate, 2048 bits or more; {@code null} when none is
 *     uploaded yet, then getKey answers D30001
 * @param redirectUris where browsers come back to, and callbacks go: absolute http or https URLs without wildcard,
 *     fragment or user information; compared character by character
 * @param scopes what the service may ask for, for example {@code eidapi_auth}
 */
public record ClientRegistration(
        String clientId,
        String clientSecret,
        @Nullable PublicKey kekPublicKey,
        Set<URI> redirectUris,
        Set<String> scopes) {

    /** Every scope of protocol.md. */
    public static final Set<String> ALL_SCOPES = FlowList.scopes();

    /**
     * Checks every component.
     *
     * @throws SimulatorException of kind INVALID with a sentence about the component at fault
     */
    public ClientRegistration {
        if (!clientId.matches("[!-~]{1,64}")) {
            throw invalid("clientID must be 1 to 64 visible ASCII characters.");
        }
        if (clientSecret.isEmpty()) {
            throw invalid("clientSecret must not be empty.");
        }
        if (kekPublicKey != null
                && !(kekPublicKey instanceof RSAPublicKey rsa
                        && rsa.getModulus().bitLength() >= 2048)) {
            throw invalid("kekPublicKey must be an RSA key of 2048 bits or more.");
        }
        redirectUris.forEach(ClientRegistration::checkRedirectUri);
        for (String scope : scopes) {
            if (!ALL_SCOPES.contains(scope)) {
                throw invalid("'" + scope + "' is not a scope; there are " + ALL_SCOPES + ".");
            }
        }
        redirectUris = Set.copyOf(redirectUris);
        scopes = Set.copyOf(scopes);
    }

    /**
     * {@return a registration with a random client id and secret and every scope}
     *
     * @param kekPublicKey the RSA key of the service
     * @param redirectUris where browsers may be sent back to
     */
    public static ClientRegistration withGeneratedSecret(PublicKey kekPublicKey, URI... redirectUris) {
        return new ClientRegistration(randomHex(), randomHex(), kekPublicKey, Set.of(redirectUris), ALL_SCOPES);
    }

    /**
     * {@return the same registration with one more URL}
     *
     * @param uri the URL to add
     */
    public ClientRegistration plusRedirectUri(URI uri) {
        Set<URI> more = new LinkedHashSet<>(redirectUris);
        more.add(uri);
        return new ClientRegistration(clientId, clientSecret, kekPublicKey, more, scopes);
    }

    /**
     * {@return the same registration with another key}
     *
     * @param publicKey the new KEK
     */
    public ClientRegistration withKek(PublicKey publicKey) {
        return new ClientRegistration(clientId, clientSecret, publicKey, redirectUris, scopes);
    }

    @Override
    public String toString() {
        return "ClientRegistration[clientId=" + clientId + ", clientSecret=***, kekPublicKey="
                + (kekPublicKey == null ? "none" : "RSA") + ", redirectUris=" + redirectUris + ", scopes=" + scopes
                + "]";
    }

    private static void checkRedirectUri(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        boolean http = scheme.equals("https") || scheme.equals("http");
        if (!http || uri.getHost() == null || uri.getRawFragment() != null || uri.getRawUserInfo() != null) {
            throw invalid("The redirect URI " + uri
                    + " must be an absolute http or https URL with a host, without fragment and user information.");
        }
    }

    private static SimulatorException invalid(String sentence) {
        return new SimulatorException(Kind.INVALID, sentence);
    }

    private static String randomHex() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
