package io.github.iamsmart.requests;

import io.github.iamsmart.identity.Scope;
import java.io.Serializable;
import java.util.Optional;
import java.util.Set;

/**
 * What a user is asked in the app: for the data of a form, a signature, a proof of who they are. Every flow has a class
 * for it; {@link OwnRequest} is one of a kind of the application's own. Implementations are immutable, and serializable
 * so that a session can keep one while its user signs in.
 */
public interface UserRequest extends Serializable {

    /** {@return the {@linkplain RequestKind#name() name} of its kind for a user who has signed in} */
    String kind();

    /** {@return the name of its kind for a user who has not signed in; empty if they must sign in first} */
    Optional<String> anonymousKind();

    /** {@return the scopes that the access token needs, or that an anonymous request asks for} */
    Set<Scope> scopes();
}
