package io.github.iamsmart.spring.internal.simulator;

import io.github.iamsmart.environment.Environment;
import io.github.iamsmart.key.KekKeyPair;
import io.github.iamsmart.simulator.ClientRegistration;
import io.github.iamsmart.simulator.IamSmartSimulator;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The application as a client of the simulator that runs inside it: registered with an id and a secret made for this
 * run, with the addresses of Direct Login once the application has started, and with every callback URL as soon as it
 * is used.
 */
public final class EmbeddedSimulatorConnection implements EmbeddedConnection {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedSimulatorConnection.class);

    private final IamSmartSimulator simulator;
    private final KekKeyPair kek;
    private final ClientRegistration registration;
    private final Set<URI> callbackUrls = ConcurrentHashMap.newKeySet();

    private EmbeddedSimulatorConnection(IamSmartSimulator simulator, KekKeyPair kek, ClientRegistration registration) {
        this.simulator = simulator;
        this.kek = kek;
        this.registration = registration;
    }

    /**
     * Registers the application.
     *
     * @param simulator runs
     * @param kek the key pair that the application will use
     * @param name what the simulator's pages call the application; blank for its client id
     * @return the connection
     */
    public static EmbeddedSimulatorConnection register(IamSmartSimulator simulator, KekKeyPair kek, String name) {
        ClientRegistration registration = named(name, ClientRegistration.withGeneratedSecret(publicKey(kek)));
        boolean first = simulator.registrations().isEmpty();
        simulator.register(registration);
        if (first) {
            sayThatItIsASimulation(simulator);
        }
        return new EmbeddedSimulatorConnection(simulator, kek, registration);
    }

    private static void sayThatItIsASimulation(IamSmartSimulator simulator) {
        log.warn(
                "THIS IS A SIMULATION: iAM Smart is replaced by a simulator at {}, where anybody signs in as anybody."
                        + " Its phone is at {}/phone.",
                simulator.baseUrl(),
                simulator.baseUrl());
    }

    @Override
    public Environment environment() {
        return new Environment("simulator", simulator.baseUrl(), Environment.TESTING_APP);
    }

    @Override
    public String clientId() {
        return registration.clientId();
    }

    @Override
    public String clientSecret() {
        return registration.clientSecret();
    }

    @Override
    public List<KekKeyPair> keks() {
        return List.of(kek);
    }

    @Override
    public boolean simulated() {
        return true;
    }

    /** Registers a callback URL, once. */
    @Override
    public void onCallbackUrl(URI callbackUrl) {
        if (callbackUrls.add(callbackUrl)) {
            simulator.addRedirectUri(clientId(), callbackUrl);
        }
    }

    @Override
    public String toString() {
        return "EmbeddedSimulatorConnection[" + simulator.baseUrl() + ", clientId=" + clientId() + "]";
    }

    /** A name that the simulator would refuse is cut, so that it keeps no application from starting. */
    private static ClientRegistration named(String name, ClientRegistration registration) {
        String shown = DisplayName.of(name);
        return shown.isEmpty() ? registration : registration.withDisplayName(shown);
    }

    private static PublicKey publicKey(KekKeyPair kek) {
        try {
            return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(kek.publicKeyInfo()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The public key of the KEK cannot be read again.", e);
        }
    }
}
