package io.github.iamsmart.signin;

import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.internal.json.TopLevel;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An authorization code and the parameters of its exchange. Immutable; shows no secret.
 *
 * <p>An ordinary sign-in needs only the code. Direct Login v2 also needs the flag, and from an app the code verifier.
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
     * {@return the request of an ordinary sign-in}
     *
     * @param code the code
     */
    public static TokenRequest of(AuthorizationCode code) {
        return new TokenRequest(code, false, null);
    }

    /**
     * Reads what the service's own mobile app received from iAM Smart by Direct Login v2, app to app, and passed on
     * [D].
     *
     * @param json UTF-8: {@code {"code": "…", "code_verifier": "…"}}; both are required, other members are ignored
     * @return the request, with the flag of Direct Login v2
     * @throws ProtocolException if it has another form; the message repeats nothing of the input
     */
    public static TokenRequest fromApp(byte[] json) {
        TopLevel message = TopLevel.read(json, Set.of("code", "code_verifier"), Set.of(), "The sign-in from the app");
        AuthorizationCode code = message.text("code")
                .map(AuthorizationCode::of)
                .orElseThrow(() -> new ProtocolException("The sign-in from the app has no code."));
        // Without the verifier, a code stolen on the phone could be exchanged like the user's own.
        String verifier = message.text("code_verifier")
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new ProtocolException("The sign-in from the app has no code_verifier."));
        return new TokenRequest(code, true, verifier);
    }

    /**
     * {@return a copy that says that the code came by Direct Login v2; {@link DirectLoginFlag} says in which form [1]}
     */
    public TokenRequest directLoginV2() {
        return new TokenRequest(code, true, codeVerifier);
    }

    /**
     * {@return a copy with the code verifier of an app-to-app sign-in [D]}
     *
     * @param verifier the verifier that came with the code
     * @throws InvalidRequestException if it is blank
     */
    public TokenRequest codeVerifier(String verifier) {
        if (verifier.isBlank()) {
            throw new InvalidRequestException("The code verifier is blank: omit it if none came.");
        }
        return new TokenRequest(code, directLoginV2, verifier);
    }

    /** {@return the code to exchange} */
    public AuthorizationCode code() {
        return code;
    }

    /** {@return whether the code came by Direct Login v2} */
    public boolean isDirectLoginV2() {
        return directLoginV2;
    }

    /** {@return the code verifier of an app-to-app sign-in, if there is one; secret} */
    public Optional<String> codeVerifier() {
        return Optional.ofNullable(codeVerifier);
    }

    @Override
    public String toString() {
        return "TokenRequest[secret, directLoginV2=" + directLoginV2 + "]";
    }
}
