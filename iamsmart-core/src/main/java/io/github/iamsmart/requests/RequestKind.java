package io.github.iamsmart.requests;

import io.github.iamsmart.device.Screen;
import io.github.iamsmart.environment.Api;
import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.identity.Scope;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A kind of request that users answer in the app: everything that tells it from other kinds. Each flow declares its
 * own, and an application may {@linkplain #builder declare} more. Immutable and thread-safe.
 *
 * <pre>{@code
 * RequestKind<String> CARD = RequestKind.builder("card-check", String.class, json -> new String(json, UTF_8))
 *     .path("/api/v1/account/card/initiateRequest")
 *     .scopes(Scope.AUTH)
 *     .build();
 * }</pre>
 *
 * @param <T> the type of the result
 */
public final class RequestKind<T> {

    /** How long the user has to answer, and the result to arrive, unless a kind says otherwise [S]. */
    public static final Duration LIFETIME = Duration.ofMinutes(18);

    /** How the names of anonymous kinds begin, and of no others: stores tell their requests apart by it. */
    public static final String ANONYMOUS_PREFIX = "anonymous-";

    private final String name;
    private final Class<T> type;
    private final Function<byte[], T> reader;
    private final Api initiate;
    private final @Nullable Api result;
    private final Screen screen;
    private final Set<Scope> scopes;
    private final Duration lifetime;
    private final boolean anonymous;
    private final boolean businessIdInGetResult;
    private final @Nullable PartReader partReader;

    private RequestKind(Builder<T> builder) {
        this.name = builder.name;
        this.type = builder.type;
        this.reader = builder.reader;
        this.initiate = builder.path == null ? Api.of(name) : Api.of(name, builder.path);
        this.result = builder.result == null && builder.anonymous ? Api.of(name + "-result") : builder.result;
        this.screen = builder.screen;
        this.scopes = Set.copyOf(builder.scopes);
        this.lifetime = builder.lifetime;
        this.anonymous = builder.anonymous;
        this.businessIdInGetResult = builder.businessIdInGetResult;
        this.partReader = builder.partReader;
    }

    /**
     * Starts a kind for users who have signed in, whose answer comes by callback.
     *
     * @param name a stable name in kebab case, not beginning with {@link #ANONYMOUS_PREFIX}; it stands in stores and in
     *     configuration
     * @param type the class of the result
     * @param reader makes the result of the business object, UTF-8 JSON; throws a
     *     {@link io.github.iamsmart.error.ProtocolException} if it cannot
     * @param <T> the type of the result
     * @return a builder
     */
    public static <T> Builder<T> builder(String name, Class<T> type, Function<byte[], T> reader) {
        required(name, "a name");
        required(type, "the class of its result");
        required(reader, "a reader of its result");
        return new Builder<>(name, type, reader, Screen.of(name));
    }

    /**
     * Starts the twin of this kind for users who have not signed in: the browser comes back with an authorization code,
     * and the result is fetched with it. It has the result, the reader, the scopes, the lifetime and the parts of this
     * kind, and two paths of its own: one sends the request, one fetches the result.
     *
     * @return a builder; the name is this one's with {@code anonymous-} before it
     */
    public Builder<T> anonymous() {
        if (anonymous) {
            throw new ConfigurationException("The kind of request " + name + " is anonymous already.");
        }
        Builder<T> twin = new Builder<>(ANONYMOUS_PREFIX + name, type, reader, Screen.ANONYMOUS);
        twin.anonymous = true;
        twin.lifetime = lifetime;
        twin.scopes.addAll(scopes);
        twin.partReader = partReader;
        return twin;
    }

    /** {@return the name, for example {@code form-filling}} */
    public String name() {
        return name;
    }

    /** {@return the class of the result} */
    public Class<T> type() {
        return type;
    }

    /** {@return the call that sends such a request} */
    public Api initiate() {
        return initiate;
    }

    /** {@return the call that fetches the result when the browser has come back; for anonymous kinds only} */
    public Optional<Api> result() {
        return Optional.ofNullable(result);
    }

    /** {@return the calls of this kind, whose paths can be configured} */
    public List<Api> apis() {
        return Stream.concat(Stream.of(initiate), result().stream()).toList();
    }

    /** {@return the screen of the app that shows such a request} */
    public Screen screen() {
        return screen;
    }

    /** {@return the scopes that the access token needs, or that an anonymous request asks for} */
    public Set<Scope> scopes() {
        return scopes;
    }

    /** {@return how long after its start a request of this kind expires} */
    public Duration lifetime() {
        return lifetime;
    }

    /**
     * {@return whether the user has not signed in} The state of such a request passes through the browser, so a
     * callback that brings it proves nothing by it.
     */
    public boolean isAnonymous() {
        return anonymous;
    }

    /**
     * {@return whether the call that fetches the result of an anonymous request sends the business id too, unless the
     * client's builder says otherwise}
     */
    public boolean businessIdInGetResult() {
        return businessIdInGetResult;
    }

    /** {@return what reads the parts, if the answer comes in several callbacks; empty if it comes whole} */
    public Optional<PartReader> partReader() {
        return Optional.ofNullable(partReader);
    }

    /**
     * Reads a result.
     *
     * @param json the business object, UTF-8 JSON
     * @return the result
     */
    public T read(byte[] json) {
        return reader.apply(json);
    }

    private static void required(@Nullable Object value, String what) {
        if (value == null) {
            throw new ConfigurationException("A kind of request needs " + what + ".");
        }
    }

    static boolean isAmong(Collection<? extends RequestKind<?>> kinds, String name) {
        return kinds.stream().anyMatch(kind -> kind.name().equals(name));
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name;
    }

    /**
     * Collects what a kind is. Not thread-safe.
     *
     * @param <T> the type of the result
     */
    public static final class Builder<T> {

        private final String name;
        private final Class<T> type;
        private final Function<byte[], T> reader;
        private final Set<Scope> scopes = new LinkedHashSet<>();
        private Screen screen;
        private @Nullable String path;
        private @Nullable Api result;
        private Duration lifetime = LIFETIME;
        private boolean anonymous;
        private boolean businessIdInGetResult;
        private @Nullable PartReader partReader;

        private Builder(String name, Class<T> type, Function<byte[], T> reader, Screen screen) {
            this.name = name;
            this.type = type;
            this.reader = reader;
            this.screen = screen;
        }

        /**
         * Sets where the request is sent. Without it the path must be configured, as {@code iamsmart.paths.<name>}.
         *
         * @param value the path below the base URL, with its prefix, for example {@code /api/v1/…}
         * @return this
         */
        public Builder<T> path(String value) {
            this.path = value;
            return this;
        }

        /**
         * Sets where the result of an anonymous request is fetched. Without it the path must be configured, as
         * {@code iamsmart.paths.<name>-result}.
         *
         * @param value the path below the base URL, with its prefix
         * @return this
         */
        public Builder<T> resultPath(String value) {
            return result(Api.of(name + "-result", value));
        }

        /**
         * Sets the call that fetches the result of an anonymous request.
         *
         * @param value the call
         * @return this
         */
        public Builder<T> result(Api value) {
            this.result = value;
            return this;
        }

        /**
         * Sets whether the call that fetches the result of an anonymous request sends the business id too. Not sent
         * unless set.
         *
         * @param value whether to send it
         * @return this
         */
        public Builder<T> businessIdInGetResult(boolean value) {
            this.businessIdInGetResult = value;
            return this;
        }

        /**
         * Sets the screen of the app that shows the request. Without it there is no app link, unless one is configured
         * as {@code iamsmart.app-links.<name>}.
         *
         * @param context the screen's name in app links
         * @return this
         */
        public Builder<T> screen(String context) {
            this.screen = Screen.of(name, context);
            return this;
        }

        /**
         * Adds the scopes that the access token needs, or that an anonymous request asks for.
         *
         * @param values the scopes
         * @return this
         */
        public Builder<T> scopes(Scope... values) {
            scopes.addAll(List.of(values));
            return this;
        }

        /**
         * Sets how long the user has to answer. {@link #LIFETIME} unless set.
         *
         * @param value the time from the start of a request to its end
         * @return this
         */
        public Builder<T> lifetime(Duration value) {
            this.lifetime = value;
            return this;
        }

        /**
         * Says that the answer comes in parts, by several callbacks. It comes whole unless set. Every node must know
         * the kind before the first such request is sent: one that does not takes a part for the whole answer.
         *
         * @param reader tells the parts apart
         * @return this
         */
        public Builder<T> inParts(PartReader reader) {
            this.partReader = reader;
            return this;
        }

        /**
         * Makes the kind.
         *
         * @return the kind
         * @throws ConfigurationException if the name is not in kebab case, a path is none, the lifetime is not
         *     positive, or it says where or how to fetch the result and users sign in first: then it comes by callback
         */
        public RequestKind<T> build() {
            if (lifetime.isNegative() || lifetime.isZero()) {
                throw new ConfigurationException("The kind of request " + name + " needs a lifetime above zero.");
            }
            if (result != null && !anonymous) {
                throw new ConfigurationException("The kind of request " + name + " has a path for its result, which"
                        + " comes by callback: only anonymous kinds fetch it.");
            }
            if (businessIdInGetResult && !anonymous) {
                throw new ConfigurationException("The kind of request " + name + " says what to send for its result,"
                        + " which comes by callback: only anonymous kinds fetch it.");
            }
            return new RequestKind<>(this);
        }
    }
}
