package io.github.iamsmart.signing.pdf;

import io.github.iamsmart.error.InvalidRequestException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a PDF is prepared for its signature. Immutable. */
public final class PdfSignatureOptions {

    /** An invisible signature with 32 KiB reserved for it. */
    public static final PdfSignatureOptions DEFAULTS = builder().build();

    private static final int FEWEST = 1024;
    static final int MOST = 1024 * 1024;

    private final int reservedBytes;
    private final @Nullable String reason;
    private final @Nullable String location;
    private final @Nullable PdfStamp stamp;

    private PdfSignatureOptions(Builder builder) {
        this.reservedBytes = builder.reservedBytes;
        this.reason = builder.reason;
        this.location = builder.location;
        this.stamp = builder.stamp;
        if (reservedBytes < FEWEST || reservedBytes > MOST) {
            throw new InvalidRequestException(
                    "Between " + FEWEST + " and " + MOST + " bytes can be reserved for a signature.");
        }
    }

    /** {@return a builder with the defaults} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return how many bytes are reserved for the PKCS#7 structure; the file grows by twice as many} */
    public int reservedBytes() {
        return reservedBytes;
    }

    /** {@return the reason for the signature, its {@code /Reason}} */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /** {@return the place of signing, the {@code /Location} of the signature} */
    public Optional<String> location() {
        return Optional.ofNullable(location);
    }

    /** {@return the stamp, the signature's appearance on a page; empty for an invisible signature} */
    public Optional<PdfStamp> stamp() {
        return Optional.ofNullable(stamp);
    }

    /** Collects options. Not thread-safe. */
    public static final class Builder {

        private int reservedBytes = 32 * 1024;
        private @Nullable String reason;
        private @Nullable String location;
        private @Nullable PdfStamp stamp;

        private Builder() {}

        /**
         * Sets how many bytes are reserved for the signature. How large the gateway's signatures are is not public [?].
         *
         * @param value 1 KiB to 1 MiB; 32 KiB by default
         * @return this
         */
        public Builder reservedBytes(int value) {
            this.reservedBytes = value;
            return this;
        }

        /**
         * Sets the reason for the signature, which PDF readers show.
         *
         * @param value the reason
         * @return this
         */
        public Builder reason(String value) {
            this.reason = value;
            return this;
        }

        /**
         * Sets the place of signing, which PDF readers show.
         *
         * @param value the location
         * @return this
         */
        public Builder location(String value) {
            this.location = value;
            return this;
        }

        /**
         * Shows the signature on a page.
         *
         * @param value where and how
         * @return this
         */
        public Builder stamp(PdfStamp value) {
            this.stamp = value;
            return this;
        }

        /**
         * Builds the options.
         *
         * @return the options
         * @throws InvalidRequestException if too little or too much is reserved
         */
        public PdfSignatureOptions build() {
            return new PdfSignatureOptions(this);
        }
    }
}
