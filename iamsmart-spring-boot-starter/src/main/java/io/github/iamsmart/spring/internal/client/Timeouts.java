package io.github.iamsmart.spring.internal.client;

import io.github.iamsmart.IamSmartClientBuilder;
import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import io.github.iamsmart.spring.internal.properties.IamSmartProperties;
import io.github.iamsmart.spring.internal.settings.ConfiguredClient;
import io.github.iamsmart.spring.internal.text.DurationText;
import io.github.iamsmart.spring.internal.text.YamlLines;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The times that the client waits, and which of them can be meant. */
final class Timeouts {

    private static final Logger log = LoggerFactory.getLogger(Timeouts.class);

    private static final String CONNECT = "connect-timeout";
    private static final String READ = "read-timeout";
    private static final String CALL = "call-timeout";

    /** No gateway answers faster, so a number without its unit was probably meant as seconds. */
    private static final Duration SHORTEST = Duration.ofMillis(100);

    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration PRESET_CONNECT = Duration.parse("PT" + IamSmartProperties.CONNECT_TIMEOUT);
    private static final Duration PRESET_READ = Duration.parse("PT" + IamSmartProperties.READ_TIMEOUT);
    private static final Duration LONGEST = Duration.ofDays(1);

    private final ConfiguredClient client;

    Timeouts(ConfiguredClient client) {
        this.client = client;
    }

    /**
     * Tells the builder.
     *
     * @param builder gets the times
     * @throws IamSmartPropertyException if one of them leaves no time
     */
    void applyTo(IamSmartClientBuilder builder) {
        IamSmartProperties properties = client.properties();
        Duration call = checked(CALL, properties.callTimeout(), "30s");
        builder.connectTimeout(within(
                        CONNECT, checked(CONNECT, properties.connectTimeout(), DurationText.of(PRESET_CONNECT)), call))
                .readTimeout(within(READ, checked(READ, properties.readTimeout(), DurationText.of(PRESET_READ)), call))
                .callTimeout(call)
                .keepAlive(span("keep-alive", properties.keepAlive(), "500ms"))
                .timestampTolerance(span("timestamp-tolerance", properties.timestampTolerance(), "5m"));
    }

    private Duration checked(String name, Duration value, String example) {
        String property = client.property(name);
        if (value.compareTo(SHORTEST) < 0 || value.compareTo(LONGEST) > 0) {
            throw new IamSmartPropertyException(
                    property + " is " + DurationText.of(value)
                            + (value.compareTo(SHORTEST) < 0
                                    ? ", which leaves no time for an answer."
                                    : ", which is more than a day."),
                    "Write a duration with its unit; a number alone counts milliseconds:\n\n"
                            + YamlLines.of(property, example));
        }
        if (value.compareTo(SHORT) < 0) {
            log.warn(
                    "{} is {}: calls will fail that a slower answer would have made succeed. Unless you mean it, write"
                            + " {}: {}",
                    property,
                    DurationText.of(value),
                    property,
                    example);
        }
        return value;
    }

    private Duration within(String name, Duration value, Duration call) {
        boolean set = !value.equals(name.equals(CONNECT) ? PRESET_CONNECT : PRESET_READ);
        if (set && value.compareTo(call) > 0) {
            log.warn(
                    "{} ({}) is never reached, as {} ({}) ends the whole call before. Write a longer one, {}: {}",
                    client.property(name),
                    DurationText.of(value),
                    client.property(CALL),
                    DurationText.of(call),
                    client.property(CALL),
                    DurationText.of(value.multipliedBy(2)));
        }
        return value;
    }

    private Duration span(String name, Duration value, String example) {
        if (value.isNegative() || value.compareTo(LONGEST) > 0) {
            throw new IamSmartPropertyException(
                    client.property(name) + " is " + DurationText.of(value)
                            + ", which is not between nothing and a day.",
                    "Write a duration:\n\n" + YamlLines.of(client.property(name), example));
        }
        return value;
    }
}
