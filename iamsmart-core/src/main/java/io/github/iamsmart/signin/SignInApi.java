package io.github.iamsmart.signin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.environment.Api;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.internal.flow.FlowContext;
import io.github.iamsmart.internal.gateway.ApiCall.Repeat;
import io.github.iamsmart.internal.json.Json;
import io.github.iamsmart.request.Scope;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Sign-in with iAM Smart. Stateless and thread-safe.
 *
 * <ol>
 *   <li>Send the browser to {@link #authorizationUri}.
 *   <li>When it comes back, read the redirect with {@link #parseRedirect(String)} and compare the state.
 *   <li>{@linkplain #exchange(AuthorizationCode) Exchange} the code at once.
 * </ol>
 */
public final class SignInApi {

    private final FlowContext context;

    /**
     * Made by the client.
     *
     * @param context what the client lends
     */
    public SignInApi(FlowContext context) {
        this.context = context;
    }

    /**
     * Returns where to send the browser. Makes no call.
     *
     * @param request what is wished for
     * @return the URL of the gateway's page, percent-encoded
     */
    public URI authorizationUri(AuthorizationRequest request) {
        AuthorizationQuery query = AuthorizationQuery.of(context.clientId(), request)
                .with("lang", request.language().orElse(context.language()).wireValue());
        if (request.brokerPage()) {
            query.with("brokerPage", "true");
        }
        request.ticketId().ifPresent(ticket -> query.with("ticketID", ticket));
        return context.page(Api.GET_QR, query.toString());
    }

    /**
     * Reads the redirect.
     *
     * @param parameters the query parameters, decoded
     * @return what the user or the gateway decided
     * @throws ProtocolException if a parameter stands twice, or the code cannot be one
     */
    public AuthorizationRedirect parseRedirect(Map<String, List<String>> parameters) {
        return RedirectParser.parse(parameters);
    }

    /**
     * Reads the redirect.
     *
     * @param rawQuery the query string as it stands in the URL, without the question mark
     * @return what the user or the gateway decided
     * @throws ProtocolException if it is not well percent-encoded, a parameter stands twice, or the code cannot be one
     */
    public AuthorizationRedirect parseRedirect(String rawQuery) {
        return parseRedirect(RedirectParser.decode(rawQuery));
    }

    /**
     * Exchanges the code of an ordinary sign-in.
     *
     * @param code from the redirect
     * @return the access token
     * @throws IamSmartException as {@link #exchange(TokenRequest)}
     */
    public AccessToken exchange(AuthorizationCode code) {
        return exchange(TokenRequest.of(code));
    }

    /**
     * Exchanges a code for an access token. Blocks for one call.
     *
     * <p>The code works once, so after a failure on the way it is not sent again: begin a new sign-in instead.
     *
     * @param request the code, and what belongs to it
     * @return the access token
     * @throws IamSmartException a {@code GatewayException} with {@code D40004} if the code is unknown, used or older
     *     than 60 seconds; others for other failures
     */
    public AccessToken exchange(TokenRequest request) {
        ObjectNode body = Json.object().put("code", request.code().value()).put("grantType", "authorization_code");
        if (request.isDirectLoginV2()) {
            body.put("isDirectLoginV2", "true");
        }
        request.codeVerifier().ifPresent(verifier -> body.put("code_verifier", verifier));
        return token(context.call(Api.GET_TOKEN, Repeat.NEVER, Json.write(body)));
    }

    /**
     * Returns the link with which a mobile app or page opens the iAM Smart app for a sign-in [1]. On the mobile web the
     * {@linkplain #authorizationUri gateway's page} does it without such a link.
     *
     * @param request what is wished for; its source is {@code App_Link} or {@code App_Scheme}
     * @return the link
     */
    public URI appLink(AuthorizationRequest request) {
        return context.appLinks()
                .signIn(context.clientId(), request.source(), request.redirectUri(), request.scopes(), request.state());
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
        return Arrays.stream(text.trim().split("\\s+"))
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
