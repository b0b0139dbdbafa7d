package io.github.iamsmart.simulator;

import io.github.iamsmart.simulator.SimulatorException.Kind;
import java.net.URI;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
 * @param displayName what users know the service as, by language: {@code en}, {@code zh-HK}, {@code zh-CN}; may be
 *     empty
 * @param logo a picture as a {@code data:} URL, PNG, JPEG or SVG in Base64, at most 64 KiB; {@code null} for none
 */
public record ClientRegistration(
        String clientId,
        String clientSecret,
        @Nullable PublicKey kekPublicKey,
        Set<URI> redirectUris,
        Set<String> scopes,
        Map<String, String> displayName,
        @Nullable URI logo) {

    /** Every scope of protocol.md. */
    public static final Set<String> ALL_SCOPES = FlowList.scopes();

    private static final List<String> LANGUAGES = List.of("en", "zh-HK", "zh-CN");
    private static final String NAME = "[^\\p{Cc}\\p{Cs}]{1,100}";
    private static final Pattern LOGO = Pattern.compile("data:image/(png|jpeg|svg\\+xml);base64,[A-Za-z0-9+/]+={0,2}");
    private static final int LOGO_LIMIT = 64 * 1024;
    private static final int REDIRECT_URIS = 200;

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
        if (redirectUris.size() > REDIRECT_URIS) {
            throw invalid("A client has at most " + REDIRECT_URIS + " redirect URIs.");
        }
        displayName.forEach(ClientRegistration::checkName);
        if (logo != null
                && (logo.toString().length() > LOGO_LIMIT
                        || !LOGO.matcher(logo.toString()).matches())) {
            throw invalid("logo must be a data: URL of at most 64 KiB with a PNG, JPEG or SVG in Base64, for example"
                    + " data:image/png;base64,iVBORw0….");
        }
        redirectUris = Set.copyOf(redirectUris);
        scopes = Set.copyOf(scopes);
        displayName = Map.copyOf(displayName);
    }

    /**
     * A service without a name and a logo; pages call it by its client id.
     *
     * @param clientId see the component
     * @param clientSecret see the component
     * @param kekPublicKey see the component
     * @param redirectUris see the component
     * @param scopes see the component
     * @throws SimulatorException of kind INVALID with a sentence about the component at fault
     */
    public ClientRegistration(
            String clientId,
            String clientSecret,
            @Nullable PublicKey kekPublicKey,
            Set<URI> redirectUris,
            Set<String> scopes) {
        this(clientId, clientSecret, kekPublicKey, redirectUris, scopes, Map.of(), null);
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
        return new ClientRegistration(clientId, clientSecret, kekPublicKey, more, scopes, displayName, logo);
    }

    /**
     * {@return the same registration with another key}
     *
     * @param publicKey the new KEK
     */
    public ClientRegistration withKek(PublicKey publicKey) {
        return new ClientRegistration(clientId, clientSecret, publicKey, redirectUris, scopes, displayName, logo);
    }

    /**
     * {@return the same registration under this name in every language}
     *
     * @param name what users know the service as; at most 100 characters
     */
    public ClientRegistration withDisplayName(String name) {
        return withDisplayName(name, name, name);
    }

    /**
     * {@return the same registration under these names, each of at most 100 characters}
     *
     * @param english {@code en}
     * @param traditionalChinese {@code zh-HK}
     * @param simplifiedChinese {@code zh-CN}
     */
    public ClientRegistration withDisplayName(String english, String traditionalChinese, String simplifiedChinese) {
        Map<String, String> names = Map.of("en", english, "zh-HK", traditionalChinese, "zh-CN", simplifiedChinese);
        return new ClientRegistration(clientId, clientSecret, kekPublicKey, redirectUris, scopes, names, logo);
    }

    /**
     * {@return the same registration with this picture}
     *
     * @param picture see the component
     */
    public ClientRegistration withLogo(URI picture) {
        return new ClientRegistration(clientId, clientSecret, kekPublicKey, redirectUris, scopes, displayName, picture);
    }

    /**
     * {@return what pages in this language call the service: its name there, or the closest one that it has, or else
     * its client id}
     *
     * @param language {@code en}, {@code zh-HK} or {@code zh-CN}, also with a region: {@code en-US}
     */
    public String nameIn(String language) {
        Stream<String> preferred = switch (language) {
            case "zh-HK" -> Stream.of("zh-HK", "zh-CN", "en");
            case "zh-CN" -> Stream.of("zh-CN", "zh-HK", "en");
            default -> LANGUAGES.stream();
        };
        return preferred
                .filter(displayName::containsKey)
                .map(displayName::get)
                .findFirst()
                .orElse(clientId);
    }

    @Override
    public String toString() {
        return "ClientRegistration[clientId=" + clientId + ", clientSecret=***, kekPublicKey="
                + (kekPublicKey == null ? "none" : "RSA") + ", redirectUris=" + redirectUris + ", scopes=" + scopes
                + ", displayName=" + displayName + ", logo=" + (logo == null ? "none" : "a picture") + "]";
    }

    private static void checkName(String language, String name) {
        if (!LANGUAGES.contains(language)) {
            throw invalid("displayName has no language '" + language + "'; there are " + LANGUAGES + ".");
        }
        if (!name.matches(NAME) || name.isBlank()) {
            throw invalid(
                    "displayName." + language + " must be 1 to 100 characters, none of them a control character.");
        }
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
