package io.github.iamsmart;

import io.github.iamsmart.callback.CallbackApi;
import io.github.iamsmart.callback.EmbeddedKey;
import io.github.iamsmart.device.AppLink;
import io.github.iamsmart.device.AppReturn;
import io.github.iamsmart.device.Language;
import io.github.iamsmart.environment.ApiPaths;
import io.github.iamsmart.environment.Environment;
import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.internal.crypto.KeyStoreFile;
import io.github.iamsmart.internal.crypto.TrustedRoots;
import io.github.iamsmart.internal.flow.OwnAppCalls;
import io.github.iamsmart.internal.gateway.RetryPolicy;
import io.github.iamsmart.key.CekStore;
import io.github.iamsmart.key.KekKeyPair;
import io.github.iamsmart.listener.IamSmartListener;
import io.github.iamsmart.listener.IamSmartTracer;
import io.github.iamsmart.requests.DeliveryPolicy;
import io.github.iamsmart.requests.RequestKind;
import io.github.iamsmart.requests.store.AnswerPartStore;
import io.github.iamsmart.requests.store.RequestStore;
import io.github.iamsmart.signin.DirectLoginFlag;
import io.github.iamsmart.signing.IdentificationCode;
import io.github.iamsmart.signing.StepUpFields;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects the settings of a client. Not thread-safe; can be reused after {@link #build()}. */
public final class IamSmartClientBuilder {

    private final ClientSettings settings = new ClientSettings();

    IamSmartClientBuilder() {}

    /**
     * Sets the gateway. The default is the integration testing environment.
     *
     * @param value a preset or your own
     * @return this
     */
    public IamSmartClientBuilder environment(Environment value) {
        settings.environment = value;
        return this;
    }

    /**
     * Sets the address of the gateway, for a simulator or an egress gateway. The environment's name and app stay,
     * whichever of the two is set first.
     *
     * @param value scheme, host and port
     * @return this
     */
    public IamSmartClientBuilder baseUrl(URI value) {
        settings.baseUrl = settings.environment.withBaseUrl(value).baseUrl();
        return this;
    }

    /**
     * Sets the address of the gateway's pages, {@code getQR}, where browsers reach it at another one than the service
     * does. Unless set here or in the environment, it is the {@link #baseUrl(URI)}.
     *
     * @param value scheme, host and port
     * @return this
     */
    public IamSmartClientBuilder browserBaseUrl(URI value) {
        settings.browserBaseUrl = settings.environment.withBrowserBaseUrl(value).browserBaseUrl();
        return this;
    }

    /**
     * Sets the client id from the Self-Service Portal. Required.
     *
     * @param value the client id
     * @return this
     */
    public IamSmartClientBuilder clientId(String value) {
        settings.clientId = value;
        return this;
    }

    /**
     * Sets the client secret from the Self-Service Portal. Required.
     *
     * @param value the secret; the bytes of its text sign the requests
     * @return this
     */
    public IamSmartClientBuilder clientSecret(String value) {
        settings.clientSecret = value;
        return this;
    }

    /**
     * Adds the key pair of the encipherment certificate. Required; call it a second time with the old or the new key
     * pair while a certificate is being replaced.
     *
     * @param value the key pair
     * @return this
     */
    public IamSmartClientBuilder kek(KekKeyPair value) {
        settings.keks.add(value);
        return this;
    }

    /**
     * Sets where the key pairs of the encipherment certificate come from, in place of {@link #kek(KekKeyPair)}, where
     * they may change while the client lives. A change takes effect with the next content key that is unwrapped. Keep
     * the old key pair beside the new one: the gateway takes a new certificate with the next content key only [D], and
     * what is under way is still sealed under the old one.
     *
     * @param value supplies the key pairs, the current one first, never none; asked at each use of the key, and so
     *     quick and thread-safe
     * @return this
     */
    public IamSmartClientBuilder keks(Supplier<List<KekKeyPair>> value) {
        settings.changingKeks = value;
        return this;
    }

    /**
     * Sets the language for requests that do not name one. The default is English.
     *
     * @param value the language
     * @return this
     */
    public IamSmartClientBuilder language(Language value) {
        settings.language = value;
        return this;
    }

    /**
     * Sets how long to wait for a connection. The default is five seconds.
     *
     * @param value one millisecond to one day
     * @return this
     */
    public IamSmartClientBuilder connectTimeout(Duration value) {
        settings.connectTimeout = ClientSettings.timeout(value, "connectTimeout");
        return this;
    }

    /**
     * Sets how long to wait for the next part of an answer. The default is 15 seconds.
     *
     * @param value one millisecond to one day
     * @return this
     */
    public IamSmartClientBuilder readTimeout(Duration value) {
        settings.readTimeout = ClientSettings.timeout(value, "readTimeout");
        return this;
    }

    /**
     * Sets how long a whole call may take, including its retries. The default is 30 seconds.
     *
     * @param value one millisecond to one day
     * @return this
     */
    public IamSmartClientBuilder callTimeout(Duration value) {
        settings.callTimeout = ClientSettings.timeout(value, "callTimeout");
        return this;
    }

    /**
     * Sets how long a connection may be idle and still be used again. What is sent on a connection that the gateway is
     * closing is lost, and nobody can tell whether it arrived: this must be shorter than any time after which the
     * gateway, a proxy or a firewall closes idle connections. A longer time saves TLS handshakes where that is known.
     *
     * @param value zero, for never, to one day; 500 ms unless set
     * @return this
     */
    public IamSmartClientBuilder keepAlive(Duration value) {
        settings.keepAlive = ClientSettings.span(value, "keepAlive");
        return this;
    }

    /**
     * Sets by how much the clock may be set back without being followed. Timestamps of requests must not decrease [S]:
     * within this time they stand still until the clock has caught up. After a larger correction they follow the clock,
     * and a warning is logged.
     *
     * @param value zero to one day; five minutes unless set
     * @return this
     */
    public IamSmartClientBuilder timestampTolerance(Duration value) {
        settings.timestampTolerance = ClientSettings.span(value, "timestampTolerance");
        return this;
    }

    /**
     * Sets the proxy. The default is the JVM's setting.
     *
     * @param value the proxy, or {@link Proxy#NO_PROXY}
     * @return this
     * @throws ConfigurationException if its host is more than a host name or address
     */
    public IamSmartClientBuilder proxy(Proxy value) {
        settings.proxy = ProxyAddress.checked(value);
        return this;
    }

    /**
     * Sets what an HTTP proxy is told that asks for a login, by the scheme Basic. Only the proxy receives it. By
     * default it is told nothing.
     *
     * @param username the user name, without a colon
     * @param password the password
     * @return this
     * @throws ConfigurationException if the user name is empty or has a colon, or either has control characters
     */
    public IamSmartClientBuilder proxyCredentials(String username, String password) {
        settings.proxyLogin = ProxyAddress.login(username, password);
        return this;
    }

    /**
     * Sets the trusted roots of the gateway's TLS certificate. The default is the JVM's.
     *
     * @param value a store with CA certificates
     * @return this
     */
    public IamSmartClientBuilder trustStore(KeyStore value) {
        settings.trustStore = value;
        return this;
    }

    /**
     * Sets the trusted roots of the gateway's TLS certificate, read from a file.
     *
     * @param content the file; read to the end, not closed
     * @param type {@code PKCS12}, {@code JKS} or {@code PEM}
     * @param password the file's password, {@code null} if it has none; not changed
     * @return this
     * @throws ConfigurationException if it is no such file, holds no certificate, or the password is wrong
     */
    public IamSmartClientBuilder trustStore(InputStream content, String type, char @Nullable [] password) {
        try {
            KeyStore roots = TrustedRoots.read(content.readAllBytes(), type, password == null ? new char[0] : password);
            if (roots.size() == 0) {
                throw ConfigurationException.of(
                        "content",
                        "The trust store holds no certificate. Give the certificates of the authorities to trust.");
            }
            return trustStore(roots);
        } catch (KeyStoreFile.WrongPasswordException e) {
            throw ConfigurationException.of(
                    "password",
                    password == null || password.length == 0
                            ? "The password of the trust store is missing. Pass it."
                            : "The password of the trust store is wrong, or the file was changed.",
                    e);
        } catch (IOException | GeneralSecurityException e) {
            throw ConfigurationException.of(
                    "type", "The trust store is not a " + type + " file, or it is damaged. Check both.", e);
        }
    }

    /**
     * Replaces paths of the gateway's APIs.
     *
     * @param value the paths
     * @return this
     */
    public IamSmartClientBuilder paths(ApiPaths value) {
        settings.paths = value;
        return this;
    }

    /**
     * Turns on the calls and links for a service that is itself an app on the user's phone, and says where the calls
     * are. Only texts of the sister system show them [D]; for iAM Smart they are a guess [?], and off unless set.
     *
     * @param value what their paths have in place of {@code /api/v1}; {@link AppReturn#SISTER_PATH_PREFIX} at the
     *     sister system
     * @return this
     * @see io.github.iamsmart.requests.RequestOptions.Builder#appReturn
     */
    public IamSmartClientBuilder ownAppPathPrefix(String value) {
        settings.ownAppCalls = new OwnAppCalls(value);
        return this;
    }

    /**
     * Replaces the links that open the app. Some of their screen names are guesses.
     *
     * @param value the links; by default those of the environment's app
     * @return this
     */
    public IamSmartClientBuilder appLinks(AppLink value) {
        settings.appLinks = value;
        return this;
    }

    /**
     * Lets several nodes share the content encryption key. By default, nothing is shared.
     *
     * @param value the store
     * @return this
     */
    public IamSmartClientBuilder cekStore(CekStore value) {
        settings.cekStore = value;
        return this;
    }

    /**
     * Sets where pending requests are stored. The default is the memory of this process, which loses them when it ends.
     *
     * @param value the store
     * @return this
     */
    public IamSmartClientBuilder requestStore(RequestStore value) {
        settings.requestStore = value;
        return this;
    }

    /**
     * Sets where the parts of answers that come in several callbacks, such as those of bulk signing, are stored. The
     * default is the memory of this process, 256 MiB at most.
     *
     * @param value the store
     * @return this
     */
    public IamSmartClientBuilder answerPartStore(AnswerPartStore value) {
        settings.answerPartStore = value;
        return this;
    }

    /**
     * Sets how often the delivery of an outcome is attempted, and how long outcomes are kept.
     *
     * @param value {@link DeliveryPolicy#DEFAULT} unless set
     * @return this
     */
    public IamSmartClientBuilder deliveryPolicy(DeliveryPolicy value) {
        settings.deliveryPolicy = value;
        return this;
    }

    /**
     * Sets how to treat the key that a callback itself carries.
     *
     * @param value {@link EmbeddedKey#ACCEPT} unless set
     * @return this
     */
    public IamSmartClientBuilder embeddedKey(EmbeddedKey value) {
        settings.embeddedKey = value;
        return this;
    }

    /**
     * Sets the maximum length of a callback. The default is {@link CallbackApi#MOST_BYTES}.
     *
     * @param value in bytes, more than zero
     * @return this
     */
    public IamSmartClientBuilder mostCallbackBytes(int value) {
        if (value <= 0) {
            throw new ConfigurationException("mostCallbackBytes must be more than zero.");
        }
        settings.mostCallbackBytes = value;
        return this;
    }

    /**
     * Sets whether to send the business id when the result of an anonymous request is fetched. Texts of the sister
     * system require it for hash and PDF signing [D], and public clients do not send it for form filling [1]; each
     * kind's {@linkplain RequestKind#businessIdInGetResult() default} follows them.
     *
     * @param kind an anonymous kind, for example {@code SigningApi.ANONYMOUS_HASH_KIND}
     * @param value whether to send it
     * @return this
     */
    public IamSmartClientBuilder businessIdInGetResult(RequestKind<?> kind, boolean value) {
        return businessIdInGetResult(kind.name(), value);
    }

    /**
     * Sets whether to send the business id when the result of an anonymous request is fetched.
     *
     * @param kind the {@linkplain RequestKind#name() name} of an anonymous kind; building the client fails if it does
     *     not know the name
     * @param value whether to send it
     * @return this
     */
    public IamSmartClientBuilder businessIdInGetResult(String kind, boolean value) {
        settings.businessIdInGetResult.put(kind, value);
        return this;
    }

    /**
     * Sets how the exchange of a code says that it came by Direct Login v2.
     *
     * @param value {@link DirectLoginFlag#TEXT} unless set
     * @return this
     */
    public IamSmartClientBuilder directLoginFlag(DirectLoginFlag value) {
        settings.directLoginFlag = value;
        return this;
    }

    /**
     * Sets whether requests to the user percent-encode their {@code redirectURI}, the callback URL, as one public
     * client does in every such call [1]. The address of a sign-in is not concerned.
     *
     * @param value {@code false} unless set: it is sent as it is [W]
     * @return this
     */
    public IamSmartClientBuilder encodeRedirectUri(boolean value) {
        settings.encodeRedirectUri = value;
        return this;
    }

    /**
     * Sets the names of the two members of a step-up before signing. Published texts do not agree on them [D].
     *
     * @param value {@link StepUpFields#SUA} unless set
     * @return this
     */
    public IamSmartClientBuilder stepUpFields(StepUpFields value) {
        settings.stepUpFields = value;
        return this;
    }

    /**
     * Sets how to compute the four digits that both page and app show before signing [1].
     *
     * @param value {@link IdentificationCode#PUBLISHED} unless set
     * @return this
     */
    public IamSmartClientBuilder identificationCode(IdentificationCode value) {
        settings.identificationCode = value;
        return this;
    }

    /**
     * Adds the application's own kind of request, which {@link IamSmartClient#initiate} sends. Every node that shares
     * the store needs it.
     *
     * @param value with a name that no other kind has
     * @return this
     */
    public IamSmartClientBuilder kind(RequestKind<?> value) {
        settings.ownKinds.add(value);
        return this;
    }

    /**
     * Sets the clock, for tests.
     *
     * @param value the clock
     * @return this
     */
    public IamSmartClientBuilder clock(Clock value) {
        settings.clock = value;
        return this;
    }

    /**
     * Adds a listener, which receives reports on calls and keys.
     *
     * @param value the listener
     * @return this
     */
    public IamSmartClientBuilder listener(IamSmartListener value) {
        settings.listeners.add(value);
        return this;
    }

    /**
     * Sets the tracer, which follows the client's work while it is done. A tracer that was set before is replaced.
     *
     * @param value the tracer
     * @return this
     */
    public IamSmartClientBuilder tracer(IamSmartTracer value) {
        settings.tracer = value;
        return this;
    }

    /** Replaces the pause between attempts, in tests. */
    IamSmartClientBuilder pause(RetryPolicy.Pause value) {
        settings.pause = value;
        return this;
    }

    /**
     * Builds the client. Makes no network call.
     *
     * @return the client
     * @throws ConfigurationException if client id, client secret or KEK is missing, or a setting cannot be used; the
     *     message says how to fix it
     */
    public IamSmartClient build() {
        return new IamSmartClient(settings.checked());
    }
}
