package io.github.iamsmart.simulator;

import io.github.iamsmart.simulator.SimulatorException.Kind;
import io.github.iamsmart.simulator.http.HttpEndpoint;
import io.github.iamsmart.simulator.http.SimulatorServer;
import io.github.iamsmart.simulator.request.Decision;
import io.github.iamsmart.simulator.request.PendingRequest;
import io.github.iamsmart.simulator.tls.TlsIdentity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A running iAM Smart gateway with its phone, for development and tests. It keeps everything in memory and forgets it
 * when it is closed.
 *
 * <pre>{@code
 * try (IamSmartSimulator simulator = IamSmartSimulator.start()) {
 *     simulator.register(registration);
 *     // the service under test talks to simulator.baseUrl()
 *     Outcome outcome = simulator.approve(simulator.requests().get(0).ticketId(), "basic");
 * }
 * }</pre>
 *
 * <p>Safe for use by many threads. Its own threads are daemons.
 */
public final class IamSmartSimulator implements AutoCloseable {
    private final SimulatorSettings settings;
    private final SimulatorParts parts;
    private final SimulatorServer server;
    private final @Nullable TlsIdentity tls;
    private final @Nullable SimulatorServer tlsServer;

    private IamSmartSimulator(SimulatorSettings settings) {
        this.settings = settings;
        this.parts = new SimulatorParts(settings);
        InetAddress address = address(settings.host());
        HttpEndpoint front = parts.front(this, address.isLoopbackAddress());
        this.server = listen(address, settings.port(), null, front);
        if (settings.tlsPort().isEmpty()) {
            this.tls = null;
            this.tlsServer = null;
        } else {
            this.tls = TlsIdentity.make(settings.host());
            try {
                this.tlsServer = listen(address, settings.tlsPort().getAsInt(), tls.context(), front);
            } catch (SimulatorException e) {
                server.close();
                throw e;
            }
        }
    }

    /**
     * Starts one on 127.0.0.1 and any free port.
     *
     * @throws SimulatorException of kind NOT_STARTED
     */
    public static IamSmartSimulator start() {
        return builder().start();
    }

    /** For other settings. Builder with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Where it listens, without a slash at the end; the API is below {@code /api/v1}. */
    public URI baseUrl() {
        return url("http", server.port());
    }

    /** Where it listens with TLS. */
    public Optional<URI> tlsBaseUrl() {
        return Optional.ofNullable(tlsServer).map(secure -> url("https", secure.port()));
    }

    /** The root certificate that a client must trust to reach {@link #tlsBaseUrl()}. */
    public Optional<String> tlsCertificatePem() {
        return Optional.ofNullable(tls).map(TlsIdentity::rootPem);
    }

    /** Registers an online service, or replaces it: it then has no CEK and none of its nonces is known. */
    public void register(ClientRegistration registration) {
        parts.clients.register(registration);
    }

    /**
     * Registers one more URL; keys stay as they are. For services that learn their own port late.
     *
     * @throws SimulatorException of kind UNKNOWN_CLIENT or INVALID
     */
    public void addRedirectUri(String clientId, URI uri) {
        parts.clients.change(clientId, registration -> registration.plusRedirectUri(uri));
    }

    /**
     * Uploads a new KEK, as on the portal: it takes effect with the next CEK [D].
     *
     * @throws SimulatorException of kind UNKNOWN_CLIENT or INVALID
     */
    public void uploadKek(String clientId, PublicKey kek) {
        parts.clients.change(clientId, registration -> registration.withKek(kek));
    }

    /**
     * Revokes the CEK of a client, as the portal can; the next call that uses it is refused with D30002.
     *
     * @throws SimulatorException of kind UNKNOWN_CLIENT
     */
    public void revokeCek(String clientId) {
        parts.clients.get(clientId).keys().revoke();
    }

    /** The ids of the personas. */
    public List<String> personaIds() {
        return parts.personaIds();
    }

    /** The requests that wait or have ended, the oldest first; the last 10,000. */
    public List<SimulatedRequest> requests() {
        Instant now = parts.clock.instant();
        List<PendingRequest> all = parts.requests.all();
        return all.stream().map(request -> request.snapshot(now)).toList();
    }

    /**
     * A persona approves. The outcome may still be a failure: a suspended one cannot.
     *
     * @throws SimulatorException of kind UNKNOWN_REQUEST, UNKNOWN_PERSONA or ALREADY_ENDED
     */
    public Outcome approve(String ticketId, String personaId) {
        return parts.answers.answer(ticketId, Decision.APPROVE, Optional.of(personaId));
    }

    /**
     * The user refuses.
     *
     * @throws SimulatorException of kind UNKNOWN_REQUEST or ALREADY_ENDED
     */
    public Outcome reject(String ticketId) {
        return parts.answers.answer(ticketId, Decision.REJECT, Optional.empty());
    }

    /**
     * The user closes the request.
     *
     * @throws SimulatorException of kind UNKNOWN_REQUEST or ALREADY_ENDED
     */
    public Outcome cancel(String ticketId) {
        return parts.answers.answer(ticketId, Decision.CANCEL, Optional.empty());
    }

