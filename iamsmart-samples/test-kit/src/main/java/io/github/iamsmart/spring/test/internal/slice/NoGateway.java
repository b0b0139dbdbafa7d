package io.github.iamsmart.spring.test.internal.slice;

import io.github.iamsmart.environment.Environment;
import io.github.iamsmart.key.CekStore;
import io.github.iamsmart.key.KekKeyPair;
import io.github.iamsmart.key.WrappedCek;
import io.github.iamsmart.spring.IamSmartConnectionDetails;
import io.github.iamsmart.spring.internal.simulator.EphemeralKek;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** A client of nobody: it has all that a client needs, and fails where it would need the gateway. */
public final class NoGateway implements IamSmartConnectionDetails, CekStore {

    private final KekKeyPair kek = EphemeralKek.generate();

    /** Creates it, with a key pair of its own. */
    public NoGateway() {}

    @Override
    public Environment environment() {
        return new Environment("none", URI.create("https://there-is-no-gateway.invalid"), Environment.TESTING_APP);
    }

    @Override
    public String clientId() {
        return "a-test-without-a-gateway";
    }

    @Override
    public String clientSecret() {
        return "secret of a-test-without-a-gateway";
    }

    @Override
    public List<KekKeyPair> keks() {
        return List.of(kek);
    }

    @Override
    public boolean simulated() {
        return true;
    }

    /** The key is what every call needs first. */
    @Override
    public Optional<WrappedCek> find(String clientId) {
        throw new AssertionError("This test has no gateway (@AutoConfigureIamSmart), and IamSmartClient was about to"
                + " call it. Begin requests with IamSmartRequests, which are recorded, replace the bean that calls"
                + " (@MockitoBean), or start a simulator: @SpringBootTest @AutoConfigureIamSmartSimulator.");
    }

    @Override
    public void save(String clientId, WrappedCek cek) {}

    @Override
    public String toString() {
        return "NoGateway[]";
    }
}
