package io.github.iamsmart.benchmarks;

import io.github.iamsmart.benchmarks.Measurement.Round;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** Prints the performance budget as a table and says by its exit code whether it is kept. */
public final class Budget {

    /** A search in a sorted set takes a few more steps among a hundred thousand, and finds them in no cache. */
    private static final double FLAT = 1.25;

    /** What does not fit into the caches of the processor takes somewhat longer. */
    private static final double LINEAR = 1.5;

    private static final String COLD =
            "After the four seconds of warm-up of this short form, a whole call and the bulk results are not compiled to"
                    + " the end:\ntheir ratios are too high here, and only the full form tells whether they keep their"
                    + " bars.";

    private static final int CALL_WARM_UP = 20;
    private static final int BULK_WARM_UP = 10;
    private static final int MORE_BULK_ROUNDS = 4;

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
        if (quick) {
            System.out.println(COLD);
        }
        System.exit(rows.stream().anyMatch(Row::isShort) ? 1 : 0);
    }

    private static List<Row> measure(Measurement measurement) throws RunnerException, InterruptedException {
        List<Row> rows = new ArrayList<>();
        rows.addAll(requests(measurement));
        rows.addAll(smallCallbacks(measurement));
        rows.addAll(largeCallbacks(measurement));
        // 0.9 times the speed.
        Measurement bulk = measurement.warmedFor(BULK_WARM_UP, MORE_BULK_ROUNDS);
        rows.add(bulk.compare("1,000 signatures of a bulk result", BulkResult.class, "ours", "floor", 1 / 0.9));
        rows.add(bulk.compare("the same, sealed", SealedBulkResult.class, "ours", "floorWithOpening", 1 / 0.9));
        CekExpiry.Count count = CekExpiry.run();
        rows.add(new Row("getKey calls of 1,000 threads at CEK expiry", count.keyCalls(), 1, "", 1));
        rows.add(new Row("failed calls among them", count.failed(), 0, "", 0));
        return rows;
    }

    private static List<Row> requests(Measurement measurement) throws RunnerException {
        List<Round> sealing = measurement.measure("seal + sign 1 KiB", SealAndSign.class, "ours", "floor");
        Round time = Measurement.median(sealing, Round::timeRatio);
        Round allocation = Measurement.median(sealing, Round::allocationRatio);
        return List.of(
                new Row("seal + sign 1 KiB", time.ours().time(), time.floor().time(), "us", 1.25),
                new Row(
                        "allocation of seal + sign 1 KiB",
                        allocation.ours().allocation(),
                        allocation.floor().allocation(),
                        "bytes",
                        1.5),
                measurement.compare("open 1 KiB, key known", OpenContent.class, "ours", "floor", 1.25),
                measurement
                        .warmedFor(CALL_WARM_UP, 0)
                        .compare("a call against an in-process server", WholeCall.class, "ours", "floor", 1.10));
    }

    private static List<Row> smallCallbacks(Measurement measurement) throws RunnerException {
        return List.of(
                measurement.compare("callback of 1 KiB, key known", SmallCallback.class, "ours", "floor", 1.25),
                measurement.compare(
                        "callback of 1 KiB against RSA for each",
                        SmallCallback.class,
                        "ours",
                        "unwrappingEachTime",
                        1 / 50.0),
                measurement.compare(
                        "callback among 1,000 against 10 pending", PendingRequests.class, "among1000", "among10", FLAT),
                measurement.compare(
                        "callback among 100,000 against 10 pending",
                        PendingRequests.class,
                        "among100000",
                        "among10",
                        FLAT));
    }

    private static List<Row> largeCallbacks(Measurement measurement) throws RunnerException {
        List<Round> document = measurement.measure("callback with 5 MiB", LargeCallback.class, "ours", "floor");
        Round time = Measurement.median(document, Round::timeRatio);
        long body = LargeCallback.documentBody();
        Round growth = measurement.time("growth of callbacks", LargeCallback.class, "large", "small");
        return List.of(
                new Row(
                        "callback with a document of 5 MiB",
                        time.ours().time(),
                        time.floor().time(),
                        "us",
                        1.3),
                // Everything that is allocated on the way, and the body itself: more than can ever live at once.
                new Row("its heap against its length", time.ours().allocation() + body, body, "bytes", 4),
                new Row(
                        "time for each KiB of 8 MiB against 256 KiB",
                        growth.ours().time() / (LargeCallback.LARGE / 1024),
                        growth.floor().time() / (LargeCallback.SMALL / 1024),
                        "us",
                        LINEAR));
    }
}
