package io.github.iamsmart.simulator.console;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Moments as people in Hong Kong read them, in every language the same. */
final class ConsoleTime {
    private static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");
    private static final DateTimeFormatter WHOLE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(HONG_KONG);
    private static final DateTimeFormatter SHORT =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(HONG_KONG);

    private ConsoleTime() {}

    static String whole(Instant instant) {
        return WHOLE.format(instant);
    }

    static String ofDay(Instant instant) {
        return SHORT.format(instant);
    }
}
