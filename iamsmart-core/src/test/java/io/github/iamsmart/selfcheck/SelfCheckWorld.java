package io.github.iamsmart.selfcheck;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.IamSmartClientBuilder;
import io.github.iamsmart.TestKeys;
import io.github.iamsmart.key.KekKeyPair;
import io.github.iamsmart.selfcheck.CallbackUrl.Answer;
import io.github.iamsmart.simulator.ClientRegistration;
import io.github.iamsmart.simulator.IamSmartSimulator;
import java.io.IOException;
import java.net.URI;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * An online service in which everything is in place, at a gateway that is the simulator and on an internet that is this
 * machine. A test breaks one thing.
 */
final class SelfCheckWorld implements AutoCloseable {

    static final String HOST = "permits.example.gov.hk";
    static final CallbackUrl RESULTS = new CallbackUrl(
            "results", URI.create("https://" + HOST + "/iamsmart/callback/default/results"), Answer.RESULTS);
    static final CallbackUrl LOGIN =
            new CallbackUrl("login", URI.create("https://" + HOST + "/iamsmart/callback/login"), Answer.BROWSER_RETURN);
    static final Duration YEAR = Duration.ofDays(400).plusHours(12);

    /** The real one, as the server of the simulator writes its own time into the header Date. */
    final Clock clock = Clock.systemUTC();

    final IamSmartSimulator gateway = IamSmartSimulator.builder().clock(clock).start();
    final Tunnel internet = new Tunnel();
    final WebAuthority authority = new WebAuthority("Example", clock.instant());
    final CallbackHost host = new CallbackHost(authority.certificate(HOST, YEAR), authority.intermediate);
    final ClientRegistration registration = ClientRegistration.withGeneratedSecret(TestKeys.FIRST.getPublic());
    private final List<AutoCloseable> opened = new ArrayList<>();

    SelfCheckWorld() {
        gateway.register(registration);
        internet.lead(HOST + ":443", host.port());
    }

    /** The certificate of the KEK ends after this time. */
    KekKeyPair kek(KeyPair pair, Duration life) {
        return KekKeyPair.of(pair.getPrivate(), KekCertificate.of(pair, clock.instant(), life));
    }

    IamSmartClientBuilder client() {
        return IamSmartClient.builder()
                .baseUrl(gateway.baseUrl())
                .clientId(registration.clientId())
                .clientSecret(registration.clientSecret())
                .proxy(internet.proxy())
                .clock(clock);
    }

    SelfCheckRequest.Builder request() {
        return SelfCheckRequest.builder().callbackTrustStore(authority.trust());
    }

    SelfCheckRequest callbacks(CallbackUrl... urls) {
        SelfCheckRequest.Builder request = request();
        List.of(urls).forEach(request::callbackUrl);
        return request.build();
    }

    /** The host presents these certificates instead. */
    CallbackHost present(X509Certificate... chain) {
        CallbackHost other = new CallbackHost(chain);
        opened.add(other);
        internet.lead(HOST + ":443", other.port());
        return other;
    }

    SelfCheckReport run(SelfCheckRequest request, UnaryOperator<IamSmartClientBuilder> change) {
        try (IamSmartClient client = change.apply(client()).build()) {
            return client.selfCheck().run(request);
        }
    }

    SelfCheckReport run(SelfCheckRequest request) {
        return run(request, builder -> builder.kek(kek(TestKeys.FIRST, YEAR)));
    }

    @Override
    public void close() {
        try {
            for (AutoCloseable one : opened) {
                one.close();
            }
            internet.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        host.close();
        gateway.close();
    }
}
