package io.github.iamsmart.internal.signin;

import io.github.iamsmart.device.AppReturn;
import io.github.iamsmart.device.Screen;
import io.github.iamsmart.device.Source;
import io.github.iamsmart.environment.Api;
import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.identity.AccessToken;
import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.internal.flow.FlowContext;
import io.github.iamsmart.internal.flow.TokenExchange;
import io.github.iamsmart.signin.AuthorizationRedirect;
import io.github.iamsmart.signin.AuthorizationRequest;
import io.github.iamsmart.signin.SignInApi;
import io.github.iamsmart.signin.TokenRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Sign-in over the gateway's page and its token call. */
public final class SignInFlow implements SignInApi {

    private final FlowContext context;
    private final TokenExchange exchange;

    /**
     * Creates the flow.
     *
     * @param context of the client
     */
    public SignInFlow(FlowContext context) {
        this.context = context;
        this.exchange = new TokenExchange(context);
    }

    @Override
    public URI authorizationUri(AuthorizationRequest request) {
        Map<String, String> parameters = parameters(request, request.source(), backToBrowser(request));
        parameters.put("lang", request.language().orElse(context.language()).wireValue());
        if (request.brokerPage()) {
            parameters.put("brokerPage", "true");
        }
        request.ticketId().ifPresent(ticket -> parameters.put("ticketID", ticket));
        return context.page(Api.GET_QR, parameters);
    }

    @Override
    public AuthorizationRedirect parseRedirect(Map<String, List<String>> parameters) {
        return RedirectParser.parse(parameters);
    }

    @Override
    public AuthorizationRedirect parseRedirect(String rawQuery) {
        return parseRedirect(RedirectParser.decode(rawQuery));
    }

    @Override
    public AccessToken exchange(TokenRequest request) {
        return exchange.exchange(request);
    }

    @Override
    public URI appLink(AuthorizationRequest request) {
        if (!request.source().isApp()) {
            throw new InvalidRequestException("An app signs in with the source App_Link or App_Scheme, not with "
                    + request.source() + ": send a browser to the authorization URI instead.");
        }
        return context.appLinks().open(Screen.SIGN_IN, parameters(request, request.source(), backToBrowser(request)));
    }

    @Override
    public URI appLink(AuthorizationRequest request, AppReturn appReturn) {
        context.ownAppCalls().required();
        return context.appLinks()
                .open(Screen.OWN_APP_SIGN_IN, parameters(request, appReturn.source(), appReturn.parameters()));
    }

    private static Map<String, String> backToBrowser(AuthorizationRequest request) {
        return Map.of("redirectURI", request.redirectUri().toString());
    }

    /** What the gateway's page and the app both need. */
    private Map<String, String> parameters(AuthorizationRequest request, Source source, Map<String, String> wayBack) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("clientID", context.clientId());
        parameters.put("responseType", "code");
        parameters.put("source", source.value());
        parameters.putAll(wayBack);
        parameters.put(
                "scope", request.scopes().stream().map(Scope::value).sorted().collect(Collectors.joining(" ")));
        parameters.put("state", request.state().value());
        return parameters;
    }
}
