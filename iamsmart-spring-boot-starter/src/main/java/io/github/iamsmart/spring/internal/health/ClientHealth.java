package io.github.iamsmart.spring.internal.health;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.IamSmartHealth;
import io.github.iamsmart.requests.RequestStatus;
import io.github.iamsmart.requests.Requests;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The health of a client as a tree of texts and numbers: no call to the gateway, no secret, no personal data.
 *
 * <p>The client is down only if the store of requests cannot be read, because then callbacks cannot be taken.
 * Everything else is a warning among the details: an expired certificate, dead requests, or a gateway that fails would
 * be no better for an application that is taken out of service or started again. Alert on {@code warnings}.
 * Thread-safe.
 */
public final class ClientHealth {

    private static final Duration TOLERATED_SKEW = Duration.ofSeconds(30);

    /** A new certificate takes its time: it is ordered, uploaded, and takes effect with the next CEK. */
    private static final Duration CERTIFICATE_NOTICE = Duration.ofDays(30);

    private final IamSmartClient client;
    private final Clock clock;

    /**
     * Creates it.
     *
     * @param client the client
     * @param clock the time
     */
    public ClientHealth(IamSmartClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /**
     * What there is to show.
     *
     * @param up whether the application can do its work
     * @param details texts, numbers, and lists and maps of them
     */
    public record Report(boolean up, Map<String, Object> details) {}

    /** {@return the health at this moment} */
    public Report report() {
        IamSmartHealth health = client.health();
        List<String> warnings = new ArrayList<>();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("environment", client.environment().name());
        details.put("clientId", client.clientId());
        details.put("cek", cek(health));
        details.put("kekCertificates", certificates(health, warnings));
        health.clockSkew().ifPresent(skew -> {
            details.put("clockSkewMillis", skew.toMillis());
            if (skew.abs().compareTo(TOLERATED_SKEW) > 0) {
                warnings.add("The clocks of this node and of the gateway are "
                        + skew.abs().toSeconds() + " seconds apart.");
            }
        });
        health.lastSuccessAt().ifPresent(time -> details.put("lastSuccessAt", time.toString()));
        health.lastFailure().ifPresent(failure -> details.put("lastFailure", failure(failure)));
        boolean readable = requests(details, warnings);
        if (!warnings.isEmpty()) {
            details.put("warnings", warnings);
        }
        return new Report(readable, details);
    }

    private Map<String, Object> cek(IamSmartHealth health) {
        Map<String, Object> cek = new LinkedHashMap<>();
        Instant now = clock.instant();
        health.cekIssuedAt().ifPresent(time -> {
            cek.put("issuedAt", time.toString());
            cek.put("ageSeconds", Duration.between(time, now).toSeconds());
        });
        health.cekExpiresAt().ifPresent(time -> {
            cek.put("expiresAt", time.toString());
            cek.put("secondsLeft", Duration.between(now, time).toSeconds());
        });
        return cek.isEmpty() ? Map.of("issuedAt", "not fetched yet") : cek;
    }

    private List<Map<String, Object>> certificates(IamSmartHealth health, List<String> warnings) {
        Instant now = clock.instant();
        return health.kekCertificates().stream()
                .map(kek -> {
                    Optional<Long> daysLeft =
                            kek.notAfter().map(end -> Duration.between(now, end).toDays());
                    warning(kek, daysLeft).ifPresent(warnings::add);
                    Map<String, Object> shown = new LinkedHashMap<>();
                    shown.put("key", kek.description());
                    shown.put("notAfter", kek.notAfter().map(Instant::toString).orElse("unknown"));
                    daysLeft.ifPresent(days -> shown.put("daysLeft", days));
                    shown.put("expired", kek.expired());
                    return shown;
                })
                .toList();
    }

    private static Optional<String> warning(IamSmartHealth.KekCertificate kek, Optional<Long> daysLeft) {
        if (kek.expired()) {
            return Optional.of("The certificate of the KEK (" + kek.description() + ") has expired.");
        }
        return daysLeft.filter(days -> days < CERTIFICATE_NOTICE.toDays())
                .map(days -> "The certificate of the KEK (" + kek.description() + ") expires in " + days
                        + " days: get a new one, upload it on the Self-Service Portal and configure its key beside"
                        + " this one.");
    }

    private static Map<String, Object> failure(IamSmartHealth.Failure failure) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("at", failure.at().toString());
        shown.put("path", failure.path());
        shown.put("kind", failure.kind());
        failure.code().ifPresent(code -> shown.put("code", code.toString()));
        return shown;
    }

    private boolean requests(Map<String, Object> details, List<String> warnings) {
        Requests requests = client.requests();
        try {
            long dead = requests.count(RequestStatus.DEAD);
            details.put(
                    "requests",
                    Map.of(
                            "pending",
                            requests.count(RequestStatus.PENDING),
                            "undelivered",
                            requests.count(RequestStatus.ANSWERED) + requests.count(RequestStatus.EXPIRED),
                            "dead",
                            dead));
            if (dead > 0) {
                warnings.add(dead + " requests are dead: their handlers failed too often. The log names them;"
                        + " client.requests().revive(…) offers one again.");
            }
            return true;
        } catch (RuntimeException e) {
            warnings.add("The store of requests cannot be read: " + e.getClass().getName());
            return false;
        }
    }
}
