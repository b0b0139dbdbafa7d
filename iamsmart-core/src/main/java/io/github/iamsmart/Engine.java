package io.github.iamsmart;

import io.github.iamsmart.callback.CallbackApi;
import io.github.iamsmart.environment.Api;
import io.github.iamsmart.internal.callback.CallbackKeys;
import io.github.iamsmart.internal.callback.CallbackReceiver;
import io.github.iamsmart.internal.callback.CallbackSignature;
import io.github.iamsmart.internal.callback.LostRequests;
import io.github.iamsmart.internal.crypto.RequestSigner;
import io.github.iamsmart.internal.flow.FlowContext;
import io.github.iamsmart.internal.gateway.CallTracer;
import io.github.iamsmart.internal.gateway.HttpSender;
import io.github.iamsmart.internal.gateway.RetryPolicy;
import io.github.iamsmart.internal.gateway.SealedCalls;
import io.github.iamsmart.internal.gateway.SignedCalls;
import io.github.iamsmart.internal.gateway.SkewMeter;
import io.github.iamsmart.internal.gateway.TimestampSequence;
import io.github.iamsmart.internal.key.CallbackWait;
import io.github.iamsmart.internal.key.CekSource;
import io.github.iamsmart.internal.key.KekRing;
import io.github.iamsmart.internal.key.KeyCalls;
import io.github.iamsmart.internal.requests.RequestTracker;
import io.github.iamsmart.internal.selfcheck.ClientSelfCheck;
import io.github.iamsmart.key.WrappedCek;
import io.github.iamsmart.listener.IamSmartListener;
import io.github.iamsmart.listener.IamSmartTracer;
import io.github.iamsmart.selfcheck.SelfCheckApi;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What all flows of a client share: calls, keys, requests, callbacks. */
final class Engine implements AutoCloseable {

    private final Clock clock;
    private final KekRing keks;
    private final HealthRecorder recorder;
    private final SkewMeter skew;
    private final HttpSender http;
    private final CekSource keys;
    private final CallbackApi callbacks;
    private final SelfCheckApi selfCheck;
    private final FlowContext context;

    Engine(ClientSettings settings) {
        String clientId = settings.clientId();
        this.clock = settings.clock;
        this.keks = new KekRing(settings.keks());
        this.recorder = new HealthRecorder(clock);
        List<IamSmartListener> all = new ArrayList<>(settings.listeners);
        all.add(recorder);
        ListenerChain listener = new ListenerChain(all);
        IamSmartTracer tracer = SafeTracer.of(settings.tracer);
        this.skew = new SkewMeter(clock, listener);
        this.http = new HttpSender(settings.environment().baseUrl(), settings.http(), skew);
        RequestSigner signer = new RequestSigner(clientId, settings.clientSecret());
        SignedCalls signed = new SignedCalls(
                clientId,
                signer,
                new TimestampSequence(clock, settings.timestampTolerance),
                http,
                new RetryPolicy(clock, settings.pause),
                listener,
                new CallTracer(tracer, settings.apisByPath()),
                settings.callTimeout);
        KeyCalls keyCalls = new KeyCalls(signed, settings.paths.path(Api.GET_KEY), settings.paths.path(Api.REVOKE_KEY));
        this.keys = new CekSource(
                clientId,
                keyCalls,
                keks,
                settings.cekStore,
                clock,
                listener,
                tracer,
                CallbackWait.within(settings.callTimeout));
        this.selfCheck = new ClientSelfCheck(
                clientId,
                settings.environment(),
                settings.http(),
                keyCalls,
                keks,
                skew,
                settings.requestStore,
                settings.cekStore,
                clock);
        CallbackKeys callbackKeys = new CallbackKeys(keys, keks, settings.embeddedKey);
        RequestTracker tracker = new RequestTracker(
                clientId,
                settings.requestStore,
                settings.answerPartStore,
                settings.kinds(),
                callbackKeys,
                settings.deliveryPolicy,
                tracer,
                clock);
        this.callbacks = new CallbackReceiver(
                callbackKeys,
                new CallbackSignature(clientId, signer),
                tracker,
                new LostRequests(settings.requestStore),
                settings.mostCallbackBytes,
                tracer,
                clock);
        this.context = new FlowContext(
                clientId,
                settings.environment(),
                settings.paths,
                settings.appLinks(),
                settings.language,
                settings.encodeRedirectUri,
                new SealedCalls(signed, keys),
                tracker,
                settings.kindsWithBusinessIdInGetResult(),
                settings.directLoginFlag,
                settings.ownAppCalls,
                clock);
    }

    FlowContext context() {
        return context;
    }

    CallbackApi callbacks() {
        return callbacks;
    }

    SelfCheckApi selfCheck() {
        return selfCheck;
    }

    CekSource keys() {
        return keys;
    }

    IamSmartHealth health() {
        Instant now = clock.instant();
        return new IamSmartHealth(
                keys.wrapped().map(WrappedCek::issuedAt),
                keys.wrapped().map(WrappedCek::expiresAt),
                keks.current().stream()
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
