package io.github.iamsmart.simulator;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** What the builder gathers. */
record SimulatorSettings(
        String host,
        int port,
        OptionalInt tlsPort,
        Clock clock,
        Duration timestampTolerance,
        Duration cekLifetime,
        String ccicPath,
        CallbackInterceptor callbackInterceptor,
        SetupPaths files) {

    /** Where the files are that it starts with, if there are any. */
    record SetupPaths(Optional<Path> personas, Optional<Path> clients, Optional<Path> scenario) {}
}
