package io.github.iamsmart.internal.key;

import io.github.iamsmart.MutableClock;
import io.github.iamsmart.StubGateway;
import io.github.iamsmart.TestKeys;
import io.github.iamsmart.internal.crypto.ContentKey;
import io.github.iamsmart.internal.crypto.RequestSigner;
import io.github.iamsmart.internal.gateway.CallTracer;
import io.github.iamsmart.internal.gateway.Deadline;
import io.github.iamsmart.internal.gateway.HttpSender;
import io.github.iamsmart.internal.gateway.HttpSettings;
import io.github.iamsmart.internal.gateway.RetryPolicy;
import io.github.iamsmart.internal.gateway.SignedCalls;
import io.github.iamsmart.internal.gateway.SkewMeter;
import io.github.iamsmart.internal.gateway.TimestampSequence;
import io.github.iamsmart.key.CekStore;
import io.github.iamsmart.key.KekKeyPair;
import io.github.iamsmart.listener.IamSmartListener;
import io.github.iamsmart.listener.IamSmartTracer;
import java.time.Duration;
import java.util.List;

/** Puts a source together that talks to a stub gateway. */
final class CekSources {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private static final KekKeyPair KEK = TestKeys.kek(TestKeys.FIRST);

    private CekSources() {}

    static CekSource on(StubGateway gateway, MutableClock clock) {
        return on(gateway, clock, CallbackWait.within(TIMEOUT));
    }

    static CekSource on(StubGateway gateway, MutableClock clock, CallbackWait callbackWait) {
        HttpSender http = new HttpSender(
                gateway.url(),
                new HttpSettings(TIMEOUT, TIMEOUT, TIMEOUT, null, null, null),
                new SkewMeter(clock, IamSmartListener.NONE));
        SignedCalls signed = new SignedCalls(
                StubGateway.CLIENT_ID,
                new RequestSigner(StubGateway.CLIENT_ID, StubGateway.CLIENT_SECRET),
                new TimestampSequence(clock, TIMEOUT),
                http,
                new RetryPolicy(clock, time -> {}),
                IamSmartListener.NONE,
                CallTracer.NONE,
                TIMEOUT);
        return new CekSource(
                StubGateway.CLIENT_ID,
                new KeyCalls(signed, StubGateway.GET_KEY, "/api/v1/security/revokeKey"),
                new KekRing(() -> List.of(KEK)),
                CekStore.NONE,
                clock,
                IamSmartListener.NONE,
                IamSmartTracer.NONE,
                callbackWait);
    }

    static ContentKey current(CekSource source) {
        return source.current(Deadline.in(TIMEOUT));
    }
}
