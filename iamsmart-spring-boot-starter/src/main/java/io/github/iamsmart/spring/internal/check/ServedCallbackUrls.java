package io.github.iamsmart.spring.internal.check;

import io.github.iamsmart.selfcheck.CallbackUrl;
import io.github.iamsmart.selfcheck.CallbackUrl.Answer;
import io.github.iamsmart.spring.internal.begin.AnonymousReturnController;
import io.github.iamsmart.spring.internal.callback.CallbackEndpoint;
import io.github.iamsmart.spring.internal.properties.DirectLoginProperties;
import io.github.iamsmart.spring.internal.signin.SignInUrls;
import io.github.iamsmart.spring.internal.web.EndpointSettings;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The callback URLs of a client in a servlet application, as they are registered with iAM Smart. */
public final class ServedCallbackUrls {

    private final @Nullable DirectLoginProperties directLogin;
    private final boolean signIn;
    private final boolean callbacks;

    /**
     * Creates it.
     *
     * @param directLogin which sign-ins that begin in the app there are; {@code null} for none
     * @param signIn whether the application has the sign-in endpoints
     * @param callbacks whether it has those of results
     */
    public ServedCallbackUrls(@Nullable DirectLoginProperties directLogin, boolean signIn, boolean callbacks) {
        this.directLogin = directLogin;
        this.signIn = signIn;
        this.callbacks = callbacks;
    }

    /**
     * {@return the callback URLs of a client}
     *
     * @param application where the application is
     * @param endpoints where the endpoints of the client are
     */
    List<CallbackUrl> of(URI application, EndpointSettings endpoints) {
        SignInUrls urls = new SignInUrls(endpoints, "/");
        List<CallbackUrl> all = new ArrayList<>();
        if (callbacks) {
            all.add(new CallbackUrl("results", CallbackEndpoint.url(application, endpoints), Answer.RESULTS));
            all.add(new CallbackUrl(
                    "anonymous", AnonymousReturnController.url(application, endpoints), Answer.BROWSER_RETURN));
        }
        if (signIn) {
            all.add(new CallbackUrl("login", urls.loginCallback(application), Answer.BROWSER_RETURN));
        }
        if (directLogin != null && directLogin.v2()) {
            all.add(new CallbackUrl("direct-login", urls.directLoginCallback(application), Answer.BROWSER_RETURN));
        }
        if (directLogin != null && directLogin.v1()) {
            all.add(new CallbackUrl("direct-login-v1", urls.directLoginState(application), Answer.BROWSER_RETURN));
        }
        return all;
    }
}
