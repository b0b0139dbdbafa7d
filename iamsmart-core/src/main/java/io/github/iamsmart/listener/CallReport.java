package io.github.iamsmart.listener;

import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.error.IamSmartException;
import java.time.Duration;
import java.util.Optional;

/**
 * How one call to the gateway ended.
 *
 * @param path the path below the base URL
 * @param duration from the first attempt to the end of the last, by the JVM's monotonic clock
 * @param attempts how often the request was sent; each attempt is signed anew
 * @param httpStatus the HTTP status of the last answer, 0 if none came
 * @param code the result code, if an envelope came
 * @param txId the gateway's transaction id, if an envelope came
 * @param failure why the call failed, if it did
 */
public record CallReport(
        String path,
        Duration duration,
        int attempts,
        int httpStatus,
        Optional<ErrorCode> code,
        Optional<String> txId,
        Optional<IamSmartException> failure) {}
