package io.github.iamsmart.simulator;

import java.time.Clock;
import java.time.Duration;
import java.util.OptionalInt;

/** What the builder gathers. */
record SimulatorSettings(
        String host,
        int port,
        OptionalInt tlsPort,
        Clock clock,
        Duration timestampTolerance,
        Duration cekLifetime,
        String ccicPath) {}
