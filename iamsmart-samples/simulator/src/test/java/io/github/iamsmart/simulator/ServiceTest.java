package io.github.iamsmart.simulator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A fresh simulator for each test, a service that is registered with it, and where that service hears of callbacks. */
abstract class ServiceTest {
    @RegisterExtension
    final IamSmartSimulatorExtension fresh;

    final CallbackReceiver receiver = new CallbackReceiver();
    IamSmartSimulator simulator;
    SignedInService service;

    ServiceTest() {
        this(new IamSmartSimulatorExtension());
    }

    ServiceTest(IamSmartSimulatorExtension fresh) {
        this.fresh = fresh;
    }

    @BeforeEach
    final void register(IamSmartSimulator running) {
        simulator = running;
        service = new SignedInService(running, receiver);
    }

    @AfterEach
    final void stopListening() {
        receiver.close();
    }
}
