package io.github.iamsmart.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** Prints the performance budget as a table and says by its exit code whether it is kept. */
public final class Budget {

    private Budget() {}

    /**
     * Measures.
     *
     * @param args {@code --short} for fewer and shorter rounds
     * @throws Exception if a measurement breaks off
     */
    public static void main(String[] args) throws Exception {
        if (Arrays.stream(args).anyMatch(arg -> !arg.equals("--short"))) {
            System.err.println("usage: run [--short]");
            System.exit(2);
        }
        boolean quick = args.length > 0;
        List<Row> rows = measure(new Measurement(quick));
        System.out.println(Row.HEADER);
        rows.forEach(System.out::println);
        System.exit(rows.stream().anyMatch(Row::isShort) ? 1 : 0);
    }

    private static List<Row> measure(Measurement measurement) throws RunnerException, InterruptedException {
        List<Row> rows = new ArrayList<>();
        rows.addAll(measurement.compare(
                "seal + sign 1 KiB", SealAndSign.class, "ours", "floor", 1.25, "allocation of seal + sign 1 KiB", 1.5));
        rows.addAll(measurement.compare("open 1 KiB, key known", OpenContent.class, "ours", "floor", 1.25));
        rows.addAll(measurement.compare(
                "open 1 KiB against RSA for each", OpenContent.class, "ours", "unwrappingEachTime", 1 / 50.0));
        rows.addAll(measurement.compare("a call against an in-process server", WholeCall.class, "ours", "floor", 1.10));
        CekExpiry.Count count = CekExpiry.run();
        rows.add(new Row("getKey calls of 1,000 threads at CEK expiry", count.keyCalls(), 1, "", 1));
        rows.add(new Row("failed calls among them", count.failed(), 0, "", 0));
        return rows;
    }
}
