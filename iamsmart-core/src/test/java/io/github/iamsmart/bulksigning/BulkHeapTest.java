package io.github.iamsmart.bulksigning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The signatures of 1,000 PDFs are taken, kept and read by a JVM whose whole heap could not hold them. */
@Tag("slow")
@Timeout(600)
class BulkHeapTest {

    @TempDir
    private Path folder;

    @Test
    void aThousandPdfSignaturesAreNeverInMemoryTogether() throws Exception {
        Process service = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:+UseSerialGC",
                        "-Xmx" + BulkSmallHeap.HEAP_MEBIBYTES + "m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BulkSmallHeap.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(service.getInputStream().readAllBytes(), UTF_8);

        assertThat(service.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(output.lines())
                .containsExactly(
                        "100 accepted", "Completed", "1000 signatures of " + 1000L * BulkSmallHeap.LENGTH + " bytes");
        assertThat(1000L * BulkSmallHeap.LENGTH).isGreaterThan(BulkSmallHeap.HEAP_MEBIBYTES * 1024L * 1024);
        assertThat(service.exitValue()).isZero();
    }
}
