package io.github.iamsmart.internal.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.signin.AuthorizationRequest;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the query of {@code getQR}. */
final class AuthorizationQuery {

    private final List<String> pairs = new ArrayList<>();

    private AuthorizationQuery() {}

    static AuthorizationQuery of(String clientId, AuthorizationRequest request) {
        return new AuthorizationQuery()
                .with("clientID", clientId)
                .with("responseType", "code")
                .with("source", request.source().value())
                .with("redirectURI", request.redirectUri().toString())
                .with(
                        "scope",
                        request.scopes().stream().map(Scope::value).sorted().collect(Collectors.joining(" ")))
                .with("state", request.state().value());
    }

    AuthorizationQuery with(String name, String value) {
        // The form encoding's plus for a blank is not understood everywhere outside forms.
        pairs.add(name + "=" + URLEncoder.encode(value, UTF_8).replace("+", "%20"));
        return this;
    }

    @Override
    public String toString() {
        return String.join("&", pairs);
    }
}
