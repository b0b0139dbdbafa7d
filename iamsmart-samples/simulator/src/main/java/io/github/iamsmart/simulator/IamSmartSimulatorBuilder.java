package io.github.iamsmart.simulator;

import io.github.iamsmart.simulator.SimulatorException.Kind;
import io.github.iamsmart.simulator.SimulatorSettings.SetupPaths;
import io.github.iamsmart.simulator.ccic.CcicVerificationFlow;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Gathers the settings of a simulator. Not safe for use by many threads. */
public final class IamSmartSimulatorBuilder {
    private String host = "127.0.0.1";
    private int port;
    private OptionalInt tlsPort = OptionalInt.empty();
    private Clock clock = Clock.systemUTC();
    private Duration timestampTolerance = Duration.ofSeconds(2);
    private Duration cekLifetime = Duration.ofHours(24);
    private @Nullable Path personas;
    private @Nullable Path clients;
    private @Nullable Path scenario;
    private CallbackInterceptor callbackInterceptor = CallbackInterceptor.NONE;
    private String ccicPath = CcicVerificationFlow.DECLARATION.path().orElseThrow();

    IamSmartSimulatorBuilder() {}

    /**
     * The address to listen on. On a loopback address, the control API and the phone answer to loopback names only. A
     * name or an address; default 127.0.0.1.
     */
    public IamSmartSimulatorBuilder host(String host) {
        this.host = host;
        return this;
    }

    /** The port for plain HTTP. 0, the default, for any free one. */
    public IamSmartSimulatorBuilder port(int port) {
        this.port = checkPort(port);
        return this;
    }

    /** The port for TLS; without it there is none. 0 for any free one. */
    public IamSmartSimulatorBuilder tlsPort(int port) {
        this.tlsPort = OptionalInt.of(checkPort(port));
        return this;
    }

    /** The time that the simulator begins with. Default: the system's. */
    public IamSmartSimulatorBuilder clock(Clock clock) {
        this.clock = clock;
        return this;
    }

    /**
     * By how much a request's timestamp may be older than the newest seen of its client [?]. Default two seconds; zero
     * takes the rule to the letter.
     */
    public IamSmartSimulatorBuilder timestampTolerance(Duration tolerance) {
        this.timestampTolerance = tolerance;
        return this;
    }

    /** How long a CEK lives. Default 24 hours. */
    public IamSmartSimulatorBuilder cekLifetime(Duration lifetime) {
        this.cekLifetime = lifetime;
        return this;
    }

    /**
     * Where the CCIC verification is, below {@code /api/v1}. No public source tells; the default
     * {@code /account/ccic/initiateRequest} is made up [?].
     *
     * <p>A flow that the simulator does not know can be tested at this path too. A request takes any members beside
     * those of all requests, needs no scope, and waits for the signed-in user. An approval sends a callback with
     * {@code businessID} and {@code state} and nothing else. Any other ending sends one of {@code D40000} to
     * {@code D40003}, or the code of a {@link FaultKind#CALLBACK_ERROR_CODE}.
     */
    public IamSmartSimulatorBuilder ccicPath(String path) {
        if (!path.matches("(/[A-Za-z0-9_-]+)+")) {
            throw new SimulatorException(
                    Kind.INVALID,
                    "A path below /api/v1 begins with a slash and ends without: '" + path + "' does not.");
        }
        this.ccicPath = path;
        return this;
    }

    /** What sees each callback before it is posted, and may take it. Default: nothing does. */
    public IamSmartSimulatorBuilder callbackInterceptor(CallbackInterceptor interceptor) {
        this.callbackInterceptor = interceptor;
        return this;
    }

    /**
     * A JSON file with personas of one's own, read at the start: {@code {"personas": […]}}, each as in {@code POST
     * /control/personas}.
     */
    public IamSmartSimulatorBuilder personas(Path file) {
        this.personas = file;
        return this;
    }

    /**
     * A JSON file in which the registered clients are kept: read at the start, if it is there, and written after each
     * change, so that they outlive the simulator. It holds their secrets, and only its owner may read it.
     */
    public IamSmartSimulatorBuilder clients(Path file) {
        this.clients = file;
        return this;
    }

    /** A JSON file with a scenario, read at the start; see {@link IamSmartSimulator#loadScenario(String)}. */
    public IamSmartSimulatorBuilder scenario(Path file) {
        this.scenario = file;
        return this;
    }

    /**
     * Starts it.
     *
     * @throws SimulatorException of kind NOT_STARTED: the address is taken, or a file cannot be read or is not right
     */
    public IamSmartSimulator start() {
        return new IamSmartSimulator(new SimulatorSettings(
                host,
                port,
                tlsPort,
                clock,
                timestampTolerance,
                cekLifetime,
                ccicPath,
                callbackInterceptor,
                new SetupPaths(
                        Optional.ofNullable(personas), Optional.ofNullable(clients), Optional.ofNullable(scenario))));
    }

    private static int checkPort(int port) {
        if (port < 0 || port > 65_535) {
            throw new SimulatorException(Kind.INVALID, "A port is between 0 and 65535, not " + port + ".");
        }
        return port;
    }
}
