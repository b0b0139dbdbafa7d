package io.github.iamsmart.request;

import io.github.iamsmart.error.ConfigurationException;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What every request to the user has beside its subject: from which browser it is made, where its callback goes, and
 * what tells it from others. Immutable.
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

    private RequestOptions(Builder builder) {
        this.callbackUri = builder.callbackUri;
        this.redirectUri = builder.redirectUri;
        this.source = builder.source;
        this.language = builder.language;
        this.businessId = builder.businessId == null ? BusinessId.random() : builder.businessId;
        this.state = builder.state == null ? State.random() : builder.state;
        this.owner = builder.owner;
        this.reference = builder.reference;
        if (redirectUri != null && (redirectUri.getHost() == null || redirectUri.getRawFragment() != null)) {
            throw new ConfigurationException(
                    "The redirect URI '" + redirectUri + "' must be absolute, with a host and without a fragment.");
        }
        if (reference != null && reference.length() > LONGEST_REFERENCE) {
            throw new ConfigurationException("The reference of a request has at most " + LONGEST_REFERENCE
                    + " characters: keep a key in it, not the data.");
        }
    }

    /**
     * Starts with a desktop browser, a new business id and a new state.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Starts from these options, with the same business id and state.
     *
     * @return a builder
     */
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
        return builder;
    }

    /**
     * Returns where the result is sent.
     *
     * @return the registered callback URL; not used for anonymous requests, whose result is fetched
     */
    public Optional<URI> callbackUri() {
        return Optional.ofNullable(callbackUri);
    }

    /**
     * Returns where the browser comes back to after an anonymous request.
     *
     * @return the registered redirect URI; not used for other requests
     */
    public Optional<URI> redirectUri() {
        return Optional.ofNullable(redirectUri);
    }

    /**
     * Returns which kind of browser the user has.
     *
     * @return the source
     */
    public Source source() {
        return source;
    }

    /**
     * Returns the language of the app's screens.
     *
     * @return the language, empty for the client's
     */
    public Optional<Language> language() {
        return Optional.ofNullable(language);
    }

    /**
     * Returns the request's name at the gateway.
     *
     * @return the business id
     */
    public BusinessId businessId() {
        return businessId;
    }

    /**
     * Returns the secret that the answer must bring back.
     *
     * @return the state; it is sent only from server to server, except for anonymous requests
     */
    public State state() {
        return state;
    }

    /**
     * Returns what tells the browser that began the request.
     *
     * @return a hash, never a cookie in clear; empty if no browser may look at the request
     */
    public Optional<String> owner() {
        return Optional.ofNullable(owner);
    }

    /**
     * Returns the application's own word for what the request belongs to.
     *
     * @return the reference
     */
    public Optional<String> reference() {
        return Optional.ofNullable(reference);
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

        private Builder() {}

        /**
         * Sets where the result is sent. Required for everything but anonymous requests.
         *
         * @param uri the registered callback URL
         * @return this
         */
        public Builder callbackUri(URI uri) {
            this.callbackUri = uri;
            return this;
        }

        /**
         * Sets where the browser comes back to. Required for anonymous requests, not used for others.
         *
         * @param uri exactly as registered: absolute, a fully qualified domain name, no wildcard [S]
         * @return this
         */
        public Builder redirectUri(URI uri) {
            this.redirectUri = uri;
            return this;
        }

        /**
         * Sets which kind of browser the user has.
         *
         * @param value usually {@link Source#fromUserAgent}
         * @return this
         */
        public Builder source(Source value) {
            this.source = value;
            return this;
        }

        /**
         * Sets the language of the app's screens, in place of the client's.
         *
         * @param value the language
         * @return this
         */
        public Builder language(Language value) {
            this.language = value;
            return this;
        }

        /**
         * Sets the request's name, in place of a random one.
         *
         * @param value never used before
         * @return this
         */
        public Builder businessId(BusinessId value) {
            this.businessId = value;
            return this;
        }

        /**
         * Sets the secret that the answer must bring back, in place of a random one.
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
         * @param value what tells that browser; it is stored, so a hash and not a cookie in clear
         * @return this
         */
        public Builder owner(String value) {
            this.owner = value;
            return this;
        }

        /**
         * Gives the request a word of the application's own, which its outcome brings back.
         *
         * @param value a key of at most 255 characters; no personal data
         * @return this
         */
        public Builder reference(String value) {
            this.reference = value;
            return this;
        }

        /**
         * Makes the options.
         *
         * @return the options
         */
        public RequestOptions build() {
            return new RequestOptions(this);
        }
    }
}
