package io.github.iamsmart.spring.observation;

import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.error.CryptoException;
import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.error.StoreException;
import io.github.iamsmart.error.TransportException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes values of closed sets: whatever the gateway or a sender writes, a metric has as many series as this allows. */
final class ClosedValue {

    /** While nothing is known yet, or where there is nothing to say. */
    static final String NONE = "none";

    /** In place of each value that is not in the set. */
    static final String OTHER = "other";

    private static final int LONGEST = 128;
    private static final Pattern UNPRINTABLE = Pattern.compile("[^ -~]");

    private ClosedValue() {}

    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** {@return the code in its {@code D} form, if it is one of the table} */
    static String code(Optional<ErrorCode> code) {
        return code.map(one -> one.isKnown() ? one.canonicalValue() : OTHER).orElse(NONE);
    }

    /** {@return what kind of failure it is} */
    static String failure(IamSmartException failure) {
        if (failure instanceof TransportException) {
            return "transport";
        }
        if (failure instanceof ProtocolException) {
            return "protocol";
        }
        if (failure instanceof CryptoException) {
            return "crypto";
        }
        if (failure instanceof ConfigurationException) {
            return "configuration";
        }
        if (failure instanceof StoreException) {
            return "store";
        }
        return failure instanceof InvalidRequestException ? "invalid_request" : OTHER;
    }

    /** {@return a text for a trace: one line, and not long} */
    static String text(String value) {
        String cut = value.length() > LONGEST ? value.substring(0, LONGEST) : value;
        return UNPRINTABLE.matcher(cut).replaceAll("?");
    }
}
