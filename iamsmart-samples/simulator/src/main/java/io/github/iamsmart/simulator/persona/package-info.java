/** The invented people who own a phone. Not API. */
@NullMarked
package io.github.iamsmart.simulator.persona;

import org.jspecify.annotations.NullMarked;
