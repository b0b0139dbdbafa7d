/** Verification of signatures: a report with a reason for each point, never a mere yes or no. */
@NullMarked
package io.github.iamsmart.signing.verification;

import org.jspecify.annotations.NullMarked;
