/** The one way into the gateway: every rule that holds for all calls. Not API. */
@NullMarked
package io.github.iamsmart.simulator.gateway;

import org.jspecify.annotations.NullMarked;
