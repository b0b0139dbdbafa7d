package io.github.iamsmart.spring.internal.settings;

import io.github.iamsmart.requests.DeliveryPolicy;
import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import io.github.iamsmart.spring.internal.properties.IamSmartProperties;
import io.github.iamsmart.spring.internal.text.DurationText;
import io.github.iamsmart.spring.internal.text.YamlLines;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** Checks the properties of callbacks and requests. */
public final class RequestSettingsReader {

    /** No callback is smaller, so that a number without its unit was probably meant as megabytes. */
    private static final DataSize SMALLEST_CALLBACK = DataSize.ofKilobytes(1);

    private static final DataSize MOST_MEMORY = DataSize.ofGigabytes(1);
    private static final Duration SHORTEST_READ = Duration.ofSeconds(1);
    private static final Duration SHORTEST_SWEEP = Duration.ofMillis(100);

    /** A page that is loaded when the result has been taken must find the request still. */
    private static final Duration SHORTEST_RETENTION = Duration.ofMinutes(1);

    private final ConfiguredClient client;
    private final IamSmartProperties.Requests requests;

    RequestSettingsReader(ConfiguredClient client) {
        this.client = client;
        this.requests = client.properties().requests();
    }

    /** {@return how many bytes a callback has at most} */
    public int mostCallbackBytes() {
        DataSize size = client.properties().callback().maxSize();
        if (size.compareTo(SMALLEST_CALLBACK) < 0 || size.compareTo(MOST_MEMORY) > 0) {
            throw refused(
                    "callback.max-size",
                    size,
                    "Write a size from 1KB to 1GB, with its unit; a number alone counts bytes",
                    "16MB");
        }
        return (int) size.toBytes();
    }

    /** {@return how long the reading of one callback may take} */
    public Duration callbackReadTimeout() {
        Duration timeout = client.properties().callback().readTimeout();
        return atLeast("callback.read-timeout", timeout, SHORTEST_READ, "20s");
    }

    /** {@return how many callbacks that come slowly are waited for at a time} */
    public int mostConcurrentReads() {
        return atLeastOne(
                "callback.max-concurrent-reads", client.properties().callback().maxConcurrentReads(), "16");
    }

    /** {@return how often to look for what is due} */
    public Duration sweepInterval() {
        return atLeast("requests.sweep-interval", requests.sweepInterval(), SHORTEST_SWEEP, "5s");
    }

    /** {@return how many requests the store in memory keeps} */
    public int capacity() {
        return atLeastOne("requests.capacity", requests.capacity(), "100000");
    }

    /** {@return which share of the store in memory anonymous requests may hold} */
    public double anonymousShare() {
        double share = requests.anonymousShare();
        if (!(share >= 0 && share <= 1)) {
            throw refused("requests.anonymous-share", share, "Write a number from 0 to 1", "0.5");
        }
        return share;
    }

    /** {@return how many anonymous requests a network may begin in a minute} */
    public int anonymousPerMinute() {
        return atLeastOne("requests.anonymous-per-minute", requests.anonymousPerMinute(), "60");
    }

    /** {@return how many codes that are refused a network may bring in a minute} */
    public int failedAttemptsPerMinute() {
        return atLeastOne(
                "sign-in.failed-attempts-per-minute",
                client.properties().signIn().failedAttemptsPerMinute(),
                "30");
    }

    /** {@return how many bytes of answers in parts the store in memory keeps} */
    public long partCapacity() {
        DataSize size = requests.partCapacity();
        if (size.toBytes() <= 0) {
            throw refused("requests.part-capacity", size, "Write a size of more than zero", "256MB");
        }
        return size.toBytes();
    }

    /** {@return how many browsers may listen at a time} */
    public int mostStreams() {
        return atLeastOne("requests.max-streams", requests.maxStreams(), "1000");
    }

    /** {@return how outcomes are delivered} */
    public DeliveryPolicy deliveryPolicy() {
        Duration shortest = Duration.ofMillis(1);
        requireLongerPause();
        return new DeliveryPolicy(
                atLeastOne("requests.max-attempts", requests.maxAttempts(), "10"),
                atLeast("requests.first-pause", requests.firstPause(), shortest, "2s"),
                atLeast("requests.longest-pause", requests.longestPause(), shortest, "30m"),
                DeliveryPolicy.DEFAULT.lease(),
                atLeast("requests.retention", requests.retention(), SHORTEST_RETENTION, "1h"),
                atLeast("requests.dead-retention", requests.deadRetention(), shortest, "7d"));
    }

    private void requireLongerPause() {
        if (requests.firstPause().compareTo(requests.longestPause()) > 0) {
            String longest = client.property("requests.longest-pause");
            throw new IamSmartPropertyException(
                    client.property("requests.first-pause") + " is " + DurationText.of(requests.firstPause()) + ", and "
                            + longest + " is shorter: " + DurationText.of(requests.longestPause()) + ".",
                    "Write a longest pause that is not shorter than the first:\n\n"
                            + YamlLines.of(longest, DurationText.of(requests.firstPause())));
        }
    }

    private Duration atLeast(String name, Duration value, Duration least, String example) {
        if (value.compareTo(least) < 0) {
            throw refused(name, value, "Write a duration of at least " + least.toMillis() + "ms", example);
        }
        return value;
    }

    private int atLeastOne(String name, int value, String example) {
        if (value < 1) {
            throw refused(name, value, "Write a number of at least 1", example);
        }
        return value;
    }

    private IamSmartPropertyException refused(String name, Object value, String advice, String example) {
        String property = client.property(name);
        return new IamSmartPropertyException(
                property + " is " + (value instanceof Duration time ? DurationText.of(time) : value)
                        + ", which cannot be used.",
                advice + ":\n\n" + YamlLines.of(property, example));
    }
}
