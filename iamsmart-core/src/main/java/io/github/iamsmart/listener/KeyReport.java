package io.github.iamsmart.listener;

import io.github.iamsmart.error.IamSmartException;
import java.time.Instant;
import java.util.Optional;

/**
 * How an attempt to get the content key (CEK) ended.
 *
 * @param newKey whether it brought another key than the one before
 * @param expiresAt until when the key that is now used lives; empty if there is none
 * @param failure why it failed, if it did
 */
public record KeyReport(boolean newKey, Optional<Instant> expiresAt, Optional<IamSmartException> failure) {}
