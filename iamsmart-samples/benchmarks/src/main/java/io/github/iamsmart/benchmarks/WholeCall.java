package io.github.iamsmart.benchmarks;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.key.KekKeyPair;
import java.time.Clock;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A call of 1 KiB each way against a gateway in this process. */
@State(Scope.Benchmark)
public class WholeCall {

    private final LoopbackGateway gateway = new LoopbackGateway(Clock.systemUTC());
    private final BareCall bare = new BareCall(gateway.url() + LoopbackGateway.PATH);
    private final Map<String, String> businessObject = Map.of("text", "x".repeat(1024 - 11));
    private final IamSmartClient client = IamSmartClient.builder()
            .baseUrl(gateway.url())
            .clientId(Material.CLIENT_ID)
            .clientSecret(Material.SECRET)
            .kek(KekKeyPair.of(gateway.kek().getPrivate(), gateway.kek().getPublic()))
            .build();

    /** Made by JMH. */
    public WholeCall() {}

    /**
     * Fetches the content key, which is not what is measured.
     *
     * @throws Exception never
     */
    @Setup
    public void warmUp() throws Exception {
        if (!ours().equals(floor())) {
            throw new IllegalStateException("The two do not do the same.");
        }
    }

    /** Stops everything. */
    @TearDown
    public void stop() {
        client.close();
        bare.close();
        gateway.close();
    }

    /**
     * The SDK: written as JSON, sealed, signed, sent, opened.
     *
     * @return the answer
     */
    @Benchmark
    public String ours() {
        return client.call(LoopbackGateway.PATH, businessObject, String.class);
    }

    /**
     * The same by hand.
     *
     * @return the answer
     * @throws Exception never
     */
    @Benchmark
    public String floor() throws Exception {
        return bare.call(businessObject);
    }
}
