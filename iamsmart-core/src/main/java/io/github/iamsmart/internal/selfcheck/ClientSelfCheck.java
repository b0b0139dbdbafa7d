package io.github.iamsmart.internal.selfcheck;

import io.github.iamsmart.environment.Environment;
import io.github.iamsmart.internal.gateway.Deadline;
import io.github.iamsmart.internal.gateway.HttpSettings;
import io.github.iamsmart.internal.gateway.SkewMeter;
import io.github.iamsmart.internal.key.KekRing;
import io.github.iamsmart.internal.key.KeyCalls;
import io.github.iamsmart.key.CekStore;
import io.github.iamsmart.requests.store.RequestStore;
import io.github.iamsmart.selfcheck.CallbackUrl;
import io.github.iamsmart.selfcheck.SelfCheckApi;
import io.github.iamsmart.selfcheck.SelfCheckLine;
import io.github.iamsmart.selfcheck.SelfCheckReport;
import io.github.iamsmart.selfcheck.SelfCheckRequest;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The self-check of one client. Thread-safe. */
public final class ClientSelfCheck implements SelfCheckApi {

    private final String clientId;
    private final Environment environment;
    private final HttpSettings http;
    private final KeyCalls calls;
    private final KekRing keks;
    private final SkewMeter skew;
    private final RequestStore store;
    private final CekStore ceks;
    private final Clock clock;

    /**
     * Creates it.
     *
     * @param clientId the client
     * @param environment its gateway
     * @param http how it gets there
     * @param calls asks for a key
     * @param keks its key pairs
     * @param skew compares the clocks
     * @param store its requests
     * @param ceks its content keys
     * @param clock the time
     */
    public ClientSelfCheck(
            String clientId,
            Environment environment,
            HttpSettings http,
            KeyCalls calls,
            KekRing keks,
            SkewMeter skew,
            RequestStore store,
            CekStore ceks,
            Clock clock) {
        this.clientId = clientId;
        this.environment = environment;
        this.http = http;
        this.calls = calls;
        this.keks = keks;
        this.skew = skew;
        this.store = store;
        this.ceks = ceks;
        this.clock = clock;
    }

    @Override
    public SelfCheckReport run(SelfCheckRequest request) {
        ParallelChecks checks = new ParallelChecks(request.timeout());
        boolean simulated = request.simulated() || environment.name().equals("simulator");
        checks.add("kek-match", "", (findings, deadline) -> new KekCheck(keks.current(), clock, findings).check());
        checks.add("gateway-connection", "", gateway(simulated));
        checks.add("store", "", (findings, deadline) -> new StoreCheck(store, ceks, clientId, clock, findings).check());
        List<X509Certificate> roots =
                PresentedChain.roots(request.callbackTrustStore().orElse(null));
        byHost(request.callbackUrls())
                .forEach((host, urls) -> checks.add("callback-connection", host, host(urls, simulated, roots)));
        List<SelfCheckLine> lines = checks.run();
        return new SelfCheckReport(clock.instant(), lines);
    }

    private ProbeRoute route() {
        return new ProbeRoute(http.proxy(), http.proxyLogin());
    }

    private BiConsumer<LineWriter, Deadline> gateway(boolean simulated) {
        return (findings, deadline) -> {
            TlsCheck tls =
                    new TlsCheck(TlsSide.GATEWAY, route(), PresentedChain.roots(http.trustStore()), clock, findings);
            new GatewayCheck(environment, simulated, calls, keks, skew, tls, findings).check(deadline);
        };
    }

    private static Map<String, List<CallbackUrl>> byHost(List<CallbackUrl> urls) {
        Map<String, List<CallbackUrl>> byHost = new LinkedHashMap<>();
        urls.forEach(url -> byHost.computeIfAbsent(Hosts.authority(url.url()), host -> new ArrayList<>())
                .add(url));
        return byHost;
    }

    /** The certificates of a host are the same whatever is asked of it. */
    private BiConsumer<LineWriter, Deadline> host(
            List<CallbackUrl> urls, boolean simulated, List<X509Certificate> roots) {
        return (findings, deadline) -> {
            CallbackUrlCheck form = new CallbackUrlCheck(simulated, findings);
            List<CallbackUrl> callable = urls.stream().filter(form::check).toList();
            if (callable.isEmpty()) {
                return;
            }
            TlsCheck tls = new TlsCheck(TlsSide.CALLBACK, route(), roots, clock, findings);
            EndpointCheck endpoints = new EndpointCheck(route(), findings);
            boolean reached = tls.check(callable.get(0).url(), deadline);
            for (CallbackUrl url : callable) {
                if (reached) {
                    endpoints.check(url, deadline);
                } else {
                    endpoints.notChecked(url);
                }
            }
        };
    }
}
