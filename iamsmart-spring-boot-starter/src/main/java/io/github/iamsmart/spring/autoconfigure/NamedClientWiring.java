package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.key.CekStore;
import io.github.iamsmart.key.KekKeyPair;
import io.github.iamsmart.listener.IamSmartListener;
import io.github.iamsmart.requests.RequestKind;
import io.github.iamsmart.requests.store.AnswerPartStore;
import io.github.iamsmart.requests.store.RequestStore;
import io.github.iamsmart.signing.IdentificationCode;
import io.github.iamsmart.signing.verification.RevocationSource;
import io.github.iamsmart.signing.verification.SignatureVerifier;
import io.github.iamsmart.signing.verification.SignerIdentity;
import io.github.iamsmart.spring.CallbackUrlListener;
import io.github.iamsmart.spring.IamSmartClientCustomizer;
import io.github.iamsmart.spring.IamSmartConnectionDetails;
import io.github.iamsmart.spring.internal.observation.ClientTracers;
import io.github.iamsmart.spring.internal.properties.DirectLoginProperties;
import io.github.iamsmart.spring.internal.properties.IamSmartSimulatorProperties;
import io.github.iamsmart.spring.internal.settings.ConfiguredClient;
import io.github.iamsmart.spring.internal.simulator.EmbeddedConnection;
import io.github.iamsmart.spring.internal.simulator.EmbeddedGateway;
import java.time.Clock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ResourceLoader;

/**
 * One of several clients, made as the only one of an application is: by the same methods, with the beans that are the
 * client's. What keeps requests and keys is its own.
 */
final class NamedClientWiring {

    private final IamSmartAutoConfiguration configuration = new IamSmartAutoConfiguration();
    private final ConfiguredClient configured;
    private final DirectLoginProperties directLogin;
    private final ClientBeans beans;
    private final ObjectProvider<EmbeddedGateway> embedded;
    private final ResourceLoader resources;
    private final @Nullable IamSmartConnectionDetails connection;

    /**
     * Creates it.
     *
     * @param configured its settings
     * @param directLogin those of Direct Login
     * @param beans of the application, as the client sees them
     * @param simulator the settings of the simulator
     * @param embedded the simulator inside the application, if it runs
     * @param resources reads files
     * @param simulated the key pair of all clients of that simulator
     * @param ownClient whether the application makes the client itself
     */
    NamedClientWiring(
            ConfiguredClient configured,
            DirectLoginProperties directLogin,
            ClientBeans beans,
            IamSmartSimulatorProperties simulator,
            ObjectProvider<EmbeddedGateway> embedded,
            ResourceLoader resources,
            @Nullable KekKeyPair simulated,
            boolean ownClient) {
        this.configured = configured;
        this.directLogin = directLogin;
        this.beans = beans;
        this.embedded = new Provided<>(() -> embedded.stream().map(one -> one.forClient(configured.name())));
        this.resources = resources;
        IamSmartConnectionDetails own =
                beans.unshared(IamSmartConnectionDetails.class).getIfUnique();
        this.connection = own != null || ownClient ? own : connect(simulator, simulated);
    }

    private IamSmartConnectionDetails connect(IamSmartSimulatorProperties simulator, @Nullable KekKeyPair simulated) {
        ObjectProvider<KekKeyPair> keks = beans.unshared(KekKeyPair.class);
        if (keks.stream().findAny().isEmpty()) {
            KekKeyPair kek = simulated != null
                    ? simulated
                    : configuration.iamSmartKek(configured, simulator, embedded, resources, beans.factory());
            keks = Provided.of(() -> kek);
        }
        return configuration.iamSmartConnectionDetails(
                configured, simulator, embedded, keks, resources, beans.factory());
    }

    String name() {
        return configured.name();
    }

    ConfiguredClient configured() {
        return configured;
    }

    DirectLoginProperties directLogin() {
        return directLogin;
    }

    ClientBeans beans() {
        return beans;
    }

    @Nullable
    IamSmartConnectionDetails connection() {
        return connection;
    }

    ObjectProvider<IamSmartConnectionDetails> connections() {
        return new Provided<>(() -> Stream.ofNullable(connection));
    }

    ObjectProvider<Clock> clock() {
        return beans.one(Clock.class);
    }

    /** {@return who is told the callback URLs: the application's listeners, and the simulator inside it} */
    ObjectProvider<CallbackUrlListener> callbackUrlListeners() {
        CallbackUrlListener simulator =
                connection instanceof EmbeddedConnection simulated ? simulated::onCallbackUrl : url -> {};
        return new Provided<>(() -> Stream.concat(beans.all(CallbackUrlListener.class).stream(), Stream.of(simulator)));
    }

    /** {@return the client, which is a bean} */
    IamSmartClient client() {
        return beans.one(IamSmartClient.class).getObject();
    }

    /** Makes the client. */
    IamSmartClient make() {
        RequestStore requests =
                beans.unshared(RequestStore.class).getIfAvailable(() -> configuration.iamSmartRequestStore(configured));
        AnswerPartStore parts = beans.unshared(AnswerPartStore.class)
                .getIfAvailable(() -> configuration.iamSmartAnswerPartStore(configured));
        if (connection == null) {
            throw new IllegalStateException("The application makes this client itself.");
        }
        return configuration.iamSmartClient(
                configured,
                connection,
                resources,
                clock(),
                beans.unshared(CekStore.class),
                requests,
                parts,
                beans.allOf(RequestKind.class),
                beans.one(IdentificationCode.class),
                beans.all(IamSmartListener.class),
                beans.one(ClientTracers.class),
                beans.all(IamSmartClientCustomizer.class));
    }

    @Nullable
    SignatureVerifier verifier() {
        return new IamSmartSigningAutoConfiguration()
                .iamSmartSignatureVerifier(
                        configured,
                        embedded,
                        connections(),
                        beans.one(RevocationSource.class),
                        beans.one(SignerIdentity.class),
                        clock(),
                        resources);
    }
}
