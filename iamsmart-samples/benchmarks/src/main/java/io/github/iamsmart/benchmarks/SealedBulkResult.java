package io.github.iamsmart.benchmarks;

import io.github.iamsmart.internal.crypto.ContentCipher;
import io.github.iamsmart.internal.crypto.ContentKey;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The same in a sealed file, which has to be opened first: on one processor, as the JDK can do no better. */
@State(Scope.Benchmark)
public class SealedBulkResult extends BulkResult {

    private byte[] sealed = new byte[0];

    /** Made by JMH. */
    public SealedBulkResult() {}

    @Override
    byte[] file(byte[] list) {
        sealed = ContentCipher.seal(ContentKey.of(Material.cek()), list);
        return sealed;
    }

    /**
     * The bare Base64 and AES-GCM, and then the bare RSA.
     *
     * @return whether all signatures fit
     */
    @Benchmark
    public boolean floorWithOpening() {
        return Material.open(sealed).length > 0 && floor();
    }
}
