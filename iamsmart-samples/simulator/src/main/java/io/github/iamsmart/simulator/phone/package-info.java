/** The simulated phone. Not API. */
@NullMarked
package io.github.iamsmart.simulator.phone;

import org.jspecify.annotations.NullMarked;
