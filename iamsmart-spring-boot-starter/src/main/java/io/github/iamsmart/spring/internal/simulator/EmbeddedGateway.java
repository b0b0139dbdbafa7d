package io.github.iamsmart.spring.internal.simulator;

import io.github.iamsmart.key.KekKeyPair;
import io.github.iamsmart.spring.IamSmartConnectionDetails;
import java.time.Clock;

/** The simulator inside the application, for those who must not name its classes: it may not be on the class path. */
public interface EmbeddedGateway {

    /**
     * Registers the application as a client.
     *
     * @param kek the key pair that the application will use
     * @return the connection
     */
    IamSmartConnectionDetails connect(KekKeyPair kek);

    /**
     * {@return the same simulator, in which one of several clients of the application has a name of its own}
     *
     * @param client the name of the client
     */
    EmbeddedGateway forClient(String client);

    /** {@return the root of the certificates that its users sign with, as PEM; another one at each start} */
    String signingRootPem();

    /** {@return the certificate between that root and those of its users, as PEM} */
    String signingIntermediatePem();

    /** {@return its time, by which its lists of revoked certificates are current} */
    Clock clock();
}
