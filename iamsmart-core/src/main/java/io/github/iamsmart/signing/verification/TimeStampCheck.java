package io.github.iamsmart.signing.verification;

import io.github.iamsmart.internal.signature.ContentDigest;
import io.github.iamsmart.internal.signature.TimeStamp;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks what time-stamps are about. Nobody is named whose time could be trusted, so none of them passes. */
final class TimeStampCheck {

    private TimeStampCheck() {}

    static Finding check(Optional<TimeStamp> read, ContentDigest content) throws IOException {
        if (read.isEmpty()) {
            return Finding.skipped(Check.TIME_STAMP, "A time-stamp was not checked: it cannot be read.");
        }
        TimeStamp stamp = read.get();
        return switch (stamp.check(content)) {
            case MATCHES ->
                Finding.skipped(
                        Check.TIME_STAMP,
                        "A time-stamp of this content says " + stamp.time()
                                + ", and its own signature matches. Who made it was not checked, so that time proves"
                                + " nothing.");
            case OTHER_CONTENT -> Finding.failed(Check.TIME_STAMP, "A time-stamp is about something else.");
            case BROKEN -> Finding.failed(Check.TIME_STAMP, "The signature of a time-stamp does not match.");
            case NOT_CHECKED ->
                Finding.skipped(
                        Check.TIME_STAMP,
                        "A time-stamp was not checked: its certificate is missing, or its algorithms are too weak or"
                                + " not known.");
        };
    }

    /** {@return one row for several time-stamps: that of the first which is wrong, else that of the first} */
    static Optional<Finding> check(List<Optional<TimeStamp>> stamps, ContentDigest content) throws IOException {
        @Nullable Finding found = null;
        for (Optional<TimeStamp> stamp : stamps) {
            Finding one = check(stamp, content);
            if (found == null || (found.verdict() != Verdict.FAILED && one.verdict() == Verdict.FAILED)) {
                found = one;
            }
        }
        return Optional.ofNullable(found);
    }
}
