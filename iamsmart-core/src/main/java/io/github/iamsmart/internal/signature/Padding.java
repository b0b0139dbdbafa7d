package io.github.iamsmart.internal.signature;

import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1InputStream;

/** The zeros that fill the space which a PDF reserves for a signature. */
final class Padding {

    private Padding() {}

    /** {@return the structure alone} Only zeros may follow it, because no signature covers that space. */
    static byte[] without(byte[] der) throws IOException {
        try (ASN1InputStream stream = new ASN1InputStream(der)) {
            stream.readObject();
            int length = der.length - stream.available();
            for (int i = length; i < der.length; i++) {
                if (der[i] != 0) {
                    throw new IOException("surplus bytes");
                }
            }
            return Arrays.copyOf(der, length);
        }
    }
}
