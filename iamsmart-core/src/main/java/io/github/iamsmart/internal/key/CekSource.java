package io.github.iamsmart.internal.key;

import io.github.iamsmart.error.CryptoException;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.error.TransportException;
import io.github.iamsmart.internal.crypto.ContentKey;
import io.github.iamsmart.internal.gateway.ContentKeySource;
import io.github.iamsmart.internal.gateway.Deadline;
import io.github.iamsmart.key.CekStore;
import io.github.iamsmart.key.WrappedCek;
import io.github.iamsmart.listener.IamSmartListener;
import io.github.iamsmart.listener.IamSmartTracer;
import io.github.iamsmart.listener.KeyReport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Supplies the content key: fetched when first needed, unwrapped once, renewed in the background before it expires.
 *
 * <p>While a key is valid, no call waits for the key API and none fails because of it. Concurrent callers that need a
 * key share one fetch. Replaced keys are remembered for the 18 minutes in which a callback may still use them [S].
 * Thread-safe.
 */
public final class CekSource implements ContentKeySource {

    private static final Logger log = LoggerFactory.getLogger(CekSource.class);

    private static final Duration LONGEST_LEAD = Duration.ofMinutes(10);
    private static final Duration RENEWAL_PAUSE = Duration.ofSeconds(30);

    /** A key that has expired by our clock but that the gateway still issues is used: the gateway decides. */
    private static final Duration SHORTEST_LIFE = Duration.ofMinutes(1);

    /** Callbacks that no known key opens may be garbage: they cause at most one fetch in this time. */
    private static final Duration CALLBACK_PAUSE = Duration.ofSeconds(10);

    private final String clientId;
    private final KeyCalls calls;
    private final KekRing keks;
    private final SharedCeks shared;
    private final Clock clock;
    private final IamSmartListener listener;
    private final IamSmartTracer tracer;
    private final CallbackWait callbackWait;
    private final Throttle callbackFetches;
    private final SingleFlight<CurrentKey> flight = new SingleFlight<>("iamsmart-cek");

    private final Object lock = new Object();
    private final RetiredKeys retired = new RetiredKeys();
    private volatile @Nullable CurrentKey current;
    private volatile @Nullable CurrentKey revoked;
    private volatile Instant renewAt = Instant.MIN;
    private volatile boolean lastFetchFailed;

    /** A key in use. */
    private record CurrentKey(ContentKey key, WrappedCek wrapped, Instant expiresAt) {
        KnownKey known() {
            return new KnownKey(key, wrapped.secretKey());
        }
    }

    /**
     * Creates a source; fetches nothing yet.
     *
     * @param clientId the online service
     * @param calls the key API
     * @param keks unwrap the keys in its answers
     * @param store shares keys between nodes
     * @param clock the time
     * @param listener receives a report on each fetch
     * @param tracer follows each fetch
     * @param callbackWait how callbacks wait for a key
     */
    public CekSource(
            String clientId,
            KeyCalls calls,
            KekRing keks,
            CekStore store,
            Clock clock,
            IamSmartListener listener,
            IamSmartTracer tracer,
            CallbackWait callbackWait) {
        this.clientId = clientId;
        this.calls = calls;
        this.keks = keks;
        this.shared = new SharedCeks(clientId, store);
        this.clock = clock;
        this.listener = listener;
        this.tracer = tracer;
        this.callbackWait = callbackWait;
        this.callbackFetches = new Throttle(clock, CALLBACK_PAUSE);
    }

    @Override
    public ContentKey current(Deadline deadline) {
        CurrentKey now = current;
        Instant time = clock.instant();
        if (now == null || !time.isBefore(now.expiresAt())) {
            return flight.join(fetching(now), deadline.remaining()).key();
        }
        if (!time.isBefore(renewAt)) {
            renewAt = time.plus(RENEWAL_PAUSE);
            flight.startUnlessRunning(fetching(now));
        }
        return now.key();
    }

    @Override
    public ContentKey replace(ContentKey refused, Deadline deadline) {
        CurrentKey now = current;
        if (now != null && !now.key().equals(refused)) {
            return now.key();
        }
        return flight.join(fetching(now), deadline.remaining()).key();
    }

    @Override
    public Optional<String> wrapped(ContentKey key) {
        return known().stream()
                .filter(known -> known.key().equals(key))
                .map(KnownKey::wrapped)
                .findFirst();
    }

    /**
     * {@return the keys that may have sealed a callback, the newest first: the current key and those replaced within
     * the last 18 minutes}
     */
    public List<KnownKey> known() {
        Instant time = clock.instant();
        synchronized (lock) {
            List<KnownKey> keys = new ArrayList<>();
            CurrentKey now = current;
            if (now != null && time.isBefore(now.expiresAt().plus(RetiredKeys.LATE_CALLBACKS))) {
                keys.add(now.known());
            }
            keys.addAll(retired.at(time));
            return keys;
        }
    }

    /**
     * {@return a key for a callback that the known keys did not open, if there is another one} Asks the gateway for its
     * newest key, but at most once in ten seconds, however many callbacks come. Concurrent callbacks share one answer.
     * A few wait for it, and not for long.
     *
     * @param tried the keys that did not open it
     * @throws TransportException if the gateway's newest key could not be had for this callback: nobody knows yet
     *     whether it would open it
     */
    public Optional<KnownKey> fetchForCallback(List<KnownKey> tried) {
        Optional<KnownKey> meanwhile = untried(tried);
        if (meanwhile.isPresent()) {
            return meanwhile;
        }
        CurrentKey now = current;
        // In one step: a callback between the two would find neither a fetch to share nor its key.
        synchronized (callbackFetches) {
            if (callbackFetches.pass()) {
                flight.startUnlessRunning(fetching(now));
            }
        }
        boolean waited = callbackWait.await(flight);
        Optional<KnownKey> fetched = untried(tried);
        if (fetched.isEmpty() && (!waited || lastFetchFailed)) {
            throw new TransportException(
                    "The newest content key (CEK) could not be fetched for a callback.", false, null);
        }
        return fetched;
    }

