package io.github.iamsmart.simulator;

import io.github.iamsmart.simulator.account.AccountRequests;
import io.github.iamsmart.simulator.account.SignedInUsers;
import io.github.iamsmart.simulator.anonymous.AnonymousRequests;
import io.github.iamsmart.simulator.bulksigning.BulkDelivery;
import io.github.iamsmart.simulator.bulksigning.BulkRequestFinder;
import io.github.iamsmart.simulator.callback.CallbackSender;
import io.github.iamsmart.simulator.certificate.AuthorityPages;
import io.github.iamsmart.simulator.certificate.CertificateAuthority;
import io.github.iamsmart.simulator.client.ClientRegistry;
import io.github.iamsmart.simulator.console.Console;
import io.github.iamsmart.simulator.control.ClientsControl;
import io.github.iamsmart.simulator.control.ControlApi;
import io.github.iamsmart.simulator.control.FaultsControl;
import io.github.iamsmart.simulator.control.JournalControl;
import io.github.iamsmart.simulator.control.PersonasControl;
import io.github.iamsmart.simulator.control.ScenarioControl;
import io.github.iamsmart.simulator.directlogin.CataloguePick;
import io.github.iamsmart.simulator.directlogin.DirectLogin;
import io.github.iamsmart.simulator.fault.FaultInjector;
import io.github.iamsmart.simulator.gateway.Gateway;
import io.github.iamsmart.simulator.gateway.GatewayEndpoint;
import io.github.iamsmart.simulator.http.HostGuard;
import io.github.iamsmart.simulator.http.HttpAnswer;
import io.github.iamsmart.simulator.http.HttpCall;
import io.github.iamsmart.simulator.http.HttpEndpoint;
import io.github.iamsmart.simulator.http.Router;
import io.github.iamsmart.simulator.journal.CallDraft;
import io.github.iamsmart.simulator.journal.Journal;
import io.github.iamsmart.simulator.journal.RelatedRequest;
import io.github.iamsmart.simulator.key.GetKeyEndpoint;
import io.github.iamsmart.simulator.key.RevokeKeyEndpoint;
import io.github.iamsmart.simulator.page.Pages;
import io.github.iamsmart.simulator.persona.Personas;
import io.github.iamsmart.simulator.phone.Catalogue;
import io.github.iamsmart.simulator.phone.Phone;
import io.github.iamsmart.simulator.request.Flow;
import io.github.iamsmart.simulator.request.RequestRegistry;
import io.github.iamsmart.simulator.request.UserAnswers;
import io.github.iamsmart.simulator.signin.AccessTokens;
import io.github.iamsmart.simulator.signin.AuthorizationCodes;
import io.github.iamsmart.simulator.signin.GetQrPage;
import io.github.iamsmart.simulator.signin.QrCancel;
import io.github.iamsmart.simulator.signin.QrStatus;
import io.github.iamsmart.simulator.signin.TokenisedIds;
import io.github.iamsmart.simulator.signing.Signatures;
import io.github.iamsmart.simulator.time.SimulatorClock;
import io.github.iamsmart.simulator.wire.CodeTable;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Puts the simulator together. */
final class SimulatorParts {
    private static final String API = "/api/v1";

    final SimulatorClock clock;
    final ClientRegistry clients;
    final RequestRegistry requests = new RequestRegistry();
    final FaultInjector faults = new FaultInjector();
    final CertificateAuthority authority;
    final Journal journal;
    final UserAnswers answers;
    final CallbackSender callbacks;
    final CataloguePick picks;
    final List<Flow> flows;

    private final SimulatorSettings settings;
    final Personas personas = Personas.load();
    final Setup setup;
    private final DirectLogin directLogin;
    private final Pages pages = new Pages(FlowList.declarations(), Console.class);
    private final AuthorizationCodes codes;
    private final AccessTokens tokens;
    private final CodeTable codeTable = new CodeTable(FlowList.codes());
    private final List<GatewayEndpoint> endpoints = new ArrayList<>();

