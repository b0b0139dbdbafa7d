package io.github.iamsmart.spring;

import io.github.iamsmart.environment.Environment;
import io.github.iamsmart.key.KekKeyPair;
import java.util.List;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/**
 * Which gateway the client talks to, and as whom. A bean of this type takes the place of the properties
 * {@code iamsmart.environment}, {@code base-url}, {@code client-id}, {@code client-secret}, {@code kek} and
 * {@code previous-kek}: the embedded simulator defines one, and a test may.
 */
public interface IamSmartConnectionDetails extends ConnectionDetails {

    /** {@return the gateway} */
    Environment environment();

    /** {@return the client id, as registered} */
    String clientId();

    /** {@return the client secret} */
    String clientSecret();

    /** {@return the key pairs of the encipherment certificates: one, or two during a replacement} */
    List<KekKeyPair> keks();

    /**
     * {@return whether the gateway is a simulator} Then callback URLs may be plain http, and on this machine they need
     * no configuration.
     */
    default boolean simulated() {
        return false;
    }
}
