/** The simulator's time. Not API. */
@NullMarked
package io.github.iamsmart.simulator.time;

import org.jspecify.annotations.NullMarked;
