/** Faults that a test asks for. Not API. */
@NullMarked
package io.github.iamsmart.simulator.fault;

import org.jspecify.annotations.NullMarked;
