/** The console at {@code /}, which does everything by the control API. Not API. */
@NullMarked
package io.github.iamsmart.simulator.console;

import org.jspecify.annotations.NullMarked;
