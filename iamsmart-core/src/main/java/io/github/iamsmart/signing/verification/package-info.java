/**
 * Verification of signatures: a report with a reason for each check, not just yes or no. {@linkplain io.github.iamsmart
 * Marks} such as [D] say how sure a fact is.
 */
@NullMarked
package io.github.iamsmart.signing.verification;

import org.jspecify.annotations.NullMarked;
