package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.tracking.DeliveryPolicy;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** Checks the properties of callbacks and requests. */
final class RequestProperties {

    private static final DataSize MOST_MEMORY = DataSize.ofGigabytes(1);
    private static final Duration SHORTEST_SWEEP = Duration.ofMillis(100);

    private final String prefix;

    RequestProperties(String prefix) {
        this.prefix = prefix;
    }

    int mostBytes(IamSmartProperties.Callback callback) {
        DataSize size = callback.maxSize();
        if (size.toBytes() <= 0 || size.compareTo(MOST_MEMORY) > 0) {
            throw refused("callback.max-size", size, "Write a size of more than zero and at most 1GB", "16MB");
        }
        return (int) size.toBytes();
    }

    Duration sweepInterval(IamSmartProperties.Requests requests) {
        return atLeast("requests.sweep-interval", requests.sweepInterval(), SHORTEST_SWEEP, "5s");
    }

    int capacity(IamSmartProperties.Requests requests) {
        return atLeastOne("requests.capacity", requests.capacity(), "100000");
    }

    long bulkCapacity(IamSmartProperties.Requests requests) {
        DataSize size = requests.bulkCapacity();
        if (size.toBytes() <= 0) {
            throw refused("requests.bulk-capacity", size, "Write a size of more than zero", "256MB");
        }
        return size.toBytes();
    }

    int mostStreams(IamSmartProperties.Requests requests) {
        return atLeastOne("requests.max-streams", requests.maxStreams(), "1000");
    }

    DeliveryPolicy deliveryPolicy(IamSmartProperties.Requests requests) {
        Duration shortest = Duration.ofMillis(1);
        return new DeliveryPolicy(
                atLeastOne("requests.max-attempts", requests.maxAttempts(), "10"),
                atLeast("requests.first-pause", requests.firstPause(), shortest, "2s"),
                atLeast("requests.longest-pause", requests.longestPause(), shortest, "30m"),
                DeliveryPolicy.DEFAULT.lease(),
                atLeast("requests.retention", requests.retention(), shortest, "1h"),
                atLeast("requests.dead-retention", requests.deadRetention(), shortest, "7d"));
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
        String property = prefix + "." + name;
        return new IamSmartPropertyException(
                property + " is " + value + ", which cannot be used.",
                advice + ":\n\n" + YamlLines.of(property, example));
    }
}
