package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.spring.internal.begin.BeginningListener;
import io.github.iamsmart.spring.internal.begin.ProblemPages;
import io.github.iamsmart.spring.internal.begin.ReturnTracker;
import io.github.iamsmart.spring.internal.begin.SignedInBeginning;
import io.github.iamsmart.spring.internal.requests.BrowserOptions;
import io.github.iamsmart.spring.internal.signin.LoginController;
import io.github.iamsmart.spring.internal.web.CookieSeal;
import io.github.iamsmart.spring.requests.IamSmartRequests;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;

/** What begins requests of each named client: the factory of the {@link IamSmartRequests} beans. */
final class NamedBeginningMap {

    /** The name of the bean. */
    static final String BEAN = "iamSmartNamedBeginnings";

    private final Map<String, Beginnings> clients = new LinkedHashMap<>();

    /**
     * What the endpoints of a client need too.
     *
     * @param seal of its cookies: one that is random must be the same for all
     * @param signedIn begins requests of users who have signed in
     * @param returns recognises browsers that come back
     * @param problems tells why a request was not sent
     * @param login the endpoint of sign-in
     * @param requests what the application uses
     */
    record Beginnings(
            CookieSeal seal,
            SignedInBeginning signedIn,
            ReturnTracker returns,
            ProblemPages problems,
            ObjectProvider<LoginController> login,
            IamSmartRequests requests) {}

    NamedBeginningMap(
            NamedClientMap clients, NamedEndpointMap endpoints, ObjectProvider<NamedControllerMap> controllers) {
        clients.all().forEach(one -> this.clients.put(one.name(), beginnings(one, endpoints, controllers)));
    }

    private static Beginnings beginnings(
            NamedClientWiring one, NamedEndpointMap endpoints, ObjectProvider<NamedControllerMap> controllers) {
        IamSmartCallbackAutoConfiguration configuration = new IamSmartCallbackAutoConfiguration();
        String name = one.name();
        IamSmartClient client = one.client();
        CookieSeal seal = endpoints.seal(name);
        // Asked for when a user must sign in: the endpoints are made later.
        ObjectProvider<LoginController> login =
                new Provided<>(() -> controllers.stream().map(all -> all.login(name)));
        BrowserOptions options = configuration.iamSmartBrowserOptions(
                endpoints.settings(name), one.configured(), one.callbackUrlListeners(), one.clock());
        ProblemPages problems = configuration.iamSmartProblemPages(endpoints.page(name), endpoints.captions());
        SignedInBeginning signedIn = configuration.iamSmartSignedInBeginning(
                client, options, login, problems, one.beans().all(BeginningListener.class), one.clock());
        ReturnTracker returns = configuration.iamSmartReturnTracker(seal, one.clock());
        return new Beginnings(
                seal,
                signedIn,
                returns,
                problems,
                login,
                configuration.iamSmartRequests(client, options, signedIn, returns, problems));
    }

    Beginnings of(String client) {
        return Objects.requireNonNull(clients.get(client));
    }

    /** Makes the bean of a client. */
    IamSmartRequests requests(String client) {
        return of(client).requests();
    }
}
