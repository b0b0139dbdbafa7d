package io.github.iamsmart.callback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.StubKey;
import io.github.iamsmart.TestKeys;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A utility bill of 5 MiB is taken and delivered by a JVM whose whole heap is four times the callback. */
@Timeout(600)
class CallbackHeapTest {

    private static final int DOCUMENT = 5 * 1024 * 1024;

    @TempDir
    private Path folder;

    @Test
    void aBillOfFiveMebibytesNeedsFourTimesItsLengthAtMost() throws Exception {
        StubKey key = StubKey.of(1, Instant.now());
        String plaintext = "{\"addressDocFile\":{\"docFile\":\""
                + Base64.getEncoder().encodeToString(new byte[DOCUMENT]) + "\"},\"businessID\":\""
                + SmallHeap.BUSINESS_ID + "\",\"state\":\"" + SmallHeap.STATE.value() + "\"}";
        byte[] callback = key.callback("D00000", plaintext);
        Path kek =
                Files.write(folder.resolve("kek"), TestKeys.FIRST.getPrivate().getEncoded());
        Path secretKey = Files.writeString(folder.resolve("key"), key.secretKey());
        Path body = Files.write(folder.resolve("body"), callback);

        Process service = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:+UseSerialGC",
                        // Four times its length for what lives long; the young part is a space that stays empty.
                        "-Xmn4m",
                        "-Xmx" + (4L * callback.length / 1024 + 4 * 1024) + "k",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallHeap.class.getName(),
                        kek.toString(),
                        secretKey.toString(),
                        body.toString())
                .redirectErrorStream(true)
                .directory(new File(folder.toString()))
                .start();
        String output = new String(service.getInputStream().readAllBytes(), UTF_8);

        assertThat(service.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(output.lines()).containsExactly("Accepted", String.valueOf(DOCUMENT));
        assertThat(service.exitValue()).isZero();
    }
}
