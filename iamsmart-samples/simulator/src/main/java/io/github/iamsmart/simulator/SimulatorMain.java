package io.github.iamsmart.simulator;

import io.github.iamsmart.simulator.SimulatorException.Kind;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The command line of the stand-alone simulator. */
public final class SimulatorMain {
    private static final String USAGE = """
            usage: java -jar iamsmart-simulator-standalone.jar [--host 127.0.0.1] [--port 8090] [--tls-port N] [--ccic-path /…]
                   [--personas file.json] [--clients file.json] [--scenario file.json]
              --host      address to listen on; other machines reach it only when this is not a loopback address
              --port      port for plain HTTP, 0 for any free one
              --tls-port  port for TLS, 0 for any free one; its certificate is offered at /control/certificate
              --ccic-path where the CCIC verification is, below /api/v1
              --personas  file with personas of your own: {"personas": […]}
              --clients   file in which registered clients are kept, with their secrets; made when it is not there
              --scenario  file with a scenario to begin with, as GET /control/scenario gives it
              --help      this text""";

    private SimulatorMain() {}

    /**
     * Starts a simulator and keeps it until the process ends.
     *
     * @param arguments see {@code --help}; exit code 2 when they are wrong, 1 when the simulator cannot start
     * @throws InterruptedException when the main thread is interrupted
     */
    public static void main(String[] arguments) throws InterruptedException {
        // The jar carries no logging library; what it would say stands in GET /control/log.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        int status = run(arguments, System.out, System.err);
        if (status != RUNNING) {
            System.exit(status);
        }
        new CountDownLatch(1).await();
    }

    static final int RUNNING = -1;

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        IamSmartSimulatorBuilder builder = IamSmartSimulator.builder().port(8090);
        try {
            for (int i = 0; i < arguments.length; i += 2) {
                String option = arguments[i];
                if (option.equals("--help")) {
                    out.println(USAGE);
                    return 0;
                }
                String value = i + 1 < arguments.length ? arguments[i + 1] : "";
                switch (option) {
                    case "--host" -> builder.host(given(option, value));
                    case "--port" -> builder.port(port(option, value));
                    case "--tls-port" -> builder.tlsPort(port(option, value));
                    case "--ccic-path" -> builder.ccicPath(given(option, value));
                    case "--personas" -> builder.personas(file(option, value));
                    case "--clients" -> builder.clients(file(option, value));
                    case "--scenario" -> builder.scenario(file(option, value));
                    default -> throw new SimulatorException(Kind.INVALID, "Unknown option: " + option);
                }
            }
        } catch (SimulatorException e) {
            err.println(e.getMessage());
            err.println(USAGE);
            return 2;
        }
        try {
            IamSmartSimulator simulator = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "iamsmart-simulator-stop"));
            out.println("iAM Smart simulator ready at " + simulator.baseUrl());
            simulator.tlsBaseUrl().ifPresent(url -> out.println("with TLS at " + url));
            out.println("phone: " + simulator.baseUrl() + "/phone");
            out.flush();
            return RUNNING;
        } catch (SimulatorException e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    private static String given(String option, String value) {
        if (value.isEmpty()) {
            throw new SimulatorException(Kind.INVALID, option + " needs a value.");
        }
        return value;
    }

    private static Path file(String option, String value) {
        try {
            return Path.of(given(option, value));
        } catch (InvalidPathException e) {
            throw new SimulatorException(Kind.INVALID, option + " needs a file, not '" + value + "'.", e);
        }
    }

    private static int port(String option, String value) {
        try {
            return Integer.parseInt(given(option, value));
        } catch (NumberFormatException e) {
            throw new SimulatorException(Kind.INVALID, option + " needs a number, not '" + value + "'.", e);
        }
    }
}
