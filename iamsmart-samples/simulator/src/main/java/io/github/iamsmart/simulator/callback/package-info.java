/** Callbacks: the result of a request, sealed and posted to the service. Not API. */
@NullMarked
package io.github.iamsmart.simulator.callback;

import org.jspecify.annotations.NullMarked;
