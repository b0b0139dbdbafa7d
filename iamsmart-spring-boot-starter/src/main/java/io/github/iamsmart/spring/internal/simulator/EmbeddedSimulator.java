package io.github.iamsmart.spring.internal.simulator;

import io.github.iamsmart.key.KekKeyPair;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.spring.IamSmartConnectionDetails;
import java.time.Clock;

/**
 * The running simulator, as the rest of the starter sees it.
 *
 * @param simulator runs
 * @param name what its pages call the application
 */
public record EmbeddedSimulator(IamSmartSimulator simulator, String name) implements EmbeddedGateway {

    @Override
    public IamSmartConnectionDetails connect(KekKeyPair kek) {
        return EmbeddedSimulatorConnection.register(simulator, kek, name);
    }

    @Override
    public EmbeddedGateway forClient(String client) {
        return new EmbeddedSimulator(simulator, name.isBlank() ? client : name + ": " + client);
    }

    @Override
    public String signingRootPem() {
        return simulator.signingRootPem();
    }

    @Override
    public String signingIntermediatePem() {
        return simulator.signingIntermediatePem();
    }

    @Override
    public Clock clock() {
        return simulator.clock();
    }
}
