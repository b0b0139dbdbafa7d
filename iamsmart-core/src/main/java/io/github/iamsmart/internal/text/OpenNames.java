package io.github.iamsmart.internal.text;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Names of which some are known and any other may come. */
public final class OpenNames {

    private OpenNames() {}

    /**
     * Finds a known value by its name; case and surrounding space do not matter.
     *
     * @param known the known values
     * @param name takes a value's name
     * @param text what may be a name
     * @param <T> the type of the values
     * @return the known value; empty for any other name
     */
    public static <T> Optional<T> find(List<T> known, Function<T, String> name, String text) {
        return known.stream()
                .filter(value -> name.apply(value).equalsIgnoreCase(text.strip()))
                .findFirst();
    }
}
