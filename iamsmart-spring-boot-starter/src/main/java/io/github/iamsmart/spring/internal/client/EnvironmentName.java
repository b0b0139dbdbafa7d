package io.github.iamsmart.spring.internal.client;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The values of {@code iamsmart.environment}. */
public final class EnvironmentName {

    /** The integration testing environment. */
    public static final String ITE = "ite";
    /** Production. */
    public static final String PRODUCTION = "production";
    /** A simulator. */
    public static final String SIMULATOR = "simulator";

    private EnvironmentName() {}

    /**
     * {@return the value without blanks and in lower case, empty if there is none}
     *
     * @param value the property
     */
    public static String normalized(@Nullable String value) {
        return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
    }

    static boolean isReal(String normalized) {
        return normalized.equals(ITE) || normalized.equals(PRODUCTION);
    }
}
