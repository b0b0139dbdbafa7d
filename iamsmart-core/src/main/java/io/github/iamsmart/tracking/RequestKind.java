package io.github.iamsmart.tracking;

import java.time.Duration;
import java.util.Collection;
import java.util.function.Function;

/**
 * A kind of request, and how its result is read. Each flow has a constant of its own. Immutable and thread-safe.
 *
 * @param <T> the type of the result
 */
public final class RequestKind<T> {

    /** How long the result of a request may take [S]. */
    public static final Duration LIFETIME = Duration.ofMinutes(18);

    private final String name;
    private final Class<T> type;
    private final Duration lifetime;
    private final StateHash stateHash;
    private final Function<byte[], T> reader;

    private RequestKind(
            String name, Class<T> type, Duration lifetime, StateHash stateHash, Function<byte[], T> reader) {
        this.name = name;
        this.type = type;
        this.lifetime = lifetime;
        this.stateHash = stateHash;
        this.reader = reader;
    }

    /**
     * Defines a kind whose answer comes by callback.
     *
     * @param name a stable name in kebab case; it stands in stores
     * @param type the class of the result
     * @param lifetime after what time the request has expired
     * @param reader makes the result of the business object's UTF-8 JSON
     * @param <T> the type of the result
     * @return the kind
     */
    public static <T> RequestKind<T> of(String name, Class<T> type, Duration lifetime, Function<byte[], T> reader) {
        return new RequestKind<>(name, type, lifetime, StateHash.OF_CALLBACK, reader);
    }

    /**
     * Defines a kind of anonymous requests: their answer is fetched when the user's browser has come back, and no
     * callback is ever believed to answer them.
     *
     * @param name a stable name in kebab case; it stands in stores
     * @param type the class of the result
     * @param lifetime after what time the request has expired
     * @param reader makes the result of the business object's UTF-8 JSON
     * @param <T> the type of the result
     * @return the kind
     */
    public static <T> RequestKind<T> anonymous(
            String name, Class<T> type, Duration lifetime, Function<byte[], T> reader) {
        return new RequestKind<>(name, type, lifetime, StateHash.OF_REDIRECT, reader);
    }

    /**
     * Returns the name of the kind.
     *
     * @return for example {@code form-filling}
     */
    public String name() {
        return name;
    }

    /**
     * Returns what the result of such a request is.
     *
     * @return its class
     */
    public Class<T> type() {
        return type;
    }

    /**
     * Returns after what time a request of this kind has expired.
     *
     * @return 18 minutes for most [S]
     */
    public Duration lifetime() {
        return lifetime;
    }

    /**
     * Reads a result.
     *
     * @param json the business object as UTF-8 JSON
     * @return the result
     */
    public T read(byte[] json) {
        return reader.apply(json);
    }

    static boolean isAmong(Collection<? extends RequestKind<?>> kinds, String name) {
        return kinds.stream().anyMatch(kind -> kind.name().equals(name));
    }

    /** How the state of such a request is kept. */
    StateHash stateHash() {
        return stateHash;
    }

    @Override
    public String toString() {
        return name;
    }
}
