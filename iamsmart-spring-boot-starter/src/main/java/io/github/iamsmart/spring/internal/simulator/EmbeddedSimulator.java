package io.github.iamsmart.spring.internal.simulator;

import io.github.iamsmart.key.KekKeyPair;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.spring.IamSmartConnectionDetails;
import java.time.Clock;

/**
 * The running simulator, as the rest of the starter sees it.
 *
 * @param simulator runs
 */
public record EmbeddedSimulator(IamSmartSimulator simulator) implements EmbeddedGateway {

    @Override
    public IamSmartConnectionDetails connect(KekKeyPair kek) {
        return EmbeddedSimulatorConnection.register(simulator, kek);
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
