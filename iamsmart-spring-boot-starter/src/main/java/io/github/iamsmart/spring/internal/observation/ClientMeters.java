package io.github.iamsmart.spring.internal.observation;

import io.github.iamsmart.IamSmartHealth;
import io.github.iamsmart.spring.internal.observation.RequestCounts.Status;
import io.github.iamsmart.spring.internal.registry.ServedClient;
import io.github.iamsmart.spring.internal.registry.ServedClientRegistry;
import io.github.iamsmart.spring.observation.IamSmartMeter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/** Registers the gauges of {@link IamSmartMeter}. None makes a call, none throws. */
public final class ClientMeters implements MeterBinder {

    private static final double NANOS = 1e9;

    private final Supplier<ServedClientRegistry> clients;
    private final Supplier<RequestCounts> counts;
    private final DoubleSupplier streams;
    private final Clock clock;

    /**
     * Creates it.
     *
     * @param clients whose gauges are registered; asked when they are
     * @param counts counts their requests; asked when they are registered
     * @param streams how many browsers wait
     * @param clock the time
     */
    public ClientMeters(
            Supplier<ServedClientRegistry> clients,
            Supplier<RequestCounts> counts,
            DoubleSupplier streams,
            Clock clock) {
        this.clients = clients;
        this.counts = counts;
        this.streams = streams;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        RequestCounts requests = counts.get();
        for (ServedClient client : clients.get().all()) {
            Tags tags = Tags.of("client", client.name());
            for (Status status : Status.values()) {
                register(
                        registry,
                        IamSmartMeter.REQUESTS,
                        tags.and("status", status.name().toLowerCase(Locale.ROOT)),
                        () -> requests.count(client.name(), status));
            }
            seconds(
                    registry,
                    IamSmartMeter.CEK_AGE,
                    tags,
                    client,
                    health -> health.cekIssuedAt().map(time -> Duration.between(time, clock.instant())));
            seconds(
                    registry,
                    IamSmartMeter.CEK_EXPIRY,
                    tags,
                    client,
                    health -> health.cekExpiresAt().map(this::until));
            seconds(
                    registry,
                    IamSmartMeter.KEK_CERTIFICATE_EXPIRY,
                    tags,
                    client,
                    health -> firstEnd(health).map(this::until));
            seconds(registry, IamSmartMeter.CLOCK_SKEW, tags, client, IamSmartHealth::clockSkew);
        }
        register(registry, IamSmartMeter.WAITING_STREAMS, Tags.empty(), streams);
    }

    private static Optional<Instant> firstEnd(IamSmartHealth health) {
        return health.kekCertificates().stream()
                .flatMap(kek -> kek.notAfter().stream())
                .min(Comparator.naturalOrder());
    }

    private Duration until(Instant time) {
        return Duration.between(clock.instant(), time);
    }

    private static void seconds(
            MeterRegistry registry,
            IamSmartMeter meter,
            Tags tags,
            ServedClient client,
            Function<IamSmartHealth, Optional<Duration>> value) {
        register(
                registry,
                meter,
                tags,
                () -> value.apply(client.client().health())
                        .map(ClientMeters::seconds)
                        .orElse(Double.NaN));
    }

    private static double seconds(Duration duration) {
        return duration.toSeconds() + duration.toNanosPart() / NANOS;
    }

    private static void register(MeterRegistry registry, IamSmartMeter meter, Tags tags, DoubleSupplier value) {
        Gauge.builder(meter.getName(), () -> safe(value))
                .tags(tags)
                .baseUnit(meter.getBaseUnit())
                .strongReference(true)
                .register(registry);
    }

    private static double safe(DoubleSupplier value) {
        try {
            return value.getAsDouble();
        } catch (RuntimeException e) {
            return Double.NaN;
        }
    }
}
