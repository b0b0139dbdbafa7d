package io.github.iamsmart.simulator.http;

/** Answers one kind of call. */
@FunctionalInterface
public interface HttpEndpoint {
    HttpAnswer answer(HttpCall call);
}
