/**
 * An iAM Smart gateway and a phone for development and tests.
 *
 * <p>Start with {@link io.github.iamsmart.simulator.IamSmartSimulator}. The types of this package are the API; the
 * packages below it are not.
 */
@NullMarked
package io.github.iamsmart.simulator;

import org.jspecify.annotations.NullMarked;
