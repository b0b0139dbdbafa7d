package io.github.iamsmart.reauth;

import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.requests.UserRequest;
import java.util.Optional;
import java.util.Set;

/** Asks a user to prove once more who they are. It has no members of its own. */
public record ReauthenticationRequest() implements UserRequest {

    @Override
    public String kind() {
        return ReauthenticationApi.KIND.name();
    }

    @Override
    public Optional<String> anonymousKind() {
        return Optional.empty();
    }

    @Override
    public Set<Scope> scopes() {
        return ReauthenticationApi.KIND.scopes();
    }
}
