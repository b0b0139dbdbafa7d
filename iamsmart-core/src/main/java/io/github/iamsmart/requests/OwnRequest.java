package io.github.iamsmart.requests;

import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.internal.json.Json;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A request of a kind of the application's own: the name of the kind, and its members as JSON. Immutable;
 * {@link #toString()} shows no member.
 */
public final class OwnRequest implements UserRequest {

    private static final long serialVersionUID = 1L;

    private final String kind;
    private final boolean anonymous;
    private final String scopes;
    private final String json;

    private OwnRequest(RequestKind<?> kind, String json) {
        this.kind = kind.name();
        this.anonymous = kind.isAnonymous();
        this.scopes = kind.scopes().stream().map(Scope::value).collect(Collectors.joining(" "));
        this.json = json;
    }

    /**
     * Makes a request.
     *
     * @param kind the kind, which the client was built with; an anonymous one for users who have not signed in
     * @param body the members of this kind, as a record, a {@code Map}, or a class with getters; the members that all
     *     requests have are added. Leave lists without elements out, the gateway refuses them [1]
     * @return the request
     * @throws io.github.iamsmart.error.InvalidRequestException if the body is no JSON object
     */
    public static OwnRequest of(RequestKind<?> kind, Object body) {
        return new OwnRequest(
                kind, Json.toObject(body, "The body of the request " + kind).toString());
    }

    /** {@return the members of its kind, a JSON object} */
    public String json() {
        return json;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public Optional<String> anonymousKind() {
        return anonymous ? Optional.of(kind) : Optional.empty();
    }

    @Override
    public Set<Scope> scopes() {
        return scopes.isEmpty()
                ? Set.of()
                : Arrays.stream(scopes.split(" ")).map(Scope::new).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String toString() {
        return "OwnRequest[kind=" + kind + ", " + json.length() + " characters]";
    }
}
