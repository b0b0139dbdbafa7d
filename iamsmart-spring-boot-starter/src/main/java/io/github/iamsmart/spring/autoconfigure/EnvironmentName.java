package io.github.iamsmart.spring.autoconfigure;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The values of {@code iamsmart.environment}. */
final class EnvironmentName {

    static final String ITE = "ite";
    static final String PRODUCTION = "production";
    static final String SIMULATOR = "simulator";

    private EnvironmentName() {}

    /** Returns the value without blanks and in lower case, empty if there is none. */
    static String normalized(@Nullable String value) {
        return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
    }

    static boolean isReal(String normalized) {
        return normalized.equals(ITE) || normalized.equals(PRODUCTION);
    }
}
