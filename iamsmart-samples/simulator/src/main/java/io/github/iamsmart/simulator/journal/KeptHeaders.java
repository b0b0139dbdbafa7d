package io.github.iamsmart.simulator.journal;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Headers without what identifies somebody. */
final class KeptHeaders {
    private static final Set<String> SECRET =
            Set.of("authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-key");
    private static final int LONGEST = 4_096;

    private KeptHeaders() {}

    static Map<String, List<String>> of(Map<String, List<String>> headers, Masking masking) {
        Map<String, List<String>> kept = new HashMap<>();
        headers.forEach((name, values) -> kept.put(
                name, values.stream().map(value -> value(name, value, masking)).toList()));
        return kept;
    }

    private static String value(String name, String value, Masking masking) {
        return SECRET.contains(name.toLowerCase(Locale.ROOT))
                ? Masking.beginning(value)
                : masking.of(KeptText.shortened(value, LONGEST));
    }
}
