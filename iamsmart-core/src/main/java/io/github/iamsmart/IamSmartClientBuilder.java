package io.github.iamsmart;

import io.github.iamsmart.bulksigning.BulkResultStore;
import io.github.iamsmart.callback.CallbackApi;
import io.github.iamsmart.callback.EmbeddedKey;
import io.github.iamsmart.environment.ApiPaths;
import io.github.iamsmart.environment.Environment;
import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.internal.gateway.RetryPolicy;
import io.github.iamsmart.key.CekStore;
import io.github.iamsmart.key.KekKeyPair;
import io.github.iamsmart.listener.IamSmartListener;
import io.github.iamsmart.request.AppLink;
import io.github.iamsmart.request.Language;
import io.github.iamsmart.signing.IdentificationCode;
import io.github.iamsmart.signing.StepUpFields;
import io.github.iamsmart.tracking.DeliveryPolicy;
import io.github.iamsmart.tracking.RequestStore;
import java.net.Proxy;
import java.net.URI;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;

/** Collects the settings of a client. Not thread-safe; can be used again after {@link #build()}. */
public final class IamSmartClientBuilder {

    private final ClientSettings settings = new ClientSettings();

    IamSmartClientBuilder() {}

    /**
     * Sets the gateway. The integration testing environment unless set.
     *
     * @param value a preset or one's own
     * @return this
     */
    public IamSmartClientBuilder environment(Environment value) {
        settings.environment = value;
        return this;
    }

    /**
     * Sets the address of the gateway, keeping the environment's name and app, whichever of the two is set first: for a
     * simulator or an egress gateway.
     *
     * @param value scheme, host and port
     * @return this
     */
    public IamSmartClientBuilder baseUrl(URI value) {
        settings.baseUrl = settings.environment.withBaseUrl(value).baseUrl();
        return this;
    }

    /**
     * Sets the client id of the Self-Service Portal. Required.
     *
     * @param value the client id
     * @return this
     */
    public IamSmartClientBuilder clientId(String value) {
        settings.clientId = value;
        return this;
    }

    /**
     * Sets the client secret of the Self-Service Portal. Required.
     *
     * @param value the secret; the bytes of its text sign the requests
     * @return this
     */
    public IamSmartClientBuilder clientSecret(String value) {
        settings.clientSecret = value;
        return this;
    }

    /**
     * Adds the key pair of the encipherment certificate. Required; call it a second time with the old or the new one
     * while a certificate is being replaced.
     *
     * @param value the key pair
     * @return this
     */
    public IamSmartClientBuilder kek(KekKeyPair value) {
        settings.keks.add(value);
        return this;
    }

    /**
     * Sets the language that is used where a request names none. English unless set.
     *
     * @param value the language
     * @return this
     */
    public IamSmartClientBuilder language(Language value) {
        settings.language = value;
        return this;
    }

    /**
     * Sets how long to wait for one connection. Five seconds unless set.
     *
     * @param value one millisecond to one day
     * @return this
     */
    public IamSmartClientBuilder connectTimeout(Duration value) {
        settings.connectTimeout = ClientSettings.timeout(value, "connectTimeout");
        return this;
    }

    /**
     * Sets how long to wait for the next part of an answer. 15 seconds unless set.
     *
     * @param value one millisecond to one day
     * @return this
     */
    public IamSmartClientBuilder readTimeout(Duration value) {
        settings.readTimeout = ClientSettings.timeout(value, "readTimeout");
        return this;
    }

    /**
     * Sets how long a whole call may take, with its retries. 30 seconds unless set.
     *
     * @param value one millisecond to one day
     * @return this
     */
    public IamSmartClientBuilder callTimeout(Duration value) {
        settings.callTimeout = ClientSettings.timeout(value, "callTimeout");
        return this;
    }

    /**
     * Sets the proxy. What the JVM is set up for, unless set.
     *
     * @param value the proxy, or {@link Proxy#NO_PROXY}
     * @return this
     */
    public IamSmartClientBuilder proxy(Proxy value) {
        settings.proxy = value;
        return this;
    }

