package io.github.iamsmart.requests;

import io.github.iamsmart.device.AppReturn;
import io.github.iamsmart.device.Language;
import io.github.iamsmart.device.Source;
import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.internal.text.HostName;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What every request to the user has in addition to its subject: the browser from which it is made, where its callback
 * goes, and how it is identified. Immutable.
 *
 * <pre>{@code
 * RequestOptions.builder()
 *     .callbackUri(URI.create("https://permits.example.hk/iamsmart/callback/default/results"))
 *     .source(Source.fromUserAgent(userAgent))
 *     .build();
 * }</pre>
 */
public final class RequestOptions {

    private static final int LONGEST_REFERENCE = 255;

    private final @Nullable URI callbackUri;
    private final @Nullable URI redirectUri;
    private final Source source;
    private final @Nullable Language language;
    private final BusinessId businessId;
    private final State state;
    private final @Nullable String owner;
    private final @Nullable String reference;
    private final @Nullable AppReturn appReturn;

    private RequestOptions(Builder builder) {
        this.callbackUri = builder.callbackUri;
        this.redirectUri = builder.redirectUri;
        this.source = builder.appReturn == null ? builder.source : builder.appReturn.source();
        this.language = builder.language;
        this.businessId = builder.businessId == null ? BusinessId.random() : builder.businessId;
        this.state = builder.state == null ? State.random() : builder.state;
        this.owner = builder.owner;
        this.reference = builder.reference;
        this.appReturn = builder.appReturn;
        if (callbackUri != null && HostName.isForeign(callbackUri)) {
            throw new InvalidRequestException(
                    "The callback URI '" + callbackUri + "' cannot be used." + HostName.advice(callbackUri));
        }
        if (redirectUri != null && (redirectUri.getHost() == null || redirectUri.getRawFragment() != null)) {
            throw new InvalidRequestException("The redirect URI '" + redirectUri
                    + "' must be absolute, with a host and without a fragment." + HostName.advice(redirectUri));
        }
        if (reference != null && reference.length() > LONGEST_REFERENCE) {
            throw new InvalidRequestException("The reference of a request has at most " + LONGEST_REFERENCE
                    + " characters: keep a key in it, not the data.");
        }
    }

    /** {@return a builder with a desktop browser, a new business id and a new state} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with these options, including the business id and the state} */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.callbackUri = callbackUri;
        builder.redirectUri = redirectUri;
        builder.source = source;
        builder.language = language;
        builder.businessId = businessId;
        builder.state = state;
        builder.owner = owner;
        builder.reference = reference;
        builder.appReturn = appReturn;
        return builder;
    }

    /**
     * {@return the registered callback URL, to which the result is sent} Not used for anonymous requests, whose result
     * is fetched.
     */
    public Optional<URI> callbackUri() {
        return Optional.ofNullable(callbackUri);
    }

    /**
     * {@return the registered redirect URI, to which the browser comes back after an anonymous request} Not used for
     * other requests.
     */
    public Optional<URI> redirectUri() {
        return Optional.ofNullable(redirectUri);
    }

    /** {@return the source: the kind of browser that the user has} */
    public Source source() {
        return source;
    }

    /** {@return the language of the app's screens, empty for the client's default} */
    public Optional<Language> language() {
        return Optional.ofNullable(language);
    }

    /** {@return the request's id at the gateway} */
    public BusinessId businessId() {
        return businessId;
    }

    /**
     * {@return the secret state that the answer must bring back} It is sent only from server to server, except for
     * anonymous requests.
     */
    public State state() {
        return state;
    }

    /**
     * {@return what identifies the browser that started the request: a hash, never a cookie in clear; empty if no
     * browser may look at the request}
     */
    public Optional<String> owner() {
        return Optional.ofNullable(owner);
    }

    /** {@return the application's own reference to what the request belongs to} */
    public Optional<String> reference() {
        return Optional.ofNullable(reference);
    }

    /** {@return how the user comes back to the service's own app; empty for a browser [?]} */
    public Optional<AppReturn> appReturn() {
        return Optional.ofNullable(appReturn);
    }

    @Override
    public String toString() {
        return "RequestOptions[businessId=" + businessId + ", source=" + source + "]";
    }

    /** Collects options. Not thread-safe. */
    public static final class Builder {

        private @Nullable URI callbackUri;
        private @Nullable URI redirectUri;
        private Source source = Source.PC_BROWSER;
        private @Nullable Language language;
        private @Nullable BusinessId businessId;
        private @Nullable State state;
        private @Nullable String owner;
        private @Nullable String reference;
        private @Nullable AppReturn appReturn;

        private Builder() {}

        /**
         * Sets the callback URL, to which the result is sent. Required for all but anonymous requests.
         *
         * @param uri the registered callback URL
         * @return this
         */
        public Builder callbackUri(URI uri) {
            this.callbackUri = uri;
            return this;
        }

        /**
         * Sets the redirect URI, to which the browser comes back. Required for anonymous requests, not used for others.
         *
         * @param uri exactly as registered: absolute, a fully qualified domain name, no wildcard [S]
         * @return this
         */
        public Builder redirectUri(URI uri) {
            this.redirectUri = uri;
            return this;
        }

        /**
         * Sets the source: the kind of browser that the user has.
         *
         * @param value usually {@link Source#fromUserAgent}
         * @return this
         */
        public Builder source(Source value) {
            this.source = value;
            return this;
        }

        /**
         * Sets the language of the app's screens, replacing the client's default.
         *
         * @param value the language
         * @return this
         */
        public Builder language(Language value) {
            this.language = value;
            return this;
        }

        /**
         * Sets the request's id, replacing a random one.
         *
         * @param value never used before
         * @return this
         */
        public Builder businessId(BusinessId value) {
            this.businessId = value;
            return this;
        }

        /**
         * Sets the secret that the answer must bring back, replacing a random one.
         *
         * @param value unguessable, at least 128 random bits
         * @return this
         */
        public Builder state(State value) {
            this.state = value;
            return this;
        }

        /**
         * Lets one browser look at the request.
         *
         * @param value what identifies that browser; it is stored, so use a hash, not a cookie in clear
         * @return this
         */
        public Builder owner(String value) {
            this.owner = value;
            return this;
        }

        /**
         * Sets the application's own reference, which the outcome brings back.
         *
         * @param value a key of at most 255 characters; no personal data
         * @return this
         */
        public Builder reference(String value) {
            this.reference = value;
            return this;
        }

        /**
         * Says that the service is itself an app on the user's phone, and how the user comes back to it [?]. It decides
         * the source. Only for users who have signed in, and only with a client that has an {@code ownAppPathPrefix}.
         *
         * @param value the way back
         * @return this
         */
        public Builder appReturn(AppReturn value) {
            this.appReturn = value;
            return this;
        }

        /**
         * Builds the options.
         *
         * @return the options
         */
        public RequestOptions build() {
            return new RequestOptions(this);
        }
    }
}