    /**
     * It fails, without a reason given.
     *
     * @throws SimulatorException of kind UNKNOWN_REQUEST or ALREADY_ENDED
     */
    public Outcome fail(String ticketId) {
        return parts.answers.answer(ticketId, Decision.FAIL, Optional.empty());
    }

    /**
     * Nobody answers in time.
     *
     * @throws SimulatorException of kind UNKNOWN_REQUEST or ALREADY_ENDED
     */
    public Outcome timeout(String ticketId) {
        return parts.answers.answer(ticketId, Decision.TIMEOUT, Optional.empty());
    }

    /**
     * Moves the simulator's time forward.
     *
     * @throws SimulatorException of kind INVALID
     */
    public void advance(Duration by) {
        if (by.isNegative()) {
            throw new SimulatorException(
                    Kind.INVALID, "The simulator's time only moves forward; " + by + " is negative.");
        }
        parts.clock.advance(by);
    }

    /** The simulator's time: that of its builder's clock, plus what it was advanced. */
    public Clock clock() {
        return parts.clock;
    }

    /**
     * Orders a fault.
     *
     * @throws SimulatorException of kind INVALID when no API has the fault's path
     */
    public void inject(Fault fault) {
        Optional<String> path = fault.path();
        if (path.isPresent() && !parts.apiPaths().contains(path.get())) {
            throw new SimulatorException(
                    Kind.INVALID,
                    "There is no API at " + path.get() + "; there are "
                            + parts.apiPaths().stream().sorted().toList() + ".");
        }
        parts.faults.inject(fault);
    }

    /** The faults that have not happened yet. */
    public List<Fault> faults() {
        return parts.faults.active();
    }

    /** Forgets all faults that have not happened yet. */
    public void clearFaults() {
        parts.faults.clear();
    }

    /** What arrived at the gateway and why it was refused, the oldest first; the last 5,000. */
    public List<LogEntry> log() {
        return parts.journal.entries();
    }

    /**
     * Forgets requests, codes, tokens, keys, nonces, faults and the log, and sets the time back; registrations stay.
     */
    public void reset() {
        parts.reset();
    }

    /** Frees the ports at once; open connections are closed. */
    @Override
    public void close() {
        server.close();
        if (tlsServer != null) {
            tlsServer.close();
        }
    }

    private URI url(String scheme, int port) {
        InetAddress address = address(settings.host());
        String host = address.isAnyLocalAddress() ? "127.0.0.1" : settings.host();
        return URI.create(scheme + "://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
    }

    private static InetAddress address(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new SimulatorException(Kind.NOT_STARTED, "The host '" + host + "' is not known to this machine.", e);
        }
    }

    private static SimulatorServer listen(
            InetAddress address, int port, @Nullable SSLContext tls, HttpEndpoint endpoint) {
        try {
            return SimulatorServer.start(new InetSocketAddress(address, port), tls, endpoint);
        } catch (IOException e) {
            throw new SimulatorException(
                    Kind.NOT_STARTED,
                    "Port " + port + " of " + address.getHostAddress() + " cannot be used (" + e.getMessage()
                            + "). Choose another one, or 0 for any free port.",
                    e);
        }
    }

    /** Gathers settings. Not safe for use by many threads. */
    public static final class Builder {
        private String host = "127.0.0.1";
        private int port;
        private OptionalInt tlsPort = OptionalInt.empty();
        private Clock clock = Clock.systemUTC();
        private Duration timestampTolerance = Duration.ofSeconds(2);
        private Duration cekLifetime = Duration.ofHours(24);

        private Builder() {}

        /**
         * The address to listen on. On a loopback address, the control API and the phone answer to loopback names only.
         * A name or an address; default 127.0.0.1.
         */
        public Builder host(String host) {
            this.host = host;
            return this;
        }

        /** The port for plain HTTP. 0, the default, for any free one. */
        public Builder port(int port) {
            this.port = checkPort(port);
            return this;
        }

        /** The port for TLS; without it there is none. 0 for any free one. */
        public Builder tlsPort(int port) {
            this.tlsPort = OptionalInt.of(checkPort(port));
            return this;
        }

        /** The time that the simulator begins with. Default: the system's. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /**
         * By how much a request's timestamp may be older than the newest seen of its client [?]. Default two seconds;
         * zero takes the rule to the letter.
         */
        public Builder timestampTolerance(Duration tolerance) {
            this.timestampTolerance = tolerance;
            return this;
        }

        /** How long a CEK lives. Default 24 hours. */
        public Builder cekLifetime(Duration lifetime) {
            this.cekLifetime = lifetime;
            return this;
        }

        /**
         * Starts it.
         *
         * @throws SimulatorException of kind NOT_STARTED
         */
        public IamSmartSimulator start() {
            return new IamSmartSimulator(
                    new SimulatorSettings(host, port, tlsPort, clock, timestampTolerance, cekLifetime));
        }

        private static int checkPort(int port) {
            if (port < 0 || port > 65_535) {
                throw new SimulatorException(Kind.INVALID, "A port is between 0 and 65535, not " + port + ".");
            }
            return port;
        }
    }
}