    /**
     * Sets the roots that the gateway's TLS certificate may come from. Those of the JVM unless set.
     *
     * @param value a store with CA certificates
     * @return this
     */
    public IamSmartClientBuilder trustStore(KeyStore value) {
        settings.trustStore = value;
        return this;
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
     * Replaces the links that open the app, whose names of screens are partly guesses.
     *
     * @param value the links; those of the environment's app unless set
     * @return this
     */
    public IamSmartClientBuilder appLinks(AppLink value) {
        settings.appLinks = value;
        return this;
    }

    /**
     * Lets several nodes share the content encryption key. Nothing is shared unless set.
     *
     * @param value the store
     * @return this
     */
    public IamSmartClientBuilder cekStore(CekStore value) {
        settings.cekStore = value;
        return this;
    }

    /**
     * Sets where requests that wait for an answer are kept. The memory of this process unless set, which loses them
     * when it ends.
     *
     * @param value the store
     * @return this
     */
    public IamSmartClientBuilder requestStore(RequestStore value) {
        settings.requestStore = value;
        return this;
    }

    /**
     * Sets where the signatures of bulk requests are kept. The memory of this process unless set, 256 MiB at most.
     *
     * @param value the store
     * @return this
     */
    public IamSmartClientBuilder bulkResultStore(BulkResultStore value) {
        settings.bulkResultStore = value;
        return this;
    }

    /**
     * Sets how stubbornly outcomes are delivered, and how long they are kept.
     *
     * @param value {@link DeliveryPolicy#DEFAULT} unless set
     * @return this
     */
    public IamSmartClientBuilder deliveryPolicy(DeliveryPolicy value) {
        settings.deliveryPolicy = value;
        return this;
    }

    /**
     * Sets what is done with the key that a callback itself carries.
     *
     * @param value {@link EmbeddedKey#ACCEPT} unless set
     * @return this
     */
    public IamSmartClientBuilder embeddedKey(EmbeddedKey value) {
        settings.embeddedKey = value;
        return this;
    }

    /**
     * Sets how long a callback may be. {@link CallbackApi#MOST_BYTES} unless set.
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
     * Sends the business id along when the result of an anonymous request is fetched: public sources do not agree
     * whether {@code getResult} takes it [1].
     *
     * @param value {@code false} unless set
     * @return this
     */
    public IamSmartClientBuilder businessIdInGetResult(boolean value) {
        settings.businessIdInGetResult = value;
        return this;
    }

    /**
     * Sets what the two members of a step-up before signing are called: published texts do not agree [D].
     *
     * @param value {@link StepUpFields#SUA} unless set
     * @return this
     */
    public IamSmartClientBuilder stepUpFields(StepUpFields value) {
        settings.stepUpFields = value;
        return this;
    }

    /**
     * Sets how the four digits are made that page and app both show before signing [1].
     *
     * @param value {@link IdentificationCode#PUBLISHED} unless set
     * @return this
     */
    public IamSmartClientBuilder identificationCode(IdentificationCode value) {
        settings.identificationCode = value;
        return this;
    }

    /**
     * Sets the time, for tests.
     *
     * @param value the clock
     * @return this
     */
    public IamSmartClientBuilder clock(Clock value) {
        settings.clock = value;
        return this;
    }

    /**
     * Adds somebody who is told of calls and keys.
     *
     * @param value the listener
     * @return this
     */
    public IamSmartClientBuilder listener(IamSmartListener value) {
        settings.listeners.add(value);
        return this;
    }

    /** Replaces the waiting between attempts, in tests. */
    IamSmartClientBuilder pause(RetryPolicy.Pause value) {
        settings.pause = value;
        return this;
    }

    /**
     * Makes the client. No network call is made.
     *
     * @return the client
     * @throws ConfigurationException if client id, client secret or KEK is missing, or a setting cannot be used; the
     *     message says what to do
     */
    public IamSmartClient build() {
        return new IamSmartClient(new Engine(settings.checked()));
    }
}
