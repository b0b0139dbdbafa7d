package io.github.iamsmart.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures two benchmarks in turn, A B A B …, each time in a JVM of its own, and takes the round with the median ratio:
 * the speed of a shared machine drifts, a pair is measured under the same sky.
 */
final class Measurement {

    private final int rounds;
    private final int seconds;

    Measurement(boolean quick) {
        this.rounds = quick ? 3 : 7;
        this.seconds = quick ? 2 : 5;
    }

    private record Figures(double time, double allocation) {}

    private record Round(Figures ours, Figures floor) {
        double timeRatio() {
            return ours.time() / floor.time();
        }

        double allocationRatio() {
            return ours.allocation() / floor.allocation();
        }
    }

    List<Row> compare(String name, Class<?> benchmark, String ours, String floor, double bar) throws RunnerException {
        return compare(name, benchmark, ours, floor, bar, "", 0);
    }

    List<Row> compare(
            String name,
            Class<?> benchmark,
            String ours,
            String floor,
            double bar,
            String allocationName,
            double allocationBar)
            throws RunnerException {
        Round[] measured = new Round[rounds];
        for (int i = 0; i < rounds; i++) {
            System.err.printf(Locale.ROOT, "%s, round %d of %d%n", name, i + 1, rounds);
            measured[i] = new Round(run(benchmark, ours), run(benchmark, floor));
        }
        List<Row> rows = new ArrayList<>();
        Arrays.sort(measured, (a, b) -> Double.compare(a.timeRatio(), b.timeRatio()));
        Round middle = measured[rounds / 2];
        rows.add(new Row(name, middle.ours().time(), middle.floor().time(), "us", bar));
        if (!allocationName.isEmpty()) {
            Arrays.sort(measured, (a, b) -> Double.compare(a.allocationRatio(), b.allocationRatio()));
            middle = measured[rounds / 2];
            rows.add(new Row(
                    allocationName, middle.ours().allocation(), middle.floor().allocation(), "bytes", allocationBar));
        }
        return rows;
    }

    private Figures run(Class<?> benchmark, String method) throws RunnerException {
        RunResult result = new Runner(new OptionsBuilder()
                        .include("^" + benchmark.getName().replace(".", "\\.") + "\\." + method + "$")
                        .mode(Mode.AverageTime)
                        .timeUnit(TimeUnit.MICROSECONDS)
                        .forks(1)
                        .warmupIterations(2)
                        .warmupTime(TimeValue.seconds(seconds / 2))
                        .measurementIterations(2)
                        .measurementTime(TimeValue.seconds(seconds / 2))
                        .addProfiler(GCProfiler.class)
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .runSingle();
        double allocation = result.getSecondaryResults().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("gc.alloc.rate.norm"))
                .map(entry -> (Result<?>) entry.getValue())
                .mapToDouble(Result::getScore)
                .findFirst()
                .orElse(Double.NaN);
        return new Figures(result.getPrimaryResult().getScore(), allocation);
    }
}
