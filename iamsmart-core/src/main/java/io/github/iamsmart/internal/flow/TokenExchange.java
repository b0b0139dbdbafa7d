package io.github.iamsmart.internal.flow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.environment.Api;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.identity.AccessToken;
import io.github.iamsmart.identity.AccountType;
import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.identity.TokenisedId;
import io.github.iamsmart.internal.gateway.ApiCall.Repeat;
import io.github.iamsmart.internal.json.Json;
import io.github.iamsmart.signin.TokenRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Exchanges authorization codes for access tokens ({@code getToken} [D] [W]). Thread-safe. */
public final class TokenExchange {

    private final FlowContext context;

    /**
     * Creates it.
     *
     * @param context of the client
     */
    public TokenExchange(FlowContext context) {
        this.context = context;
    }

    /**
     * Exchanges a code. The code works once, so the call is never repeated.
     *
     * @param request the code, and what belongs to it
     * @return the access token
     */
    public AccessToken exchange(TokenRequest request) {
        ObjectNode body = Json.object().put("code", request.code().value()).put("grantType", "authorization_code");
        if (request.isDirectLoginV2()) {
            switch (context.directLoginFlag()) {
                case TEXT -> body.put("isDirectLoginV2", "true");
                case BOOLEAN -> body.put("isDirectLoginV2", true);
            }
        }
        request.codeVerifier().ifPresent(verifier -> body.put("code_verifier", verifier));
        return token(context.call(Api.GET_TOKEN, Repeat.NEVER, Json.write(body)));
    }

    private AccessToken token(byte[] plaintext) {
        ObjectNode answer =
                Json.object(plaintext, "The content of " + context.paths().path(Api.GET_TOKEN));
        Instant issuedAt =
                Json.number(answer, "issueAt").map(Instant::ofEpochMilli).orElseGet(context.clock()::instant);
        long lifetime = Json.number(answer, "expiresIn")
                .or(() -> Json.number(answer, "expireIn"))
                .orElseThrow(() -> missing("expiresIn"));
        return new AccessToken(
                required(answer, "accessToken"),
                TokenisedId.of(required(answer, "openID")),
                new AccountType(Json.text(answer, "userType").orElse(AccountType.BASIC.value())),
                scopes(Json.text(answer, "scope").orElse("")),
                issuedAt,
                issuedAt.plusMillis(lifetime),
                Json.number(answer, "lastModifiedDate")
                        .map(Instant::ofEpochMilli)
                        .orElse(null));
    }

    private static Set<Scope> scopes(String text) {
        // As a scope sees blanks, those of Unicode included.
        String words = text.codePoints()
                .map(c -> Character.isWhitespace(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return Arrays.stream(words.split(" "))
                .filter(word -> !word.isEmpty())
                .map(Scope::new)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private String required(ObjectNode answer, String name) {
        Optional<String> text = Json.text(answer, name).filter(value -> !value.isBlank());
        return text.orElseThrow(() -> missing(name));
    }

    private ProtocolException missing(String name) {
        return new ProtocolException(context.paths().path(Api.GET_TOKEN) + " answered without a usable " + name + ".");
    }
}
