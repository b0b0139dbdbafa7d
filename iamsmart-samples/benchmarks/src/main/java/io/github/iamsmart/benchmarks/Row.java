package io.github.iamsmart.benchmarks;

import java.util.Locale;

/**
 * A line of the table.
 *
 * @param name what is compared
 * @param ours the SDK's figure
 * @param floor the figure that it is held against
 * @param unit of both
 * @param bar what ours / floor must not exceed
 */
record Row(String name, double ours, double floor, String unit, double bar) {

    static final String HEADER =
            String.format(Locale.ROOT, "%-44s %12s %12s %-6s %9s %9s", "name", "ours", "floor", "", "ratio", "bar");

    double ratio() {
        return floor == 0 ? (ours == 0 ? 0 : Double.POSITIVE_INFINITY) : ours / floor;
    }

    boolean isShort() {
        return ratio() > bar;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-44s %12.3f %12.3f %-6s %9.4f %9.4f %s",
                name,
                ours,
                floor,
                unit,
                ratio(),
                bar,
                isShort() ? "SHORT" : "ok");
    }
}
