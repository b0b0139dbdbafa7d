package io.github.iamsmart.selfcheck;

import io.github.iamsmart.error.InvalidRequestException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a self-check needs to know of the application. Immutable. */
public final class SelfCheckRequest {

    /** How long a check may take unless said otherwise. */
    public static final Duration TIMEOUT = Duration.ofSeconds(20);

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final List<CallbackUrl> callbackUrls;
    private final @Nullable KeyStore callbackTrustStore;
    private final boolean simulated;
    private final Duration timeout;

    private SelfCheckRequest(Builder builder) {
        this.callbackUrls = List.copyOf(builder.callbackUrls);
        this.callbackTrustStore = builder.callbackTrustStore;
        this.simulated = builder.simulated;
        this.timeout = builder.timeout;
    }

    /** {@return a builder} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return the callback URLs to check} */
    public List<CallbackUrl> callbackUrls() {
        return callbackUrls;
    }

    /** {@return the roots that the certificates of the callback URLs must lead to; empty for the JVM's} */
    public Optional<KeyStore> callbackTrustStore() {
        return Optional.ofNullable(callbackTrustStore);
    }

    /** {@return whether the gateway is a simulator} */
    public boolean simulated() {
        return simulated;
    }

    /** {@return how long the whole check may take} */
    public Duration timeout() {
        return timeout;
    }

    /** Builds a request. Not thread-safe. */
    public static final class Builder {

        private final List<CallbackUrl> callbackUrls = new ArrayList<>();
        private @Nullable KeyStore callbackTrustStore;
        private boolean simulated;
        private Duration timeout = TIMEOUT;

        private Builder() {}

        /**
         * Adds a callback URL to check.
         *
         * @param value as it is registered with iAM Smart
         * @return this
         */
        public Builder callbackUrl(CallbackUrl value) {
            callbackUrls.add(value);
            return this;
        }

        /**
         * Sets the roots that the certificates of the callback URLs must lead to.
         *
         * @param value a store with CA certificates; the JVM's unless set
         * @return this
         */
        public Builder callbackTrustStore(KeyStore value) {
            callbackTrustStore = value;
            return this;
        }

        /**
         * Sets whether the gateway is a simulator. Then callback URLs may be plain http on this machine.
         *
         * @param value {@code false} unless set
         * @return this
         */
        public Builder simulated(boolean value) {
            simulated = value;
            return this;
        }

        /**
         * Sets how long the whole check may take.
         *
         * @param value more than zero, ten minutes at most; {@link #TIMEOUT} unless set
         * @return this
         */
        public Builder timeout(Duration value) {
            timeout = value;
            return this;
        }

        /**
         * {@return the request}
         *
         * @throws InvalidRequestException if the time-out is out of range
         */
        public SelfCheckRequest build() {
            if (timeout.isZero() || timeout.isNegative() || timeout.compareTo(LONGEST) > 0) {
                throw new InvalidRequestException("timeout must be more than zero and ten minutes at most.");
            }
            return new SelfCheckRequest(this);
        }
    }
}
