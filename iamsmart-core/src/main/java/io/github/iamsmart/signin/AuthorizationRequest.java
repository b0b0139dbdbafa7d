package io.github.iamsmart.signin;

import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.request.AnonymousRequest;
import io.github.iamsmart.request.Language;
import io.github.iamsmart.request.Scope;
import io.github.iamsmart.request.Source;
import io.github.iamsmart.request.State;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A wish to sign in: what stands in the URL of the gateway's page. Immutable.
 *
 * <pre>{@code
 * AuthorizationRequest.builder()
 *     .redirectUri(URI.create("https://permits.example.hk/iamsmart/callback/login"))
 *     .state(State.random())
 *     .source(Source.fromUserAgent(userAgent))
 *     .build();
 * }</pre>
 */
public final class AuthorizationRequest {

    private final URI redirectUri;
    private final State state;
    private final Set<Scope> scopes;
    private final Source source;
    private final @Nullable Language language;
    private final @Nullable Boolean brokerPage;
    private final @Nullable String ticketId;

    private AuthorizationRequest(Builder builder) {
        this.redirectUri = checked(builder.redirectUri);
        if (builder.state == null) {
            throw new ConfigurationException("A sign-in needs a state: keep State.random() for this browser, and"
                    + " compare it when the browser comes back.");
        }
        this.state = builder.state;
        if (builder.scopes.isEmpty()) {
            throw new ConfigurationException("A sign-in needs at least one scope, for example Scope.AUTH.");
        }
        this.scopes = Set.copyOf(builder.scopes);
        this.source = builder.source;
        this.language = builder.language;
        this.brokerPage = builder.brokerPage;
        this.ticketId = builder.ticketId;
    }

    private static URI checked(@Nullable URI uri) {
        if (uri == null) {
            throw new ConfigurationException("A sign-in needs the redirect URI that is registered for this service.");
        }
        if (!uri.isAbsolute() || uri.getHost() == null || uri.getRawFragment() != null) {
            throw new ConfigurationException(
                    "The redirect URI '" + uri + "' must be absolute, with a host and without a fragment.");
        }
        return uri;
    }

    /**
     * Starts a request for the scope {@code eidapi_auth} from a desktop browser.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Continues an anonymous request at the gateway's page. To ask for other scopes, use {@link #toBuilder}.
     *
     * @param request what the gateway accepted
     * @return the request with the ticket, the state and the redirect URI of that one
     */
    public static AuthorizationRequest of(AnonymousRequest request) {
        Builder builder = builder()
                .redirectUri(request.redirectUri())
                .state(request.state())
                .scopes(request.scopes())
                .source(request.source())
                .ticketId(request.ticketId());
        request.language().ifPresent(builder::language);
        return builder.build();
    }

    /**
     * Starts from this request.
     *
     * @return a builder with its values
     */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.redirectUri = redirectUri;
        builder.state = state;
        builder.scopes = new LinkedHashSet<>(scopes);
        builder.source = source;
        builder.language = language;
        builder.brokerPage = brokerPage;
        builder.ticketId = ticketId;
        return builder;
    }

    /**
     * Returns where the browser comes back to.
     *
     * @return the registered redirect URI
     */
    public URI redirectUri() {
        return redirectUri;
    }

    /**
     * Returns the state that the browser brings back.
     *
     * @return the state
     */
    public State state() {
        return state;
    }

    /**
     * Returns what is asked for.
     *
     * @return the scopes, unmodifiable
     */
    public Set<Scope> scopes() {
        return scopes;
    }

    /**
     * Returns which kind of browser the user has.
     *
     * @return the source
     */
    public Source source() {
        return source;
    }

    Optional<Language> language() {
        return Optional.ofNullable(language);
    }

    /** The page that opens the app is right for every mobile source. */
    boolean brokerPage() {
        return brokerPage == null ? source.isMobile() : brokerPage;
    }

    Optional<String> ticketId() {
        return Optional.ofNullable(ticketId);
    }

    @Override
    public String toString() {
        return "AuthorizationRequest[redirectUri=" + redirectUri + ", scopes=" + scopes + ", source=" + source + "]";
    }

    /** Collects the values of a request. Not thread-safe. */
    public static final class Builder {

        private @Nullable URI redirectUri;
        private @Nullable State state;
        private Set<Scope> scopes = new LinkedHashSet<>(List.of(Scope.AUTH));
        private Source source = Source.PC_BROWSER;
        private @Nullable Language language;
        private @Nullable Boolean brokerPage;
        private @Nullable String ticketId;

        private Builder() {}

        /**
         * Sets where the browser comes back to. Required.
         *
         * @param uri exactly as registered: absolute, a fully qualified domain name, no wildcard [S]
         * @return this
         */
        public Builder redirectUri(URI uri) {
            this.redirectUri = uri;
            return this;
        }

        /**
         * Sets the state. Required.
         *
         * @param value unguessable, bound to this browser, used once
         * @return this
         */
        public Builder state(State value) {
            this.state = value;
            return this;
        }

        /**
         * Sets what is asked for, in place of the scope for authentication alone. It must cover everything that will be
         * done with the token.
         *
         * @param values the scopes
         * @return this
         */
        public Builder scopes(Scope... values) {
            return scopes(Set.of(values));
        }

        /**
         * Sets what is asked for, in place of the scope for authentication alone.
         *
         * @param values the scopes
         * @return this
         */
        public Builder scopes(Set<Scope> values) {
            this.scopes = new LinkedHashSet<>(values);
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
         * Sets the language of the gateway's page, in place of the client's.
         *
         * @param value the language
         * @return this
         */
        public Builder language(Language value) {
            this.language = value;
            return this;
        }

        /**
         * Asks for, or does without, the page that opens the app on the same device, whatever the source says.
         *
         * @param value whether the page is wanted
         * @return this
         */
        public Builder brokerPage(boolean value) {
            this.brokerPage = value;
            return this;
        }

        /**
         * Sets the ticket of an anonymous request.
         *
         * @param value what the initiate call answered
         * @return this
         */
        public Builder ticketId(String value) {
            this.ticketId = value;
            return this;
        }

        /**
         * Makes the request.
         *
         * @return the request
         * @throws ConfigurationException if the redirect URI or the state is missing, the redirect URI is not absolute,
         *     or there is no scope
         */
        public AuthorizationRequest build() {
            return new AuthorizationRequest(this);
        }
    }
}
