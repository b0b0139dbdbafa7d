/** The control API for tests in any language. Not API. */
@NullMarked
package io.github.iamsmart.simulator.control;

import org.jspecify.annotations.NullMarked;
