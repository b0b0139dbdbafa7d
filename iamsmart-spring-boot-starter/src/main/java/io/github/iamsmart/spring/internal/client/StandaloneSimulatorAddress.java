package io.github.iamsmart.spring.internal.client;

import io.github.iamsmart.environment.Environment;
import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import io.github.iamsmart.spring.internal.properties.IamSmartProperties;
import io.github.iamsmart.spring.internal.text.YamlLines;

/** Where a simulator is that runs on its own. */
public final class StandaloneSimulatorAddress {

    private StandaloneSimulatorAddress() {}

    /**
     * {@return the simulator that the properties name}
     *
     * @param properties with {@code base-url}, and {@code browser-base-url} where browsers reach it elsewhere
     * @throws IamSmartPropertyException if no simulator can be there
     */
    public static Environment of(IamSmartProperties properties) {
        Environment simulator = ConnectionSettings.environment(
                IamSmartProperties.PREFIX,
                properties,
                ConnectionSettings.preset(IamSmartProperties.PREFIX, "simulator"));
        if (simulator.baseUrl().equals(Environment.ITE.baseUrl())
                || simulator.baseUrl().equals(Environment.PRODUCTION.baseUrl())) {
            throw new IamSmartPropertyException(
                    "iamsmart.environment is simulator, but iamsmart.base-url is the address of a real gateway.",
                    "Write where the simulator is:\n\n" + YamlLines.of("iamsmart.base-url", "http://127.0.0.1:8090"));
        }
        return simulator;
    }
}
