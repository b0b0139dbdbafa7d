package io.github.iamsmart.signin;

import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.internal.json.TopLevel;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An authorization code with what else its exchange needs. Immutable; shows no secret.
 *
 * <p>An ordinary sign-in needs nothing else; Direct Login v2 needs the flag, and from an app the code verifier too.
 */
public final class TokenRequest {

    private final AuthorizationCode code;
    private final boolean directLoginV2;
    private final @Nullable String codeVerifier;

    private TokenRequest(AuthorizationCode code, boolean directLoginV2, @Nullable String codeVerifier) {
        this.code = code;
        this.directLoginV2 = directLoginV2;
        this.codeVerifier = codeVerifier;
    }

    /**
     * Starts with the code alone.
     *
     * @param code the code
     * @return the request of an ordinary sign-in
     */
    public static TokenRequest of(AuthorizationCode code) {
        return new TokenRequest(code, false, null);
    }

    /**
     * Reads what the service's own mobile app received from iAM Smart by Direct Login v2, app to app, and passed on
     * [D].
     *
     * @param json UTF-8: {@code {"code": "…", "code_verifier": "…"}}; both are needed, other members are passed over
     * @return the request, with the flag of Direct Login v2
     * @throws ProtocolException if it is not that; the message repeats nothing of the input
     */
    public static TokenRequest fromApp(byte[] json) {
        TopLevel message = TopLevel.read(json, Set.of("code", "code_verifier"), Set.of(), "The sign-in from the app");
        AuthorizationCode code = message.text("code")
                .map(AuthorizationCode::of)
                .orElseThrow(() -> new ProtocolException("The sign-in from the app has no code."));
        // Without it a code that was stolen on the phone would be as good as one that was not.
        String verifier = message.text("code_verifier")
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new ProtocolException("The sign-in from the app has no code_verifier."));
        return new TokenRequest(code, true, verifier);
    }

    /**
     * Says that the code came by Direct Login v2 [1].
     *
     * @return a copy
     */
    public TokenRequest directLoginV2() {
        return new TokenRequest(code, true, codeVerifier);
    }

    /**
     * Adds the code verifier of an app-to-app sign-in [D].
     *
     * @param verifier what came beside the code
     * @return a copy
     * @throws ConfigurationException if it is blank
     */
    public TokenRequest codeVerifier(String verifier) {
        if (verifier.isBlank()) {
            throw new ConfigurationException("The code verifier is blank: leave it out where none came.");
        }
        return new TokenRequest(code, directLoginV2, verifier);
    }

    /**
     * Returns what is exchanged.
     *
     * @return the code
     */
    public AuthorizationCode code() {
        return code;
    }

    boolean isDirectLoginV2() {
        return directLoginV2;
    }

    Optional<String> codeVerifier() {
        return Optional.ofNullable(codeVerifier);
    }

    @Override
    public String toString() {
        return "TokenRequest[secret, directLoginV2=" + directLoginV2 + "]";
    }
}