    /** The address of the simulator is known only once it listens; its certificates name it. */
    SimulatorParts(SimulatorSettings settings, Supplier<URI> baseUrl) {
        this.settings = settings;
        this.clock = new SimulatorClock(settings.clock());
        this.clients = Setup.registry(settings.files().clients());
        this.setup = new Setup(personas, clients, faults, clock, this::apiPaths);
        this.authority = new CertificateAuthority(clock, baseUrl);
        this.journal = new Journal(clock);
        this.codes = new AuthorizationCodes(clock);
        this.tokens = new AccessTokens(clock);
        this.answers = new UserAnswers(requests, personas, faults, clock);
        this.callbacks = new CallbackSender(
                clients, faults, journal, codeTable, clock, settings.cekLifetime(), settings.callbackInterceptor());
        this.directLogin = new DirectLogin(clients, requests, clock);
        this.picks = new CataloguePick(clients, personas, directLogin, answers, codes, clock);
        TokenisedIds ids = new TokenisedIds(personas);
        SignedInUsers users = new SignedInUsers(tokens, ids);
        AccountRequests accounts = new AccountRequests(users, requests, answers, faults, clock);
        AnonymousRequests anonymous = new AnonymousRequests(requests, codes, tokens, users, faults, clock);
        Signatures signatures = new Signatures(authority, new CertificateAuthority(clock, baseUrl), faults, clock);
        FlowParts parts = new FlowParts(
                settings,
                clock,
                faults,
                personas,
                requests,
                callbacks,
                codes,
                tokens,
                ids,
                users,
                accounts,
                anonymous,
                signatures,
                new BulkDelivery(signatures, callbacks, requests, faults, clock),
                new BulkRequestFinder(requests, ids));
        this.flows = FlowList.make(parts);
        flows.forEach(answers::add);
        endpoints.add(new GetKeyEndpoint(faults, clock, settings.cekLifetime()));
        endpoints.add(new RevokeKeyEndpoint());
        flows.forEach(flow -> endpoints.addAll(flow.endpoints()));
        setup.read(settings.files(), this::forget);
    }

    /** Everything that the simulator answers. */
    HttpEndpoint front(IamSmartSimulator simulator, boolean loopbackOnly) {
        Router api = api();
        Router own = new Router();
        Phone phone = new Phone(requests, answers, personas, clients, pages, clock);
        own.on("GET", "/phone", phone::show).on("POST", "/phone/answer", phone::answer);
        Catalogue catalogue = phone.catalogue(directLogin, journal, simulator::baseUrl);
        own.on("GET", "/phone/catalogue", catalogue::show).on("POST", "/phone/catalogue", catalogue::withoutState);
        own.on("GET", "/phone/direct", catalogue::withState);
        own.on("POST", "/qr/cancel", new QrCancel(requests, answers)::answer);
        own.on("GET", "/qr/status", new QrStatus(requests, answers, clock)::answer);
        new Console(simulator, own, journal, pages).route(own);
        new AuthorityPages(authority, personas, faults).route(own);
        new ControlApi(simulator, answers).route(own);
        new PersonasControl(personas, clock).route(own);
        new JournalControl(journal, simulator::baseUrl).route(own);
        new ClientsControl(simulator, clients).route(own);
        new FaultsControl(simulator).route(own);
        new ScenarioControl(simulator).route(own);
        HostGuard guarded = new HostGuard(own, loopbackOnly);
        return call -> call.path().startsWith(API + "/") ? recorded(api, call) : guarded.answer(call);
    }

    private Set<String> apiPaths() {
        return endpoints.stream().map(GatewayEndpoint::path).collect(Collectors.toUnmodifiableSet());
    }

    List<String> personaIds() {
        return personas.all().stream().map(persona -> persona.id()).toList();
    }

    void advance(Duration by) {
        clock.advance(by);
        callbacks.releaseDue();
    }

    void reset() {
        setup.reset(this::forget);
    }

    /** Everything but what the simulator is set up with: registrations and personas. */
    void forget() {
        callbacks.clear();
        requests.clear();
        codes.clear();
        tokens.clear();
        clients.reset();
        faults.clear();
        journal.clear();
        clock.reset();
        personas.forgetRemoved();
    }

    private Router api() {
        Gateway gateway = new Gateway(
                clients,
                faults,
                journal,
                new RelatedRequest(requests),
                codeTable,
                clock,
                settings.timestampTolerance());
        Router api = new Router();
        for (GatewayEndpoint endpoint : endpoints) {
            api.on("POST", API + endpoint.path(), call -> gateway.answer(endpoint, call));
        }
        GetQrPage getQr = new GetQrPage(clients, requests, answers, pages, journal, clock);
        return api.on("GET", API + GetQrPage.PATH, getQr::answer);
    }

    /** The endpoints record what they answer; what reaches none of them is recorded here. */
    private HttpAnswer recorded(Router api, HttpCall call) {
        HttpAnswer answer = api.answer(call);
        if (answer.status() == 404 || answer.status() == 405) {
            journal.add(CallDraft.call(call)
                    .answered(answer)
                    .ended(
                            null,
                            answer.status() == 404
                                    ? "The gateway has no such API."
                                    : "The HTTP method is not the one of this API."));
        }
        return answer;
    }
}
