package io.github.iamsmart.simulator.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.ClientRegistration;
import io.github.iamsmart.simulator.SimulatorException;
import io.github.iamsmart.simulator.SimulatorException.Kind;
import io.github.iamsmart.simulator.client.ClientRegistry;
import io.github.iamsmart.simulator.persona.Persona;
import io.github.iamsmart.simulator.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The files that a simulator starts with, each written like a scenario, and the one in which it keeps its clients. */
public final class SetupFiles {
    private static final int SIZE_LIMIT = 10 * 1024 * 1024;

    private SetupFiles() {}

    /** {@return the personas of a file that has nothing else} */
    public static List<Persona> personas(Path file) {
        Scenario read = scenario(file, new ClientRegistry());
        if (read.personas().isEmpty() || !read.equals(Scenario.of(read.personas(), Optional.empty()))) {
            throw ControlBody.invalid("It must have the member 'personas' and no other.");
        }
        return read.personas().get();
    }

    /** {@return the clients of a file that has nothing else} */
    public static List<ClientRegistration> clients(Path file) {
        return applying("clients", file, () -> {
            Scenario read = scenario(file, new ClientRegistry());
            if (read.clients().isEmpty() || !read.equals(Scenario.of(Optional.empty(), read.clients()))) {
                throw ControlBody.invalid("It must have the member 'clients' and no other.");
            }
            return read.clients().get();
        });
    }

    /**
     * {@return the scenario of a file}
     *
     * @param known has the secrets of clients that are written without one
     */
    public static Scenario scenario(Path file, ClientRegistry known) {
        return Scenario.read(bytes(file), known);
    }

    /**
     * {@return what was made of a file}
     *
     * @throws SimulatorException of kind NOT_STARTED that names the file and what is wrong with it
     */
    public static <T> T applying(String option, Path file, Supplier<T> action) {
        try {
            return action.get();
        } catch (SimulatorException e) {
            throw new SimulatorException(
                    Kind.NOT_STARTED, "The " + option + " file " + file + ": " + e.getMessage(), e);
        }
    }

    /** Writes all registrations, secrets included; only its owner may read the file. */
    public static void writeClients(Path file, Collection<ClientRegistration> registrations) {
        ObjectNode json = Json.object();
        ArrayNode clients = json.putArray("clients");
        registrations.forEach(registration -> clients.add(ClientJson.withSecret(registration)));
        try {
            PrivateFile.write(file, Json.prettyBytes(json));
        } catch (IOException e) {
            throw new SimulatorException(
                    Kind.NOT_SAVED,
                    "The clients file " + file + " cannot be written ("
                            + e.getClass().getSimpleName() + ": " + e.getMessage() + "), so nothing was changed.",
                    e);
        }
    }

    private static byte[] bytes(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(SIZE_LIMIT + 1);
            if (bytes.length > SIZE_LIMIT) {
                throw ControlBody.invalid("It is larger than 10 MiB.");
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw new SimulatorException(Kind.INVALID, "There is no such file.", e);
        } catch (IOException e) {
            throw new SimulatorException(
                    Kind.INVALID, "It cannot be read (" + e.getClass().getSimpleName() + ").", e);
        }
    }
}
