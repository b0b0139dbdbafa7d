package io.github.iamsmart.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
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
 * the speed of a shared machine drifts, a pair is measured under the same sky. Of the calls of one benchmark the median
 * counts: the mean tells more of the other processes than of the call.
 */
final class Measurement {

    private static final int WARM_UP_ITERATIONS = 4;

    private final boolean quick;
    private final int rounds;
    private final int seconds;
    private final int warmUpSeconds;

    Measurement(boolean quick) {
        this(quick, quick ? 3 : 7, quick ? 2 : 5, quick ? 4 : 8);
    }

    private Measurement(boolean quick, int rounds, int seconds, int warmUpSeconds) {
        this.quick = quick;
        this.rounds = rounds;
        this.seconds = seconds;
        this.warmUpSeconds = warmUpSeconds;
    }

    /**
     * For what needs longer until the JVM has compiled it. The short form leaves it at its few seconds.
     *
     * @param moreRounds how many more rounds, each with a JVM of its own
     */
    Measurement warmedFor(int longer, int moreRounds) {
        return quick ? this : new Measurement(false, rounds + moreRounds, seconds, longer);
    }

    record Figures(double time, double allocation) {}

    record Round(Figures ours, Figures floor) {
        double timeRatio() {
            return ours.time() / floor.time();
        }

        double allocationRatio() {
            return ours.allocation() / floor.allocation();
        }
    }

    /** The round with the median ratio of times. */
    Round time(String name, Class<?> benchmark, String ours, String floor) throws RunnerException {
        return measure(name, benchmark, ours, floor).get(rounds / 2);
    }

    /** All rounds, by their ratio of times. */
    List<Round> measure(String name, Class<?> benchmark, String ours, String floor) throws RunnerException {
        List<Round> measured = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            System.err.printf(Locale.ROOT, "%s, round %d of %d%n", name, i + 1, rounds);
            measured.add(new Round(run(benchmark, ours), run(benchmark, floor)));
        }
        measured.sort(Comparator.comparingDouble(Round::timeRatio));
        return measured;
    }

    Row compare(String name, Class<?> benchmark, String ours, String floor, double bar) throws RunnerException {
        Round middle = time(name, benchmark, ours, floor);
        return new Row(name, middle.ours().time(), middle.floor().time(), "us", bar);
    }

    /** The round in the middle by another ratio. */
    static Round median(List<Round> measured, ToDoubleFunction<Round> ratio) {
        return measured.stream()
                .sorted(Comparator.comparingDouble(ratio))
                .toList()
                .get(measured.size() / 2);
    }

    private Figures run(Class<?> benchmark, String method) throws RunnerException {
        RunResult result = new Runner(new OptionsBuilder()
                        .include("^" + benchmark.getName().replace(".", "\\.") + "\\." + method + "$")
                        .mode(Mode.SampleTime)
                        .timeUnit(TimeUnit.MICROSECONDS)
                        .forks(1)
                        .warmupIterations(WARM_UP_ITERATIONS)
                        .warmupTime(TimeValue.milliseconds(warmUpSeconds * 1_000L / WARM_UP_ITERATIONS))
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
        return new Figures(result.getPrimaryResult().getStatistics().getPercentile(50), allocation);
    }
}
