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

    /**
     * Returns the gateway.
     *
     * @return its environment
     */
    Environment environment();

    /**
     * Returns the client id.
     *
     * @return as registered
     */
    String clientId();

    /**
     * Returns the client secret.
     *
     * @return the secret text
     */
    String clientSecret();

    /**
     * Returns the key pairs of the encipherment certificates.
     *
     * @return one, or two during a replacement
     */
    List<KekKeyPair> keks();

    /**
     * Returns whether the gateway is a simulator. Then callback URLs may be plain http, and on this machine they need
     * no configuration.
     *
     * @return {@code false} for a real gateway
     */
    default boolean simulated() {
        return false;
    }
}
