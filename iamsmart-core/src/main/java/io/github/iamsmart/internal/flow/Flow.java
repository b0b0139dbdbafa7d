package io.github.iamsmart.internal.flow;

import io.github.iamsmart.environment.Api;
import io.github.iamsmart.requests.RequestKind;
import java.util.List;

/**
 * What a flow is: everything that lists kinds, calls or screens takes them from here.
 *
 * @param kinds its kinds of requests
 * @param calls its calls beyond those of its kinds
 */
public record Flow(List<RequestKind<?>> kinds, List<Api> calls) {

    /** A flow without further calls. */
    public Flow(RequestKind<?>... kinds) {
        this(List.of(kinds), List.of());
    }
}
