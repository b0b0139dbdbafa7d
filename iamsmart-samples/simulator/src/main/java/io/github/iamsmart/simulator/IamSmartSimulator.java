package io.github.iamsmart.simulator;

import io.github.iamsmart.simulator.SimulatorException.Kind;
import io.github.iamsmart.simulator.certificate.AuthorityPages;
import io.github.iamsmart.simulator.request.Decision;
import io.github.iamsmart.simulator.request.PendingRequest;
import io.github.iamsmart.simulator.wire.Json;
import java.net.URI;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
    private static final Duration TAKE_TIMEOUT = Duration.ofSeconds(10);

    private final SimulatorParts parts;
    private final Listeners listeners;

    IamSmartSimulator(SimulatorSettings settings) {
        this.parts = new SimulatorParts(settings, this::baseUrl);
        this.listeners = Listeners.open(settings, loopbackOnly -> parts.front(this, loopbackOnly));
    }

    /**
     * Starts one on 127.0.0.1 and any free port.
     *
     * @throws SimulatorException of kind NOT_STARTED
     */
    public static IamSmartSimulator start() {
        return builder().start();
    }

    /** {@return a builder with the default settings} */
    public static IamSmartSimulatorBuilder builder() {
        return new IamSmartSimulatorBuilder();
    }

    /** Where it listens, without a slash at the end; the API is below {@code /api/v1}. */
    public URI baseUrl() {
        return listeners.url();
    }

    /** Where it listens with TLS. */
    public Optional<URI> tlsBaseUrl() {
        return listeners.tlsUrl();
    }

    /** The root certificate that a client must trust to reach {@link #tlsBaseUrl()}. */
    public Optional<String> tlsCertificatePem() {
        return listeners.tlsRootPem();
    }

    /**
     * The root of the certificates that personas sign with; made anew by each simulator. It has nothing to do with
     * {@link #tlsCertificatePem()}.
     */
    public String signingRootPem() {
        return AuthorityPages.pem(parts.authority.root());
    }

    /**
     * The certificate between {@link #signingRootPem()} and those of personas. It comes along with the signature of a
     * PDF and not with that of a hash.
     */
    public String signingIntermediatePem() {
        return AuthorityPages.pem(parts.authority.intermediate());
    }

    /**
     * Registers an online service, or replaces it: it then has no CEK, and none of its nonces and businessIDs is known.
     */
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

    /** The registered services, by their client id. Their secrets are in them, and not in their {@code toString}. */
    public List<ClientRegistration> registrations() {
        return parts.setup.current().clients().orElseThrow();
    }

    /**
     * Removes a registration: the calls of that service are refused from now on.
     *
     * @throws SimulatorException of kind UNKNOWN_CLIENT
     */
    public void removeClient(String clientId) {
        parts.clients.remove(clientId);
    }

    /** The ids of the personas: of those that come with the simulator, then of one's own. */
    public List<String> personaIds() {
        return parts.personaIds();
    }

    /** All personas, in the same order. */
    public List<SimulatedPersona> personas() {
        return parts.personas.all().stream().map(SimulatedPersona::of).toList();
    }

    /**
     * Adds a persona, or replaces that of the same id; tokens and requests of that one go on with the new data.
     *
     * @throws SimulatorException of kind INVALID where a built-in persona has the id, or another one has the same
     *     Tokenised ID for a client
     */
    public void addPersona(SimulatedPersona persona) {
        parts.personas.put(persona.persona());
    }

    /**
     * Removes a persona of one's own from the phone; what it has begun goes on until {@link #reset()}.
     *
     * @throws SimulatorException of kind UNKNOWN_PERSONA, or INVALID where it comes with the simulator
     */
    public void removePersona(String id) {
        parts.personas.remove(id);
    }

    /** The requests that wait or have ended, the oldest first; the last 10,000. */
    public List<SimulatedRequest> requests() {
        Instant now = parts.clock.instant();
        List<PendingRequest> all = parts.requests.all();
        return all.stream().map(request -> request.snapshot(now)).toList();
    }

    /** The newest request with this businessID. */
    public Optional<SimulatedRequest> findByBusinessId(String businessId) {
        return requests().stream()
                .filter(request -> request.businessId().equals(Optional.of(businessId)))
                .reduce((earlier, later) -> later);
    }

    /**
     * The user opens a request on the phone, as whoever looks at its screen there does. A bulk signing is in progress
     * from then on [?]; nothing else changes for any flow.
     *
     * @throws SimulatorException of kind UNKNOWN_REQUEST or ALREADY_ENDED
     */
    public void begin(String ticketId) {
        parts.answers.begin(ticketId);
    }

    /**
     * The signed-in user approves everything; for requests that name their user.
     *
     * @throws SimulatorException of kind UNKNOWN_REQUEST, ALREADY_ENDED, or INVALID where nobody has signed in
     */
    public Outcome approve(String ticketId) {
        return approve(ticketId, Approval.byTheUser());
    }

    /**
     * A persona approves everything. The outcome may still be a failure: a suspended one cannot.
     *
     * @throws SimulatorException of kind UNKNOWN_REQUEST, UNKNOWN_PERSONA, ALREADY_ENDED, or INVALID where another
     *     persona has signed in
     */
    public Outcome approve(String ticketId, String personaId) {
        return approve(ticketId, Approval.by(personaId));
    }

    /**
     * Somebody approves, perhaps not everything.
     *
     * @throws SimulatorException of kind UNKNOWN_REQUEST, UNKNOWN_PERSONA, ALREADY_ENDED, or INVALID where the approval
     *     does not fit what is asked
     */
    public Outcome approve(String ticketId, Approval approval) {
        return parts.answers.approve(ticketId, approval);
    }

    /**
     * Waits, in real time, until the callback of a request has reached the service or has failed; of a bulk signing,
     * until all have.
     *
     * @return what became of it; {@link SimulatedCallback#PENDING} when the time is over
     * @throws SimulatorException of kind UNKNOWN_REQUEST
     */
    public SimulatedCallback awaitCallback(String ticketId, Duration atMost) {
        return parts.requests.get(ticketId).awaitCallback(atMost);
    }

    /**
     * The user refuses.
     *
     * @throws SimulatorException of kind UNKNOWN_REQUEST or ALREADY_ENDED
     */
    public Outcome reject(String ticketId) {
        return parts.answers.refuse(ticketId, Decision.REJECT, Optional.empty());
    }

    /**
     * The user closes the request.
     *
     * @throws SimulatorException of kind UNKNOWN_REQUEST or ALREADY_ENDED
     */
    public Outcome cancel(String ticketId) {
        return parts.answers.refuse(ticketId, Decision.CANCEL, Optional.empty());
    }

    /**
     * It fails, without a reason given.
     *
     * @throws SimulatorException of kind UNKNOWN_REQUEST or ALREADY_ENDED
     */
    public Outcome fail(String ticketId) {
        return parts.answers.refuse(ticketId, Decision.FAIL, Optional.empty());
    }

    /**
     * Nobody answers in time.
     *
     * @throws SimulatorException of kind UNKNOWN_REQUEST or ALREADY_ENDED
     */
    public Outcome timeout(String ticketId) {
        return parts.answers.refuse(ticketId, Decision.TIMEOUT, Optional.empty());
    }

    /**
     * A persona picks a service in the app's catalogue and confirms: Direct Login v2 on the web [D].
     *
     * @return as for any request; its redirect is what the app opens a browser with
     * @throws SimulatorException of kind UNKNOWN_CLIENT, UNKNOWN_PERSONA, or INVALID where the service has no address
     *     for it or not the scope
     */
    public Outcome directLogin(String clientId, String personaId) {
        return parts.picks.onTheWeb(clientId, personaId);
    }

    /**
     * A persona picks a service in the app's catalogue and confirms: Direct Login v2 from app to app [D].
     *
     * @return what the service's own app is handed
     * @throws SimulatorException of kind UNKNOWN_CLIENT, UNKNOWN_PERSONA, or INVALID where the service has not the
     *     scope, or the persona is suspended
     */
    public AppLoginCode directLoginToApp(String clientId, String personaId) {
        return parts.picks.inTheApp(clientId, personaId);
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
        parts.advance(by);
    }

    /** The simulator's time: that of its builder's clock, plus what it was advanced. */
    public Clock clock() {
        return parts.clock;
    }

    /** How far {@link #clock()} was moved. */
    public Duration advanced() {
        return parts.clock.ahead();
    }

    /**
     * Orders a fault, after those of its kind that have not happened yet.
     *
     * @throws SimulatorException of kind INVALID when no API has the fault's path
     */
    public void inject(Fault fault) {
        parts.setup.check(fault);
        parts.faults.inject(fault);
    }

    /**
     * Orders a fault in the place of those of the same kind, path and client.
     *
     * @throws SimulatorException of kind INVALID when no API has the fault's path
     */
    public void switchOn(Fault fault) {
        parts.setup.check(fault);
        parts.faults.switchOn(fault);
    }

    /** Forgets the faults of the same kind, path and client. Without one of them it does nothing. */
    public void switchOff(Fault like) {
        parts.faults.switchOff(like);
    }

    /** The faults that have not happened yet. */
    public List<Fault> faults() {
        return parts.faults.active();
    }

    /** Forgets the faults of one kind. */
    public void clearFaults(FaultKind kind) {
        parts.faults.clear(kind);
    }

    /** Forgets all faults that have not happened yet. */
    public void clearFaults() {
        parts.faults.clear();
    }

    /**
     * What arrived at the gateway and why it was refused, and the callbacks that were sent, the oldest first; the last
     * 5,000.
     */
    public List<LogEntry> log() {
        return parts.journal.entries();
    }

    /**
     * The lines of {@link #log()} with everything that is known of them: headers, what was signed, what was sealed. The
     * oldest lose it when all texts take more than 32 MiB.
     */
    public List<RecordedCall> calls() {
        return parts.journal.calls();
    }

    /**
     * The oldest call of a service or a browser to the gateway that was not taken yet; waits for it, in real time, at
     * most 10 seconds.
     *
     * @throws SimulatorException of kind NO_CALL when none has come
     */
    public RecordedCall takeCall() {
        return takeCall(TAKE_TIMEOUT).orElseThrow(() -> none("call to the gateway"));
    }

    /** As {@link #takeCall()}, with another patience; empty when none has come. */
    public Optional<RecordedCall> takeCall(Duration atMost) {
        return parts.journal.takeCall(atMost);
    }

    /**
     * The oldest callback that was not taken yet, with the service's answer; waits for it, in real time, at most 10
     * seconds. One that a fault drops counts too.
     *
     * @throws SimulatorException of kind NO_CALL when none was sent
     */
    public RecordedCall takeCallback() {
        return takeCallback(TAKE_TIMEOUT).orElseThrow(() -> none("callback"));
    }

    /** As {@link #takeCallback()}, with another patience; empty when none was sent. */
    public Optional<RecordedCall> takeCallback(Duration atMost) {
        return parts.journal.takeCallback(atMost);
    }

    /** Empties the log. What is running stays. */
    public void clearLog() {
        parts.journal.clear();
    }

    /**
     * What the simulator is set up with, as JSON that {@link #loadScenario} takes: personas of one's own, clients,
     * faults that have not happened yet, and how far the time was moved. The secrets of clients are masked.
     */
    public String scenario() {
        return Json.text(parts.setup.current().write(false));
    }

    /** The same with the secrets of clients, so that any simulator can load it. Keep it as you keep them. */
    public String scenarioWithSecrets() {
        return Json.text(parts.setup.current().write(true));
    }

    /**
     * Resets the simulator and sets it up as the scenario says; each later {@link #reset()} does the same.
     *
     * <p>Exactly its personas are there then, its faults, and its time. Its clients are registered afresh, and others
     * stay. What it leaves out is as after a reset without a scenario. A client whose secret is masked keeps the one
     * that is registered.
     *
     * @param json an object with any of {@code personas}, {@code clients}, {@code faults} and {@code clock}
     * @throws SimulatorException of kind INVALID, that names the place; nothing is changed then
     */
    public void loadScenario(String json) {
        parts.setup.load(json, parts::forget);
    }

    /**
     * Forgets requests, codes, tokens, keys, nonces, businessIDs, faults, callbacks that are held back, and the log,
     * and sets the time back. Registrations and personas stay; where a scenario was loaded, it is as after loading it.
     */
    public void reset() {
        parts.reset();
    }

    private static SimulatorException none(String what) {
        return new SimulatorException(
                Kind.NO_CALL,
                "No " + what + " has come within " + TAKE_TIMEOUT.toSeconds() + " s that was not taken before.");
    }

    /** Frees the ports at once; open connections are closed. */
    @Override
    public void close() {
        listeners.close();
        parts.callbacks.close();
    }
}
