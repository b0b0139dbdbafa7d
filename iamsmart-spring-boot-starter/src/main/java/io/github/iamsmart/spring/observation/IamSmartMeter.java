package io.github.iamsmart.spring.observation;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;

/** The gauges of the clients. A value that is not known is {@code NaN}. */
public enum IamSmartMeter implements MeterDocumentation {

    /** How many requests the store holds. A store that does not answer shows as {@code NaN}. */
    REQUESTS("iamsmart.requests", "requests"),

    /** How old the content key (CEK) in use is; unknown before the first call. */
    CEK_AGE("iamsmart.cek.age", "seconds"),

    /** How long the content key (CEK) in use is still valid; negative once it has expired. */
    CEK_EXPIRY("iamsmart.cek.expiry", "seconds"),

    /** How long the certificate of a KEK is still valid, of those that the client has the one that ends first. */
    KEK_CERTIFICATE_EXPIRY("iamsmart.kek.certificate.expiry", "seconds"),

    /** How far the gateway's clock is ahead of ours; negative if it is behind, unknown before the first answer. */
    CLOCK_SKEW("iamsmart.clock.skew", "seconds"),

    /** How many browsers hold a stream open on this node, to hear of their requests; of all clients. */
    WAITING_STREAMS("iamsmart.waiting.streams", "streams");

    private final String meterName;
    private final String unit;

    IamSmartMeter(String meterName, String unit) {
        this.meterName = meterName;
        this.unit = unit;
    }

    @Override
    public String getName() {
        return meterName;
    }

    @Override
    public Meter.Type getType() {
        return Meter.Type.GAUGE;
    }

    @Override
    public String getBaseUnit() {
        return unit;
    }

    @Override
    public KeyName[] getKeyNames() {
        return switch (this) {
            case REQUESTS -> RequestKeys.values();
            case WAITING_STREAMS -> new KeyName[0];
            case CEK_AGE, CEK_EXPIRY, KEK_CERTIFICATE_EXPIRY, CLOCK_SKEW -> ClientKeys.values();
        };
    }

    /** The tag of the gauges of a client. */
    public enum ClientKeys implements KeyName {
        /** The name of the client in the configuration. */
        CLIENT;

        @Override
        public String asString() {
            return "client";
        }
    }

    /** The tags of the number of requests. */
    public enum RequestKeys implements KeyName {
        /** The name of the client in the configuration. */
        CLIENT("client"),
        /** {@code pending}, {@code undelivered} or {@code dead}. */
        STATUS("status");

        private final String key;

        RequestKeys(String key) {
            this.key = key;
        }

        @Override
        public String asString() {
            return key;
        }
    }
}
