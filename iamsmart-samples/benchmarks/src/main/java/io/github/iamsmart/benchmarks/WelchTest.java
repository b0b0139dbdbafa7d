package io.github.iamsmart.benchmarks;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** Welch's t-test of two crowds of times, of all and of those below several limits: what is slow is mostly noise. */
final class WelchTest {

    private static final double[] SHARES = {1.0, 0.99, 0.9, 0.5};

    private WelchTest() {}

    /** The largest |t| that any of the limits yields. */
    static double largest(double[] a, double[] b) {
        double[] all = DoubleStream.concat(DoubleStream.of(a), DoubleStream.of(b))
                .sorted()
                .toArray();
        return DoubleStream.of(SHARES)
                .map(share -> all[(int) Math.ceil(all.length * share) - 1])
                .map(limit -> Math.abs(t(below(a, limit), below(b, limit))))
                .max()
                .orElseThrow();
    }

    private static double[] below(double[] times, double limit) {
        return Arrays.stream(times).filter(time -> time <= limit).toArray();
    }

    private static double t(double[] a, double[] b) {
        if (a.length < 2 || b.length < 2) {
            // One crowd lies wholly beyond the other's limit.
            return Double.POSITIVE_INFINITY;
        }
        return (mean(a) - mean(b)) / Math.sqrt(variance(a) / a.length + variance(b) / b.length);
    }

    private static double mean(double[] times) {
        return Arrays.stream(times).average().orElseThrow();
    }

    private static double variance(double[] times) {
        double mean = mean(times);
        return Arrays.stream(times).map(time -> (time - mean) * (time - mean)).sum() / (times.length - 1);
    }
}
