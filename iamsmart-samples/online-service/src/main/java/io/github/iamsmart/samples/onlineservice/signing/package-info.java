/**
 * Signing: the application for a permit as a PDF, and the terms of the market by their hash; with a sign-in before it
 * and without.
 */
@NullMarked
package io.github.iamsmart.samples.onlineservice.signing;

import org.jspecify.annotations.NullMarked;
