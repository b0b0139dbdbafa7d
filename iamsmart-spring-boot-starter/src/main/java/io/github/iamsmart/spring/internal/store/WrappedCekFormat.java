package io.github.iamsmart.spring.internal.store;

import io.github.iamsmart.key.WrappedCek;

/** The bytes of a wrapped key: the format (1), the wrapped key, the KEK's public key, and the times. */
public final class WrappedCekFormat {

    private static final int FORMAT = 1;
    private static final int SIZE = 1024;

    private WrappedCekFormat() {}

    /**
     * {@return the key's bytes}
     *
     * @param cek the wrapped key
     */
    public static byte[] write(WrappedCek cek) {
        return new ValueWriter(SIZE)
                .octet(FORMAT)
                .text(cek.secretKey())
                .text(cek.pubKey())
                .instant(cek.issuedAt())
                .instant(cek.expiresAt())
                .toBytes();
    }

    /**
     * {@return the wrapped key}
     *
     * @param bytes as {@link #write} made them
     * @throws io.github.iamsmart.error.StoreException if they are something else
     */
    public static WrappedCek read(byte[] bytes) {
        ValueReader in = ValueReader.ofFormat(FORMAT, bytes);
        return new WrappedCek(in.text(), in.text(), in.instant(), in.instant());
    }
}
