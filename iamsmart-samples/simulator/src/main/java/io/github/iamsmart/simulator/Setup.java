package io.github.iamsmart.simulator;

import io.github.iamsmart.simulator.SimulatorException.Kind;
import io.github.iamsmart.simulator.client.Client;
import io.github.iamsmart.simulator.client.ClientRegistry;
import io.github.iamsmart.simulator.control.Scenario;
import io.github.iamsmart.simulator.control.SetupFiles;
import io.github.iamsmart.simulator.fault.FaultInjector;
import io.github.iamsmart.simulator.persona.Persona;
import io.github.iamsmart.simulator.persona.Personas;
import io.github.iamsmart.simulator.time.SimulatorClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the simulator is set up with: personas, clients, faults and time, and the scenario to which it returns. */
final class Setup {
    private final Personas personas;
    private final ClientRegistry clients;
    private final FaultInjector faults;
    private final SimulatorClock clock;
    private final Supplier<Set<String>> apiPaths;
    private @Nullable Scenario loaded;

    Setup(
            Personas personas,
            ClientRegistry clients,
            FaultInjector faults,
            SimulatorClock clock,
            Supplier<Set<String>> apiPaths) {
        this.personas = personas;
        this.clients = clients;
        this.faults = faults;
        this.clock = clock;
        this.apiPaths = apiPaths;
    }

    /** The clients that a file has, and from then on keeps; without one they are forgotten with the simulator. */
    static ClientRegistry registry(Optional<Path> file) {
        if (file.isEmpty()) {
            return new ClientRegistry();
        }
        Path path = file.get();
        List<ClientRegistration> kept = Files.exists(path) ? SetupFiles.clients(path) : List.of();
        return new ClientRegistry(kept, registrations -> SetupFiles.writeClients(path, registrations));
    }

    /** Reads the other files that a simulator starts with. */
    void read(SimulatorSettings.SetupPaths files, Runnable forget) {
        files.personas()
                .ifPresent(file -> SetupFiles.applying("personas", file, () -> {
                    List<Persona> own = SetupFiles.personas(file);
                    personas.replaceOwn(own);
                    return own;
                }));
        files.scenario()
                .ifPresent(file -> SetupFiles.applying("scenario", file, () -> {
                    Scenario scenario = SetupFiles.scenario(file, clients);
                    load(scenario, forget);
                    return scenario;
                }));
    }

    Scenario current() {
        return new Scenario(
                Optional.of(personas.own()),
                Optional.of(clients.all().stream()
                        .map(Client::registration)
                        .sorted(Comparator.comparing(ClientRegistration::clientId))
                        .toList()),
                Optional.of(faults.active()),
                Optional.of(clock.ahead()));
    }

    /** All of it or, where something is wrong, nothing. */
    synchronized void load(String json, Runnable forget) {
        load(Scenario.read(json.getBytes(StandardCharsets.UTF_8), clients), forget);
    }

    /** Forgets everything else and returns to the scenario, if one was loaded. */
    synchronized void reset(Runnable forget) {
        forget.run();
        Scenario scenario = loaded;
        if (scenario == null) {
            return;
        }
        scenario.clients().ifPresent(clients::registerAll);
        scenario.personas().ifPresent(personas::replaceOwn);
        personas.forgetRemoved();
        scenario.faults().ifPresent(all -> all.forEach(faults::inject));
        scenario.ahead().ifPresent(clock::advance);
    }

    /** Refuses a fault of an API that there is not. */
    void check(Fault fault) {
        Set<String> paths = apiPaths.get();
        Optional<String> path = fault.path();
        if (path.isPresent() && !paths.contains(path.get())) {
            throw new SimulatorException(
                    Kind.INVALID,
                    "There is no API at " + path.get() + "; there are "
                            + paths.stream().sorted().toList() + ".");
        }
    }

    private synchronized void load(Scenario scenario, Runnable forget) {
        scenario.personas().ifPresent(personas::check);
        scenario.faults().ifPresent(faults::check);
        scenario.faults().ifPresent(all -> all.forEach(this::check));
        scenario.clients().ifPresent(clients::registerAll);
        loaded = scenario;
        reset(forget);
    }
}
