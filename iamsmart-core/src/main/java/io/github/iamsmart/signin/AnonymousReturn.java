package io.github.iamsmart.signin;

import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.internal.flow.BrowserReturn;
import io.github.iamsmart.internal.flow.BrowserReturn.Credentials;
import io.github.iamsmart.internal.flow.FlowContext;
import io.github.iamsmart.signin.AuthorizationRedirect.Declined;
import io.github.iamsmart.signin.AuthorizationRedirect.Failed;
import io.github.iamsmart.signin.AuthorizationRedirect.Granted;
import java.util.Optional;

/** Lends the redirect and the exchange of its code to the anonymous flows; made for them, not for applications. */
public final class AnonymousReturn {

    private AnonymousReturn() {}

    /**
     * Reads a redirect for an anonymous flow.
     *
     * @param context what the client lends
     * @param redirect what the browser brought back
     * @return the same in the flow's words
     */
    public static BrowserReturn of(FlowContext context, AuthorizationRedirect redirect) {
        Optional<String> businessId = redirect instanceof Granted granted ? granted.businessId() : Optional.empty();
        return new BrowserReturn(redirect.state(), businessId, refusal(redirect), () -> exchange(context, redirect));
    }

    private static Optional<ErrorCode> refusal(AuthorizationRedirect redirect) {
        if (redirect instanceof Failed failed) {
            return Optional.of(failed.errorCode());
        }
        // Back without a code and without a reason: the user went away from the gateway's page [D].
        return redirect instanceof Declined declined
                ? Optional.of(declined.errorCode().orElse(ErrorCode.AUTHENTICATION_CANCELLED))
                : Optional.empty();
    }

    private static Credentials exchange(FlowContext context, AuthorizationRedirect redirect) {
        if (redirect instanceof Granted granted) {
            AccessToken token = new SignInApi(context).exchange(granted.code());
            return new Credentials(token.value(), token.tokenisedId().value());
        }
        throw new ProtocolException("A redirect without a code has nothing to exchange.");
    }
}
