package io.github.iamsmart;

import io.github.iamsmart.bulksigning.BulkAssembly;
import io.github.iamsmart.bulksigning.BulkOpener;
import io.github.iamsmart.bulksigning.BulkSigningApi;
import io.github.iamsmart.bulksigning.PartForgettingStore;
import io.github.iamsmart.callback.CallbackApi;
import io.github.iamsmart.callback.CallbackKeys;
import io.github.iamsmart.environment.Api;
import io.github.iamsmart.internal.crypto.RequestSigner;
import io.github.iamsmart.internal.flow.FlowContext;
import io.github.iamsmart.internal.gateway.HttpSender;
import io.github.iamsmart.internal.gateway.RetryPolicy;
import io.github.iamsmart.internal.gateway.SealedCalls;
import io.github.iamsmart.internal.gateway.SignedCalls;
import io.github.iamsmart.internal.gateway.SkewMeter;
import io.github.iamsmart.internal.gateway.TimestampSequence;
import io.github.iamsmart.internal.key.CekSource;
import io.github.iamsmart.internal.key.KekRing;
import io.github.iamsmart.internal.key.KeyCalls;
import io.github.iamsmart.key.KekKeyPair;
import io.github.iamsmart.key.WrappedCek;
import io.github.iamsmart.listener.IamSmartListener;
import io.github.iamsmart.listener.QuietListener;
import io.github.iamsmart.signing.SigningApi;
import io.github.iamsmart.tracking.RequestTracker;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the parts of a client together. */
final class Engine implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(IamSmartClient.class);

    private final Clock clock;
    private final List<KekKeyPair> keks;
    private final HealthRecorder recorder;
    private final SkewMeter skew;
    private final HttpSender http;
    private final CekSource keys;
    private final CallbackApi callbacks;
    private final FlowContext context;
    private final SigningApi signing;
    private final BulkSigningApi bulkSigning;

    Engine(ClientSettings settings) {
        String clientId = settings.clientId();
        this.clock = settings.clock;
        this.keks = List.copyOf(settings.keks);
        this.recorder = new HealthRecorder(clock);
        List<IamSmartListener> told = new ArrayList<>(settings.listeners);
        told.add(recorder);
        QuietListener listener = new QuietListener(told);
        this.skew = new SkewMeter(clock, listener);
        this.http = new HttpSender(settings.environment().baseUrl(), settings.http(), skew);
        SignedCalls signed = new SignedCalls(
                clientId,
                new RequestSigner(clientId, settings.clientSecret()),
                new TimestampSequence(clock),
                http,
                new RetryPolicy(clock, settings.pause),
                listener,
                settings.callTimeout);
        KeyCalls keyCalls = new KeyCalls(signed, settings.paths.path(Api.GET_KEY), settings.paths.path(Api.REVOKE_KEY));
        KekRing ring = new KekRing(keks);
        this.keys = new CekSource(clientId, keyCalls, ring, settings.cekStore, clock, listener, settings.callTimeout);
        CallbackKeys callbackKeys = new CallbackKeys(keys, ring, settings.embeddedKey);
        RequestTracker tracker = new RequestTracker(
                clientId,
                new PartForgettingStore(settings.requestStore, settings.bulkResultStore),
                IamSmartClient.KINDS,
                callbackKeys,
                settings.deliveryPolicy,
                clock);
        BulkAssembly bulkAssembly = new BulkAssembly(
                tracker,
                settings.bulkResultStore,
                new BulkOpener(callbackKeys, callbackKeys::openFile),
                settings.deliveryPolicy.retention().plus(settings.deliveryPolicy.deadRetention()));
        this.callbacks = new CallbackApi(callbackKeys, tracker, bulkAssembly, settings.mostCallbackBytes, clock);
        this.context = new FlowContext(
                clientId,
                settings.environment(),
                settings.paths,
                settings.appLinks(),
                settings.language,
                new SealedCalls(signed, keys),
                tracker,
                settings.businessIdInGetResult,
                clock);
        this.signing = new SigningApi(context, settings.stepUpFields, settings.identificationCode);
        this.bulkSigning = new BulkSigningApi(context, settings.stepUpFields, bulkAssembly);
        warnOfExpiredCertificates();
    }

    private void warnOfExpiredCertificates() {
        Instant now = clock.instant();
        keks.stream()
                .filter(kek -> kek.isExpiredAt(now))
                .forEach(kek -> log.warn(
                        "The certificate of the KEK ({}) expired at {}: get a new encipherment certificate, upload it on"
                                + " the Self-Service Portal and configure its key.",
                        kek.description(),
                        kek.notAfter().orElseThrow()));
    }

    FlowContext context() {
        return context;
    }

    SigningApi signing() {
        return signing;
    }

    BulkSigningApi bulkSigning() {
        return bulkSigning;
    }

    CallbackApi callbacks() {
        return callbacks;
    }

    CekSource keys() {
        return keys;
    }

    IamSmartHealth health() {
        Instant now = clock.instant();
        return new IamSmartHealth(
                keys.wrapped().map(WrappedCek::issuedAt),
                keys.wrapped().map(WrappedCek::expiresAt),
                keks.stream()
                        .map(kek -> new IamSmartHealth.KekCertificate(
                                kek.description(), kek.notAfter(), kek.isExpiredAt(now)))
                        .toList(),
                skew.skew(),
                recorder.lastSuccess(),
                recorder.lastFailure());
    }

    @Override
    public void close() {
        http.close();
    }
}
