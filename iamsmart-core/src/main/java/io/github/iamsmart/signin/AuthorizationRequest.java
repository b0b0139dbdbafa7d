package io.github.iamsmart.signin;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.device.Source;
import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.internal.text.HostName;
import io.github.iamsmart.requests.AnonymousRequest;
import io.github.iamsmart.requests.State;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a sign-in asks for, as the URL of the gateway's page carries it. Immutable.
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
            throw new InvalidRequestException("A sign-in needs a state: store State.random() for this browser, and"
                    + " compare it when the browser comes back.");
        }
        this.state = builder.state;
        if (builder.scopes.isEmpty()) {
            throw new InvalidRequestException("A sign-in needs at least one scope, for example Scope.AUTH.");
        }
        this.scopes = Set.copyOf(builder.scopes);
        this.source = builder.source;
        this.language = builder.language;
        this.brokerPage = builder.brokerPage;
        this.ticketId = builder.ticketId;
    }

    private static URI checked(@Nullable URI uri) {
        if (uri == null) {
            throw new InvalidRequestException("A sign-in needs the redirect URI that is registered for this service.");
        }
        if (!uri.isAbsolute() || uri.getHost() == null || uri.getRawFragment() != null) {
            throw new InvalidRequestException("The redirect URI '" + uri
                    + "' must be absolute, with a host and without a fragment." + HostName.advice(uri));
        }
        return uri;
    }

    /** {@return a builder for the scope {@code eidapi_auth} and a desktop browser} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * {@return the request that continues an anonymous request at the gateway's page, with its ticket, state and
     * redirect URI} To request other scopes, use {@link #toBuilder}.
     *
     * @param request the request that the gateway accepted
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

    /** {@return a builder with the values of this request} */
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

    /** {@return the registered redirect URI, to which the browser comes back} */
    public URI redirectUri() {
        return redirectUri;
    }

    /** {@return the state that the browser brings back} */
    public State state() {
        return state;
    }

    /** {@return the requested scopes, unmodifiable} */
    public Set<Scope> scopes() {
        return scopes;
    }

    /** {@return the source: the kind of browser that the user has} */
    public Source source() {
        return source;
    }

    /** {@return the language of the gateway's page; empty for the client's default} */
    public Optional<Language> language() {
        return Optional.ofNullable(language);
    }

    /** {@return whether the gateway's page opens the app on the same device; unless set, it does for mobile sources} */
    public boolean brokerPage() {
        return brokerPage == null ? source.isMobile() : brokerPage;
    }

    /** {@return the ticket of an anonymous request; empty for any other request} */
    public Optional<String> ticketId() {
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
         * Sets the redirect URI, to which the browser comes back. Required.
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
         * Sets the requested scopes, replacing the default scope for authentication alone. They must cover everything
         * that the token will be used for.
         *
         * @param values the scopes
         * @return this
         */
        public Builder scopes(Scope... values) {
            return scopes(Set.of(values));
        }

        /**
         * Sets the requested scopes, replacing the default scope for authentication alone.
         *
         * @param values the scopes
         * @return this
         */
        public Builder scopes(Set<Scope> values) {
            this.scopes = new LinkedHashSet<>(values);
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
         * Sets the language of the gateway's page, replacing the client's default.
         *
         * @param value the language
         * @return this
         */
        public Builder language(Language value) {
            this.language = value;
            return this;
        }

        /**
         * Turns the page that opens the app on the same device on or off, regardless of the source.
         *
         * @param value whether to use the page
         * @return this
         */
        public Builder brokerPage(boolean value) {
            this.brokerPage = value;
            return this;
        }

        /**
         * Sets the ticket of an anonymous request.
         *
         * @param value the ticket from the answer to the initiate call
         * @return this
         */
        public Builder ticketId(String value) {
            this.ticketId = value;
            return this;
        }

        /**
         * Builds the request.
         *
         * @return the request
         * @throws InvalidRequestException if the redirect URI or the state is missing, the redirect URI is not
         *     absolute, or there is no scope
         */
        public AuthorizationRequest build() {
            return new AuthorizationRequest(this);
        }
    }
}
