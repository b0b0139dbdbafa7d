package io.github.iamsmart.internal.gateway;

import io.github.iamsmart.listener.IamSmartTracer;
import io.github.iamsmart.listener.OutgoingCall;
import java.util.Map;
import java.util.Optional;

/**
 * Follows calls, and knows their names.
 *
 * @param tracer hears of each call
 * @param apis the names of the calls by their paths
 */
public record CallTracer(IamSmartTracer tracer, Map<String, String> apis) {

    /** For nobody. */
    public static final CallTracer NONE = new CallTracer(IamSmartTracer.NONE, Map.of());

    OutgoingCall describe(String path) {
        return new OutgoingCall(path, Optional.ofNullable(apis.get(path)));
    }
}
