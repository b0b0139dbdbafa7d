/** The certificate that the simulator makes for itself. Not API. */
@NullMarked
package io.github.iamsmart.simulator.tls;

import org.jspecify.annotations.NullMarked;
