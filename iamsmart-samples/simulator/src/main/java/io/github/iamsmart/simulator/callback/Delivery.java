package io.github.iamsmart.simulator.callback;

import io.github.iamsmart.simulator.SimulatedCallback;
import java.util.List;
import java.util.Map;

/**
 * What became of one POST.
 *
 * @param headers of the service's answer
 * @param body of the service's answer, or the beginning of it
 */
@SuppressWarnings("ArrayRecordComponent") // It is carried, never compared.
record Delivery(SimulatedCallback result, Map<String, List<String>> headers, byte[] body) {

    static Delivery failed(String why) {
        return new Delivery(SimulatedCallback.failed(why), Map.of(), new byte[0]);
    }
}
