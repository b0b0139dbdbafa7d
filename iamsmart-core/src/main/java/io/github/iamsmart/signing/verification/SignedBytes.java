package io.github.iamsmart.signing.verification;

import java.io.IOException;
import java.io.InputStream;

/** The bytes that a signature covers, such as those of a PDF's ByteRange. */
@FunctionalInterface
public interface SignedBytes {

    /**
     * Opens them. It is called once for each kind of digest that is needed.
     *
     * @return a new stream of them, which the caller closes
     * @throws IOException if they cannot be read
     */
    InputStream open() throws IOException;
}
