package io.github.iamsmart.spring.internal.properties;

import io.github.iamsmart.callback.EmbeddedKey;
import io.github.iamsmart.device.Language;
import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.signin.DirectLoginFlag;
import io.github.iamsmart.spring.internal.text.LocationText;
import io.github.iamsmart.spring.internal.text.UrlText;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The settings of one online service. Immutable; {@link #toString()} shows no secret.
 *
 * @param environment Gateway to use: "ite" (integration testing), "production", or "simulator".
 * @param baseUrl Scheme, host and port of the gateway, in place of the one of the environment.
 * @param browserBaseUrl Scheme, host and port of the gateway's pages (getQR), where browsers reach it at another
 *     address than the application does.
 * @param clientId Client ID that the Self-Service Portal shows.
 * @param clientSecret Client secret that the Self-Service Portal shows.
 * @param clientSecretFile File with the client secret, in place of the secret itself; a line break at its end is left
 *     out.
 * @param publicUrl Address at which browsers and iAM Smart reach this application: an absolute https URL with a fully
 *     qualified domain name, with the context path if it is visible from outside. Callback URLs begin with it.
 * @param pathPrefix Path below which the endpoints are, within the application.
 * @param language Language of iAM Smart's pages where the browser asks for none of its languages.
 * @param kek Key pair of the encipherment certificate (KEK).
 * @param previousKek Key pair that the KEK replaces, while both are in use.
 * @param paths Paths of the gateway's APIs that differ from the publicly known ones, by name, such as "get-token".
 * @param businessIdInGetResult Whether to send the business id when the result of an anonymous request is fetched, by
 *     the name of its kind, such as "anonymous-form-filling". Sent for hash and PDF signing unless set.
 * @param ownAppPathPrefix Turns on the calls and links for a service that is itself an app on the user's phone, which
 *     are a guess: what their paths have in place of "/api/v1", such as "/api/appv1".
 * @param connectTimeout Longest wait for one connection to the gateway.
 * @param readTimeout Longest wait for the next part of an answer of the gateway.
 * @param callTimeout Longest time for a whole call, retries included.
 * @param keepAlive How long a connection to the gateway may be idle and still be used again: less than any time after
 *     which the gateway, a proxy or a firewall closes it, or calls are lost.
 * @param timestampTolerance By how much the clock may be set back before the timestamps of requests, which otherwise
 *     never decrease, follow it.
 * @param proxy HTTP proxy on the way to the gateway.
 * @param trustStore Certificate authorities that the gateway's TLS certificate may come from, in place of the JVM's.
 * @param signIn Sign-in endpoints.
 * @param callback What iAM Smart posts to the application.
 * @param requests Requests that users answer in the app.
 * @param appLinks Names of the app's screens that differ from the publicly known ones, by name, such as "pdf-signing".
 * @param signing Digital signing.
 */
@ConfigurationProperties(IamSmartProperties.PREFIX)
public record IamSmartProperties(
        @Nullable String environment,
        @Nullable String baseUrl,
        @Nullable String browserBaseUrl,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @Nullable String clientSecretFile,
        @Nullable String publicUrl,
        @DefaultValue(IamSmartProperties.PATH_PREFIX) String pathPrefix,
        @DefaultValue("en-US") Language language,
        @DefaultValue Kek kek,
        @DefaultValue Kek previousKek,
        @DefaultValue Map<String, String> paths,
        @DefaultValue Map<String, Boolean> businessIdInGetResult,
        @Nullable String ownAppPathPrefix,
        @DefaultValue(IamSmartProperties.CONNECT_TIMEOUT) Duration connectTimeout,
        @DefaultValue(IamSmartProperties.READ_TIMEOUT) Duration readTimeout,
        @DefaultValue("30s") Duration callTimeout,
        @DefaultValue("500ms") Duration keepAlive,
        @DefaultValue("5m") Duration timestampTolerance,
        @DefaultValue Proxy proxy,
        @DefaultValue TrustStore trustStore,
        @DefaultValue SignIn signIn,
        @DefaultValue Callback callback,
        @DefaultValue Requests requests,
        @DefaultValue Map<String, String> appLinks,
        @DefaultValue Signing signing) {

    /** Where the settings begin. */
    public static final String PREFIX = "iamsmart";

    /** The default of {@code path-prefix}. */
    public static final String PATH_PREFIX = "/iamsmart";

    /** The default of {@code connect-timeout}. */
    public static final String CONNECT_TIMEOUT = "5s";

    /** The default of {@code read-timeout}. */
    public static final String READ_TIMEOUT = "15s";

    /**
     * {@return the same settings with another path prefix}
     *
     * @param value path below which the endpoints are, within the application
     */
    public IamSmartProperties withPathPrefix(String value) {
        return with(value, clientSecret, kek, previousKek, proxy, trustStore);
    }

    @Override
    public String toString() {
        return "IamSmartProperties[environment=" + environment + ", baseUrl=" + UrlText.maskedIfAny(baseUrl)
                + ", browserBaseUrl=" + UrlText.maskedIfAny(browserBaseUrl) + ", clientId=" + clientId
                + ", publicUrl=" + UrlText.maskedIfAny(publicUrl) + ", pathPrefix=" + pathPrefix + ", language="
                + language + ", kek=" + kek
                + ", previousKek="
                + previousKek + ", paths=" + paths + ", proxy=" + proxy + ", trustStore=" + trustStore + ", signIn="
                + signIn + ", callback=" + callback + ", requests=" + requests + ", appLinks=" + appLinks + ", signing="
                + signing
                + "]";
    }

    /**
     * {@return the same settings with other secrets}
     *
     * @param secret the client secret
     * @param key the KEK
     * @param previous the KEK that it replaces
     * @param httpProxy the proxy
     * @param authorities the trust store
     */
    public IamSmartProperties withSecrets(
            @Nullable String secret, Kek key, Kek previous, Proxy httpProxy, TrustStore authorities) {
        return with(pathPrefix, secret, key, previous, httpProxy, authorities);
    }

    private IamSmartProperties with(
            String path, @Nullable String secret, Kek key, Kek previous, Proxy httpProxy, TrustStore authorities) {
        return new IamSmartProperties(
                environment,
                baseUrl,
                browserBaseUrl,
                clientId,
                secret,
                clientSecretFile,
                publicUrl,
                path,
                language,
                key,
                previous,
                paths,
                businessIdInGetResult,
                ownAppPathPrefix,
                connectTimeout,
                readTimeout,
                callTimeout,
                keepAlive,
                timestampTolerance,
                httpProxy,
                authorities,
                signIn,
                callback,
                requests,
                appLinks,
                signing);
    }

    /**
     * A key pair: in a file, in an SSL bundle, or a private key that a bean brings.
     *
     * @param location Where the key pair is: a file name, a Spring resource such as "classpath:kek.pem", PEM text, or
     *     "base64:...".
     * @param password Password of the key store or of the encrypted private key.
     * @param passwordFile File with that password, in place of the password itself.
     * @param keyPassword Password of the private key in a key store, where it has one of its own.
     * @param keyPasswordFile File with that password, in place of the password itself.
     * @param type Format: PKCS12, JKS or PEM. Found out from the content unless set.
     * @param alias Which key of a key store that holds several.
     * @param certificateLocation Where the certificate is, if a PEM file holds the private key alone, or for the key of
     *     a bean.
     * @param bundle Name of an SSL bundle (spring.ssl.bundle) with the key pair, in place of a location. It is taken
     *     again when the bundle is updated.
     * @param keyBean Name of a bean of the type java.security.PrivateKey, in place of a location: a key in an HSM, a
     *     KMS or Vault.
     * @param provider Who uses the key of that bean: name of a bean of the type java.security.Provider, or of a
     *     provider that the JVM has. Required for a key that cannot be exported.
     */
    public record Kek(
            @Nullable String location,
            @Nullable String password,
            @Nullable String passwordFile,
            @Nullable String keyPassword,
            @Nullable String keyPasswordFile,
            @Nullable String type,
            @Nullable String alias,
            @Nullable String certificateLocation,
            @Nullable String bundle,
            @Nullable String keyBean,
            @Nullable String provider) {

        /**
         * {@return the same with other passwords}
         *
         * @param file of the file
         * @param key of the key
         */
        public Kek withPasswords(@Nullable String file, @Nullable String key) {
            return new Kek(
                    location,
                    file,
                    passwordFile,
                    key,
                    keyPasswordFile,
                    type,
                    alias,
                    certificateLocation,
                    bundle,
                    keyBean,
                    provider);
        }

        @Override
        public String toString() {
            return "Kek[location=" + LocationText.masked(location) + ", type=" + LocationText.masked(type) + ", alias="
                    + LocationText.masked(alias) + ", bundle=" + LocationText.masked(bundle) + ", keyBean="
                    + LocationText.masked(keyBean) + "]";
        }
    }

    /**
     * An HTTP proxy.
     *
     * @param host Host name or address of the proxy, without scheme and port.
     * @param port Port of the proxy: 8080 unless set.
     * @param username User name for a proxy that asks for a login, by the scheme Basic.
     * @param password Password for it.
     * @param passwordFile File with that password, in place of the password itself.
     */
    public record Proxy(
            @Nullable String host,
            @Nullable Integer port,
            @Nullable String username,
            @Nullable String password,
            @Nullable String passwordFile) {

        @Override
        public String toString() {
            return "Proxy[host=" + UrlText.maskedIfAny(host) + ", port=" + port + "]";
        }
    }

    /**
     * Certificate authorities.
     *
     * @param location Where the certificates are: a file name or a Spring resource.
     * @param password Password of the key store.
     * @param passwordFile File with that password, in place of the password itself.
     * @param type Format: PKCS12, JKS or PEM. Found out from the content unless set.
     */
    public record TrustStore(
            @Nullable String location,
            @Nullable String password,
            @Nullable String passwordFile,
            @Nullable String type) {

        @Override
        public String toString() {
            return "TrustStore[location=" + LocationText.masked(location) + ", type=" + LocationText.masked(type) + "]";
        }
    }

    /**
     * The sign-in endpoints.
     *
     * @param scopes Scopes to ask for; they must cover everything that is done with the access token later.
     * @param successUrl Where the browser goes after sign-in: a path within the application, or a URL.
     * @param failureUrl Where the browser goes when a sign-in fails: a path within the application, or a URL; it gets
     *     the parameter "error". A page of this library is shown unless set.
     * @param directLoginFlag How the exchange of a code says that it came by Direct Login v2: "text" sends "true" as a
     *     string, "boolean" as a literal.
     * @param stateLifetime Time in which a sign-in must be finished.
     * @param failedAttemptsPerMinute How many codes that iAM Smart refuses one network may bring in a minute.
     */
    public record SignIn(
            @DefaultValue("eidapi_auth") Set<Scope> scopes,
            @DefaultValue("/") String successUrl,
            @Nullable String failureUrl,
            @DefaultValue("text") DirectLoginFlag directLoginFlag,
            @DefaultValue("20m") Duration stateLifetime,
            @DefaultValue("30") int failedAttemptsPerMinute) {}

    /**
     * Callbacks.
     *
     * @param maxSize Size of a callback's body above which it is refused unread.
     * @param readTimeout Time in which the whole body of a callback must have come.
     * @param maxConcurrentReads How many callbacks whose bodies come slowly are read at a time; each holds a thread of
     *     the server.
     * @param embeddedKey Whether to accept a callback whose content only the key that it brings itself opens.
     */
    public record Callback(
            @DefaultValue("16MB") DataSize maxSize,
            @DefaultValue("20s") Duration readTimeout,
            @DefaultValue("16") int maxConcurrentReads,
            @DefaultValue("accept") EmbeddedKey embeddedKey) {}

    /**
     * Requests that users answer in the app.
     *
     * @param encodeRedirectUri Whether to percent-encode the callback URL in requests, as one public client does.
     * @param sweepInterval How often to look for requests that have expired or are to be delivered again.
     * @param maxAttempts After how many failures of its handler a request is dead.
     * @param firstPause Pause after the first failure of a handler; it doubles with each further one.
     * @param longestPause Longest pause between two attempts.
     * @param retention How long a delivered request is remembered, with its sealed result.
     * @param deadRetention How long a dead request is kept.
     * @param capacity How many requests the store in memory keeps at most.
     * @param anonymousShare Which share of that store, from 0 to 1, requests of users who have not signed in may hold.
     * @param anonymousPerMinute How many anonymous requests one network may begin in a minute.
     * @param partCapacity How many bytes of answers that come in parts the store in memory keeps at most.
     * @param maxStreams How many browsers may listen to server-sent events at a time.
     */
    public record Requests(
            @DefaultValue("false") boolean encodeRedirectUri,
            @DefaultValue("5s") Duration sweepInterval,
            @DefaultValue("10") int maxAttempts,
            @DefaultValue("2s") Duration firstPause,
            @DefaultValue("30m") Duration longestPause,
            @DefaultValue("1h") Duration retention,
            @DefaultValue("7d") Duration deadRetention,
            @DefaultValue("100000") int capacity,
            @DefaultValue("0.5") double anonymousShare,
            @DefaultValue("60") int anonymousPerMinute,
            @DefaultValue("256MB") DataSize partCapacity,
            @DefaultValue("1000") int maxStreams) {}

    /**
     * Digital signing.
     *
     * @param stepUpFields What the two members of a step-up before signing are called.
     * @param trustAnchors Root certificates that signatures must lead to: files or Spring resources with one or more
     *     certificates in PEM, DER or PKCS#7. With the simulator inside the application its own unless set.
     * @param intermediates Certificates between those roots and the ones of signers that do not come with a signature,
     *     in the same formats. They are not trusted by themselves.
     * @param revocation Whether to check that certificates of signers are not revoked: by asking the addresses that
     *     they name, unless a bean of the type RevocationSource does.
     */
    public record Signing(
            @DefaultValue StepUpNames stepUpFields,
            @DefaultValue List<String> trustAnchors,
            @DefaultValue List<String> intermediates,
            @DefaultValue("off") Revocation revocation) {

        @Override
        public String toString() {
            return "Signing[stepUpFields=" + stepUpFields + ", trustAnchors=" + masked(trustAnchors)
                    + ", intermediates=" + masked(intermediates) + ", revocation=" + revocation + "]";
        }

        private static String masked(List<String> locations) {
            return locations.stream().map(LocationText::masked).toList().toString();
        }
    }

    /**
     * Names of members on the wire, about which published texts do not agree.
     *
     * @param method Member that says what the user has to do: "suaMethod", or "stepupAuthMethod" in other texts.
     * @param waitingPeriod Member that says for how many hours an account counts as young: "suaWaitPeriod", or
     *     "stepupAuthPeriod" in other texts.
     */
    public record StepUpNames(
            @DefaultValue("suaMethod") String method,
            @DefaultValue("suaWaitPeriod") String waitingPeriod) {}
}
