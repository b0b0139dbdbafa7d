package io.github.iamsmart.samples.onlineservice.signing;

import io.github.iamsmart.signing.verification.VerificationReport;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A signature that came.
 *
 * @param report whether it is good
 * @param pdf the PDF with it; empty for a hash, and where the signature is not good
 * @param at when it was verified
 */
record Signed(VerificationReport report, Optional<Path> pdf, Instant at) {}