    private Optional<KnownKey> untried(List<KnownKey> tried) {
        return known().stream().filter(key -> !tried.contains(key)).findFirst();
    }

    /** Revokes the key at the gateway, for every node. The next call fetches a new one. */
    public void revoke() {
        calls.revokeKey();
        synchronized (lock) {
            CurrentKey now = current;
            if (now != null) {
                retired.add(now.known(), clock.instant());
                revoked = now;
            }
            current = null;
        }
        log.info("The content key (CEK) of client {} was revoked.", clientId);
    }

    /** {@return the key in use, wrapped, with the times of its issue and expiry; empty before the first fetch} */
    public Optional<WrappedCek> wrapped() {
        return Optional.ofNullable(current).map(CurrentKey::wrapped);
    }

    private Supplier<CurrentKey> fetching(@Nullable CurrentKey unwanted) {
        Supplier<Consumer<KeyReport>> trace = tracer.keyNeeded();
        return () -> fetchUnlessReplaced(unwanted, trace);
    }

    /** Another thread may have completed a fetch after the caller looked at the key and before this one starts. */
    private CurrentKey fetchUnlessReplaced(@Nullable CurrentKey unwanted, Supplier<Consumer<KeyReport>> trace) {
        CurrentKey now = current;
        return now != null && !now.equals(unwanted) && clock.instant().isBefore(now.expiresAt())
                ? now
                : fetch(unwanted, trace.get());
    }

    private CurrentKey fetch(@Nullable CurrentKey unwanted, Consumer<KeyReport> trace) {
        KeyReport report = new KeyReport(false, Optional.empty(), Optional.empty());
        CurrentKey avoided = unwanted == null ? revoked : unwanted;
        try {
            CurrentKey fetched = fromStore(avoided).orElseGet(this::fromGateway);
            lastFetchFailed = false;
            boolean isNew = unwanted == null || !unwanted.key().equals(fetched.key());
            report = new KeyReport(isNew, Optional.of(fetched.expiresAt()), Optional.empty());
            listener.onKeyRefresh(report);
            return fetched;
        } catch (IamSmartException e) {
            lastFetchFailed = true;
            Optional<Instant> stillUntil = Optional.ofNullable(current).map(CurrentKey::expiresAt);
            log.warn(
                    "The content key (CEK) of client {} could not be fetched: {} {}",
                    clientId,
                    e.getMessage(),
                    stillUntil
                            .map(end -> "The one in use is valid until " + end + ".")
                            .orElse(""));
            report = new KeyReport(false, stillUntil, Optional.of(e));
            listener.onKeyRefresh(report);
            throw e;
        } finally {
            trace.accept(report);
        }
    }

    private CurrentKey fromGateway() {
        WrappedCek wrapped = calls.getKey();
        CurrentKey fetched = keep(unwrap(wrapped), wrapped);
        shared.save(wrapped);
        return fetched;
    }

    /** {@return another node's key, unless it is the one to replace; the same key may be wrapped anew} */
    private Optional<CurrentKey> fromStore(@Nullable CurrentKey avoided) {
        Optional<WrappedCek> found = shared.find()
                .filter(cek -> clock.instant().isBefore(cek.expiresAt()))
                .filter(cek -> avoided == null || !avoided.wrapped().secretKey().equals(cek.secretKey()));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try {
            ContentKey key = unwrap(found.get());
            return avoided != null && avoided.key().equals(key)
                    ? Optional.empty()
                    : Optional.of(keep(key, found.get()));
        } catch (CryptoException e) {
            log.warn("The key in the shared store does not open with this node's KEK; the gateway is asked instead.");
            return Optional.empty();
        }
    }

    /** Unwraps each key only once: the gateway issues the same one until it expires. */
    private ContentKey unwrap(WrappedCek wrapped) {
        CurrentKey now = current;
        return now != null && now.wrapped().secretKey().equals(wrapped.secretKey()) ? now.key() : keks.unwrap(wrapped);
    }

    private CurrentKey keep(ContentKey key, WrappedCek wrapped) {
        synchronized (lock) {
            Instant time = clock.instant();
            Instant end = wrapped.expiresAt().isAfter(time) ? wrapped.expiresAt() : time.plus(SHORTEST_LIFE);
            CurrentKey fetched = new CurrentKey(key, wrapped, end);
            CurrentKey before = current;
            boolean same = before != null && before.key().equals(key);
            if (before != null && !same) {
                retired.add(before.known(), time);
            }
            // Set before the key: a reader of the new key must not take the old key's renewal time for its own.
            renewAt = same ? time.plus(RENEWAL_PAUSE) : end.minus(lead(Duration.between(time, end)));
            current = fetched;
            return fetched;
        }
    }

    /** {@return a tenth of the remaining life, but at most ten minutes} */
    private static Duration lead(Duration life) {
        Duration tenth = life.dividedBy(10);
        return tenth.compareTo(LONGEST_LEAD) < 0 ? tenth : LONGEST_LEAD;
    }
}
