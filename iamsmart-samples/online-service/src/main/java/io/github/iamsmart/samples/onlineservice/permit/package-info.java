/**
 * The application for a stall permit: filled with iAM Smart or by hand, corrected, confirmed on the phone, submitted.
 */
@NullMarked
package io.github.iamsmart.samples.onlineservice.permit;

import org.jspecify.annotations.NullMarked;
