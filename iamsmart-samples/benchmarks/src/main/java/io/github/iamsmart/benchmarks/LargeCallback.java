package io.github.iamsmart.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Callbacks that bring a document, up to the 5 MiB of a utility bill, which Base64 makes a third longer.
 *
 * <p>With a heap whose pages are there from the beginning: what is compared is the work and not the growth of the heap.
 */
@State(Scope.Benchmark)
@Fork(jvmArgsAppend = {"-Xms768m", "-Xmx768m", "-XX:+AlwaysPreTouch", "-XX:+UseParallelGC"})
public class LargeCallback {

    /** The plaintext of a callback with a document of 5 MiB. */
    static final int DOCUMENT = 7 * 1024 * 1024;

    static final int SMALL = 256 * 1024;
    static final int LARGE = 8 * 1024 * 1024;

    private final CallbackService service = new CallbackService(new OneRequestStore());
    private final byte[] document = service.body(DOCUMENT);
    private final byte[] small = service.body(SMALL);
    private final byte[] large = service.body(LARGE);
    private final byte[] content = content(document);

    /** Made by JMH. */
    public LargeCallback() {
        service.begin();
    }

    static byte[] content(byte[] body) {
        String text = new String(body, ISO_8859_1);
        int start = text.indexOf("\"content\":\"") + "\"content\":\"".length();
        return Arrays.copyOfRange(body, start, body.length - 2);
    }

    /** How long the body of the callback with the document is. */
    static long documentBody() {
        try (CallbackService service = new CallbackService(new OneRequestStore())) {
            return service.body(DOCUMENT).length;
        }
    }

    /**
     * Makes the JVM compile what it has only interpreted so far: the JDK's AES-GCM is some ten times slower before, and
     * a handful of long messages does not bring it there, as the many messages of a service do.
     */
    @Setup
    public void warmUp() {
        for (int size = 4 * 1024; size <= 1024 * 1024; size *= 4) {
            byte[] some = service.body(size);
            byte[] bare = content(some);
            for (int sent = 0; sent < 80 * 1024 * 1024; sent += size) {
                service.accept(some);
                Material.open(bare);
            }
        }
    }

    /** Stops everything. */
    @TearDown
    public void stop() {
        service.close();
    }

    /** The SDK. */
    @Benchmark
    public void ours() {
        service.accept(document);
    }

    /**
     * The bare Base64 and AES-GCM.
     *
     * @return the plaintext
     */
    @Benchmark
    public byte[] floor() {
        return Material.open(content);
    }

    /** The SDK with a small document. */
    @Benchmark
    public void small() {
        service.accept(small);
    }

    /** The SDK with more than may come. */
    @Benchmark
    public void large() {
        service.accept(large);
    }
}
