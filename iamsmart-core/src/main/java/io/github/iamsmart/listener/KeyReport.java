package io.github.iamsmart.listener;

import io.github.iamsmart.error.IamSmartException;
import java.time.Instant;
import java.util.Optional;

/**
 * How an attempt to get the content key (CEK) ended.
 *
 * @param newKey whether it brought a key other than the previous one
 * @param expiresAt when the key that is now in use expires; empty if there is none
 * @param failure why it failed, if it did
 */
public record KeyReport(boolean newKey, Optional<Instant> expiresAt, Optional<IamSmartException> failure) {}
