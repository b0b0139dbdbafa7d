package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.environment.Api;
import io.github.iamsmart.request.Language;
import io.github.iamsmart.request.Scope;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of one online service. Immutable; {@link #toString()} shows no secret.
 *
 * @param environment Gateway to use: "ite" (integration testing), "production", or "simulator".
 * @param baseUrl Scheme, host and port of the gateway, in place of the one of the environment.
 * @param clientId Client ID that the Self-Service Portal shows.
 * @param clientSecret Client secret that the Self-Service Portal shows.
 * @param publicUrl Address at which browsers and iAM Smart reach this application: an absolute https URL with a fully
 *     qualified domain name, with the context path if it is visible from outside. Callback URLs begin with it.
 * @param language Language of iAM Smart's pages where the browser asks for none of its languages.
 * @param kek Key pair of the encipherment certificate (KEK).
 * @param previousKek Key pair that the KEK replaces, while both are in use.
 * @param paths Paths of the gateway's APIs that differ from the publicly known ones, by API, such as "get-token".
 * @param connectTimeout Longest wait for one connection to the gateway.
 * @param readTimeout Longest wait for the next part of an answer of the gateway.
 * @param callTimeout Longest time for a whole call, retries included.
 * @param proxy HTTP proxy on the way to the gateway.
 * @param trustStore Certificate authorities that the gateway's TLS certificate may come from, in place of the JVM's.
 * @param signIn Sign-in endpoints.
 */
@ConfigurationProperties("iamsmart")
public record IamSmartProperties(
        @Nullable String environment,
        @Nullable String baseUrl,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @Nullable String publicUrl,
        @DefaultValue("en-US") Language language,
        @DefaultValue Kek kek,
        @DefaultValue Kek previousKek,
        @DefaultValue Map<Api, String> paths,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("15s") Duration readTimeout,
        @DefaultValue("30s") Duration callTimeout,
        @DefaultValue Proxy proxy,
        @DefaultValue TrustStore trustStore,
        @DefaultValue SignIn signIn) {

    /** Where the settings of the default client begin. */
    static final String PREFIX = "iamsmart";

    @Override
    public String toString() {
        return "IamSmartProperties[environment=" + environment + ", baseUrl=" + baseUrl + ", clientId=" + clientId
                + ", publicUrl=" + publicUrl + ", language=" + language + ", kek=" + kek + ", previousKek="
                + previousKek + ", paths=" + paths + ", proxy=" + proxy + ", trustStore=" + trustStore + ", signIn="
                + signIn + "]";
    }

    /**
     * A key pair in a file.
     *
     * @param location Where the key pair is: a file name or a Spring resource such as "classpath:kek.pem" or
     *     "base64:...".
     * @param password Password of the key store or of the encrypted private key.
     * @param type Format: PKCS12, JKS or PEM. Found out from the content unless set.
     * @param alias Which key of a key store that holds several.
     * @param certificateLocation Where the certificate is, if a PEM file holds the private key alone.
     */
    public record Kek(
            @Nullable String location,
            @Nullable String password,
            @Nullable String type,
            @Nullable String alias,
            @Nullable String certificateLocation) {

        @Override
        public String toString() {
            return "Kek[location=" + Locations.masked(location) + ", type=" + type + ", alias=" + alias + "]";
        }
    }

    /**
     * An HTTP proxy.
     *
     * @param host Host name or address of the proxy.
     * @param port Port of the proxy.
     */
    public record Proxy(
            @Nullable String host, @DefaultValue("8080") int port) {}

    /**
     * Certificate authorities.
     *
     * @param location Where the certificates are: a file name or a Spring resource.
     * @param password Password of the key store.
     * @param type Format: PKCS12, JKS or PEM. Found out from the content unless set.
     */
    public record TrustStore(
            @Nullable String location,
            @Nullable String password,
            @Nullable String type) {

        @Override
        public String toString() {
            return "TrustStore[location=" + Locations.masked(location) + ", type=" + type + "]";
        }
    }

    /**
     * The sign-in endpoints.
     *
     * @param scopes Scopes to ask for; they must cover everything that is done with the access token later.
     * @param pathPrefix Path below which the endpoints are, within the application.
     * @param successUrl Where the browser goes after sign-in: a path within the application, or a URL.
     * @param failureUrl Where the browser goes when a sign-in fails: a path within the application, or a URL; it gets
     *     the parameter "error". A page of this library is shown unless set.
     * @param stateLifetime Time in which a sign-in must be finished.
     */
    public record SignIn(
            @DefaultValue("eidapi_auth") Set<Scope> scopes,
            @DefaultValue("/iamsmart") String pathPrefix,
            @DefaultValue("/") String successUrl,
            @Nullable String failureUrl,
            @DefaultValue("20m") Duration stateLifetime) {}
}
